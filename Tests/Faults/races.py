"""Several runs at once, and tables that somebody removes or writes while they are read."""

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time

from project import ROUND, Tally, replace, tree


def start(lab, words):
    return subprocess.Popen([lab.cchc] + words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def two_writers(lab, count):
    """Runs that write one folder at once: each writes all or is told so, and the last one stands."""
    tally = Tally("runs at once: score")
    out = lab.path("out")
    wholes = []
    for state in ("old", "new"):
        replace(None, out)
        lab.must(["score", lab.round(state), "-o", out])
        wholes.append(tree(out))
    for _ in range(count):
        runs = [start(lab, ["score", lab.round(random.choice(("old", "new"))), "-o", out]) for _ in range(4)]
        ends = [(run.communicate()[0].decode(), run.returncode) for run in runs]
        told = all(code in (0, 1) or code == 2 and "đợi lệnh ấy xong" in text for text, code in ends)
        tally.add(told and tree(out) in wholes, str(ends)[-300:])
    yield tally


def no_lost_row(lab, count):
    """Receipts entered at once: the register has a row for each that was confirmed, and no other."""
    tally = Tally("runs at once: receive")
    work = lab.path("work")
    round_ = os.path.join(work, "evidence", ROUND)
    replace(lab.path("old", "criteria"), os.path.join(work, "criteria"))
    agencies = ["SNV", "STC", "STP", "SCT", "SXD", "SYT"]
    for _ in range(count):
        replace(lab.round("old"), round_)
        runs = [start(lab, ["receive", round_, agency, "--on", "2024-01-15", "--document", "15"])
                for agency in agencies]
        texts = [run.communicate()[0].decode() for run in runs]
        confirmed = sorted(a for a, run in zip(agencies, runs) if run.returncode == 0)
        with open(os.path.join(round_, "submissions.csv"), encoding="utf-8-sig") as file:
            rows = sorted(line.split(";")[0] for line in file.read().splitlines()[1:])
        refused = [text for text, run in zip(texts, runs) if run.returncode != 0]
        tally.add(rows == confirmed and all("đợi lệnh ấy xong" in text for text in refused),
                  f"{rows}, {confirmed}, {refused}")
    yield tally


HOLDER = "import fcntl,os,sys,time; f=os.open(sys.argv[1],os.O_RDONLY); fcntl.flock(f,fcntl.LOCK_EX); print(1,flush=True); time.sleep(60)"


def held(lab):
    """A held folder: the message in both languages and exit code 2; the hold ends with its process."""
    tally = Tally("held folder")
    out, round_ = lab.path("out"), lab.round("old")
    sentences = {"vi": "một lệnh cchc khác đang đọc hoặc ghi thư mục này", "en": "another run of cchc"}
    for folder, words in ((out, ["score", round_, "-o", out]), (round_, ["check", round_])):
        lab.must(["score", round_, "-o", out])
        before = tree(folder)
        holder = subprocess.Popen([sys.executable, "-c", HOLDER, folder], stdout=subprocess.PIPE)
        holder.stdout.readline()
        for language, sentence in sentences.items():
            code, text = lab.run(words + ["--lang", language])
            tally.add(code == 2 and sentence in text and tree(folder) == before, text)
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        code, text = lab.run(words)
        tally.add(code in (0, 1), text)
    yield tally


def changing_tables(lab, count):
    """A table that is cut, written piece by piece or removed while rounds are scored.

    All that is written is what a quiet run makes of the very bytes that the stamp of the results names.
    """
    work, out, again = lab.path("work"), lab.path("out"), lab.path("again")
    round_, quiet = (os.path.join(work, place, ROUND) for place in ("evidence", "quiet"))
    replace(lab.path("old", "criteria"), os.path.join(work, "criteria"))
    name = "self/SNV.csv"
    table = os.path.join(round_, name)
    # A table of more than a megabyte is looked through once and read again part by part.
    remarks = b"# a remark\n" * 110_000
    kinds = (("table growing", grow, b""), ("1.2 MB growing", grow, remarks), ("table removed", remove, b""))
    for kind, change, more in kinds:
        tally = Tally(f"{kind} while read")
        for folder in (round_, quiet):
            replace(lab.round("old"), folder)
        with open(table, "rb") as file:
            content = file.read() + more
        with open(table, "wb") as file:
            file.write(content)
        lab.must(["score", round_, "-o", out])
        contents, stop = {}, threading.Event()
        writer = threading.Thread(target=change, args=(table, content, contents, stop))
        writer.start()
        for _ in range(count):
            before = tree(out)
            code, text = lab.run(["score", round_, "-o", out])
            if code == 2:
                tally.note("refused")
                tally.add(tree(out) == before and "cchc:" in text, text)
                continue
            tally.note("written")
            with open(os.path.join(out, "noi-bo", "results.json"), encoding="utf-8") as file:
                stamp = stamped(json.load(file), name)
            if os.path.exists(os.path.join(quiet, name)):
                os.remove(os.path.join(quiet, name))
            if stamp is not None:
                with open(os.path.join(quiet, name), "wb") as file:
                    file.write(contents.get(stamp, b""))
            lab.must(["score", quiet, "-o", again])
            tally.add(tree(out) == tree(again), f"{stamp}: {text[-300:]}")
        stop.set()
        writer.join()
        yield tally


def stamped(results, file):
    """The digest that results name for a file; nil where they do not."""
    if isinstance(results, dict):
        if isinstance(results.get(file), str):
            return results[file]
        results = list(results.values())
    if isinstance(results, list):
        return next((digest for digest in (stamped(inner, file) for inner in results) if digest), None)
    return None


def grow(path, content, contents, stop):
    size = max(257, len(content) // 40)
    for end in list(range(0, len(content), size)) + [len(content)]:
        contents[hashlib.sha256(content[:end]).hexdigest()] = content[:end]
    while not stop.is_set():
        with open(path, "wb", buffering=0) as file:
            for place in range(0, len(content), size):
                file.write(content[place:place + size])
        time.sleep(random.uniform(0, 0.01))


def remove(path, content, contents, stop):
    contents[hashlib.sha256(content).hexdigest()] = content
    # A name that begins with a dot: any other would be a file that the round does not know, which results tell.
    part = os.path.join(os.path.dirname(path), ".part")
    while not stop.is_set():
        with open(part, "wb") as file:
            file.write(content)
        os.rename(part, path)
        time.sleep(random.uniform(0, 0.01))
        os.remove(path)
        time.sleep(random.uniform(0, 0.01))


def run(lab, count):
    yield from two_writers(lab, count)
    yield from no_lost_row(lab, count)
    yield from held(lab)
    yield from changing_tables(lab, count * 4)
