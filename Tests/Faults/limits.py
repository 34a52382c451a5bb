"""Runs the program where the system refuses: full disk, file size, read-only folders, no more descriptors."""

import os
import resource
import shutil
import subprocess

from project import ROUND, Tally, marks, replace, tree

NOBODY = 65534


def targets(lab):
    """Commands with the folder that they write and its old state."""
    forms = [os.path.join(lab.forms, name) for name in sorted(os.listdir(lab.forms))]

    def score(place):
        return ["score", lab.round("new"), "-o", os.path.join(place, ROUND)]

    def import_(place):
        return ["import", os.path.join(place, ROUND), "--replace", "--criteria", lab.path("old", "criteria")] + forms

    return [("score", score, lab.path("scored")), ("import", import_, lab.round("old"))]


def states(lab, make, source):
    """The trees before and after a command that nothing hinders."""
    place = lab.path("limits")
    os.makedirs(place, exist_ok=True)
    replace(source, os.path.join(place, ROUND))
    old = tree(os.path.join(place, ROUND))
    lab.must(make(place))
    new = tree(os.path.join(place, ROUND))
    assert old != new
    return place, old, new


def judge(tally, lab, words, folder, old, new, must_refuse=False, **others):
    code, text = lab.run(words, **others)
    state = tree(folder)
    whole = state == new if code in (0, 1) else code == 2 and state == old and "cchc:" in text
    tally.note("refused" if code == 2 else "written")
    if must_refuse:
        whole = whole and code == 2
    # What could not even be removed is removed by the next run.
    tally.add(whole and (code != 2 or not marks(folder)), f"{words[0]}: exit {code}: {text.strip()[-300:]}")


# MARK: full disk


def mounted(place, words):
    os.makedirs(place, exist_ok=True)
    return subprocess.run(["mount"] + words + [place], stderr=subprocess.DEVNULL).returncode == 0


def full_disk(lab, steps):
    for name, make, source in targets(lab):
        place, old, new = states(lab, make, source)
        need = room(os.path.join(place, ROUND)) if name == "score" else 200_000
        for kind in ("tmpfs", "ext4"):
            tally = Tally(f"full disk ({kind}): {name}")
            disk, image = lab.path("disk"), lab.path("disk.img")
            words = ["-t", "tmpfs", "-o", "size=8m", "tmpfs"]
            if kind == "ext4":
                with open(image, "wb") as file:
                    file.truncate(8 << 20)
                if not shutil.which("mkfs.ext4"):
                    continue
                subprocess.run(["mkfs.ext4", "-q", "-m", "0", image], check=True)
                words = ["-o", "loop", image]
            if not mounted(disk, words):
                tally.note("no mount here, not tried")
                yield tally
                continue
            try:
                folder = os.path.join(disk, ROUND)
                for step in range(steps):
                    replace(source, folder)
                    fill(disk, int(need * 1.4) * step // steps)
                    judge(tally, lab, make(disk), folder, old, new)
                    os.remove(os.path.join(disk, "filler"))
            finally:
                subprocess.run(["umount", disk], check=True)
            yield tally


def room(folder):
    """The bytes that the files of a folder take on a disk."""
    return sum(
        os.path.getsize(os.path.join(place, name)) // 4096 * 4096 + 4096
        for place, _, files in os.walk(folder) for name in files)


def fill(disk, left):
    """Fills a disk until so many bytes are free."""
    with open(os.path.join(disk, "filler"), "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
        file.truncate(max(0, file.tell() - left // 4096 * 4096))
        os.fsync(file.fileno())


def file_size(lab, steps):
    for name, make, source in targets(lab):
        place, old, new = states(lab, make, source)
        tally = Tally(f"file size limit: {name}")
        largest = int(1.3 * max(os.path.getsize(os.path.join(place, ROUND, file)) for file in new))
        for step in range(steps):
            replace(source, os.path.join(place, ROUND))
            most = largest * step // steps
            judge(tally, lab, make(place), os.path.join(place, ROUND), old, new,
                  preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
        yield tally


# MARK: read-only, descriptors


def read_only(lab):
    """Takes the right to write away, from the folder or one below it; the superuser runs as nobody."""
    for name, make, source in targets(lab):
        place, old, new = states(lab, make, source)
        tally = Tally(f"read-only folder: {name}")
        folder = os.path.join(place, ROUND)
        below = "co-quan" if name == "score" else "self"
        for closed in ("", below):
            replace(source, folder)
            if os.geteuid() == 0:
                subprocess.run(["chown", "-R", str(NOBODY), place], check=True)
            os.chmod(os.path.join(folder, closed), 0o555)
            judge(tally, lab, make(place), folder, old, new, must_refuse=True,
                  **({"user": NOBODY} if os.geteuid() == 0 else {}))
            os.chmod(os.path.join(folder, closed), 0o755)
            if mounted(folder, ["--bind", folder]):
                try:
                    subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
                    judge(tally, lab, make(place), folder, old, new, must_refuse=True)
                finally:
                    subprocess.run(["umount", folder], check=True)
        yield tally


def left_behind(lab):
    """What a killed run left in a folder that nobody may write in: it is told, and nobody waits for ever."""
    tally = Tally("left in a read-only folder")
    folder = lab.path("limits", ROUND)
    replace(None, lab.path("limits"))
    for left in ({"list": b"+agencies.csv\0.\0", "0": b"x"}, {"list": b"+agencies.csv"}):
        replace(lab.round("old"), folder)
        os.mkdir(os.path.join(folder, ".cchc-commit"))
        for name, content in left.items():
            with open(os.path.join(folder, ".cchc-commit", name), "wb") as file:
                file.write(content)
        old = tree(folder)
        users = {"user": NOBODY} if os.geteuid() == 0 else {}
        os.chmod(folder, 0o555)
        words = ["check", folder, "--criteria", lab.path("old", "criteria")]
        code, text = lab.run(words, **users)
        tally.add(code == 2 and "cchc:" in text and tree(folder) == old, text)
        os.chmod(folder, 0o755)
        code, text = lab.run(words)
        tally.add(not marks(folder), text)
    yield tally


def descriptors(lab):
    for name, make, source in targets(lab):
        place, old, new = states(lab, make, source)
        tally = Tally(f"few descriptors: {name}")
        # With three open streams there is none for the program's own libraries.
        for most in range(4, 20):
            replace(source, os.path.join(place, ROUND))
            judge(tally, lab, make(place), os.path.join(place, ROUND), old, new,
                  preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (most, most)))
        yield tally


def run(lab, steps):
    yield from full_disk(lab, steps)
    yield from file_size(lab, steps)
    yield from read_only(lab)
    yield from left_behind(lab)
    yield from descriptors(lab)
