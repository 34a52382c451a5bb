"""A small project in two states, its trees by their digests, and runs of the program."""

import hashlib
import os
import shutil
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ROUND = "2023-cchc-mau"
# What a run leaves beside its files until they count.
MARKS = (".cchc-part", ".cchc-commit")


class Lab:
    """Projects `old` and `new`, which differ in every result, and a scratch folder."""

    def __init__(self, folder, cchc):
        self.folder = folder
        self.cchc = os.path.join(folder, "cchc")
        shutil.copy(cchc, self.cchc)
        for state in ("old", "new"):
            self._make_project(state)
        self.forms = self.path("forms")
        agencies = [word for code in ("SNV", "STC", "STP", "SYT") for word in ("--agency", code)]
        self.must(["form", self.round("new"), "-o", self.forms] + agencies)

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def round(self, state):
        return self.path(state, "evidence", ROUND)

    def _make_project(self, state):
        for part in ("criteria/cchc-so-2023", f"evidence/{ROUND}"):
            shutil.copytree(os.path.join(ROOT, part), self.path(state, part))
        round_ = self.round(state)
        shutil.rmtree(os.path.join(round_, "closed"), ignore_errors=True)
        for name in ("closing.csv", "submissions.csv", "publication.csv", "orders.csv", "followup.csv"):
            if os.path.exists(os.path.join(round_, name)):
                os.remove(os.path.join(round_, name))
        if state == "old":
            return
        for name in os.listdir(os.path.join(round_, "self")):
            change(os.path.join(round_, "self", name), ",0,", ",1,")
        change(os.path.join(round_, "agencies.csv"), "Sở ", "SỞ ")

    def run(self, words, **others):
        """Runs the program to its end; gives exit code and messages."""
        done = subprocess.run(
            [self.cchc] + words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300, **others)
        return done.returncode, done.stderr.decode() + done.stdout.decode()

    def must(self, words):
        code, text = self.run(words)
        assert code in (0, 1), (words, code, text)
        return code


def change(path, old, new):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace(old, new))


def is_mark(name):
    return name.startswith(MARKS)


def tree(folder):
    """The files of a folder by name and digest, without what a killed run left beside them."""
    found = {}
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not is_mark(name)]
        for name in files:
            path = os.path.join(place, name)
            if is_mark(name):
                continue
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).hexdigest()
    return found


def marks(folder):
    """What killed runs left in a folder."""
    return [
        os.path.join(place, name)
        for place, folders, files in os.walk(folder) for name in folders + files if is_mark(name)]


def replace(source, target):
    """Makes a folder the copy of another, or nothing."""
    shutil.rmtree(target, ignore_errors=True)
    if source is not None:
        shutil.copytree(source, target)


class Tally:
    """Counts survived trials of one kind and keeps the first failures."""

    def __init__(self, kind):
        self.kind, self.survived, self.total, self.notes, self.failures = kind, 0, 0, {}, []

    def add(self, survived, failure=""):
        self.total += 1
        self.survived += survived
        if not survived and len(self.failures) < 3:
            self.failures.append(failure)

    def note(self, word):
        self.notes[word] = self.notes.get(word, 0) + 1

    def __str__(self):
        notes = ", ".join(f"{count} {word}" for word, count in sorted(self.notes.items()))
        lines = [f"{self.kind:34} {self.survived}/{self.total}" + (f"  ({notes})" if notes else "")]
        return "\n".join(lines + [f"  FAILED: {failure}" for failure in self.failures])
