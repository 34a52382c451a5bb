"""A round of 10,000 agencies, each with a table of its own: 10,000 files in, more than 20,000 out."""

import os
import random
import resource
import subprocess
import time

from project import Tally, marks, replace, tree


def make(lab, count, value):
    """Writes the project: one set of three leaves."""
    base = lab.path(f"many-{value}")
    files = {
        "criteria/bo/set.csv": "key,value\nname,Bộ tiêu chí\nlegal_basis,QĐ\n",
        "criteria/bo/criteria.csv": "code,name,max_points,method,inputs,rule\n"
        + "".join(f"{n},Tiêu chí {n},10,external,a,a\n" for n in (1, 2, 3)),
        "evidence/ky/round.csv": "key,value\nname,Kỳ lớn\nyear,2024\ncriteria:so,bo\n",
        "evidence/ky/agencies.csv": "agency,name,group\n"
        + "".join(f"A{n:05},Cơ quan {n},so\n" for n in range(count)),
    }
    for n in range(count):
        files[f"evidence/ky/external/A{n:05}.csv"] = "agency,criterion,input,value\n" + "".join(
            f"A{n:05},{leaf},a,{(n * leaf + value) % 10}\n" for leaf in (1, 2, 3))
    for name, text in files.items():
        path = os.path.join(base, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    return os.path.join(base, "evidence", "ky")


def run(lab, count, kills):
    tally = Tally(f"{count} files")
    rounds = [make(lab, count, value) for value in (0, 5)]
    out = lab.path("many-out")
    few = lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))
    wholes = []
    for round_ in reversed(rounds):
        begun = time.monotonic()
        code, text = lab.run(["score", round_, "-o", out, "--only", "csv,md"], preexec_fn=few)
        seconds = time.monotonic() - begun
        wholes.append(tree(out))
        tally.add(code == 0 and len(wholes[-1]) > count and not marks(out), text)
    tally.note(f"files written, {seconds:.1f} s and 16 descriptors")
    tally.notes = {word: len(wholes[-1]) for word in tally.notes}
    for number in range(kills):
        process = subprocess.Popen(
            [lab.cchc, "score", rounds[number % 2], "-o", out, "--only", "csv,md"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if number % 2:
            while process.poll() is None and not os.path.lexists(os.path.join(out, ".cchc-commit")):
                time.sleep(0.001)
            time.sleep(random.uniform(0, 0.2))
        else:
            time.sleep(random.uniform(0, seconds))
        process.kill()
        process.wait()
        # Another command finishes or clears; it writes one table here.
        lab.must(["assign", rounds[0], "-o", out])
        state = {name: digest for name, digest in tree(out).items() if "tham-dinh" not in name}
        tally.add(state in wholes and not marks(out), "a mixture of two runs")
    replace(None, out)
    yield tally
