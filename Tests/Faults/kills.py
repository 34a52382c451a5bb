"""Ends the program by SIGKILL at random points of commands that write, and looks at what it leaves."""

import os
import random
import subprocess
import time

from project import ROUND, Tally, marks, replace, tree


class Job:
    """A command that takes folders from an old state to a new one, and a command that comes after it."""

    def __init__(self, lab, kind, words, following, places):
        """`places`: folders that the command writes, as (folder, copy of its old state or None)."""
        self.lab, self.kind, self.words, self.following, self.places = lab, kind, words, following, places
        self.old, self.new, self.seconds = None, None, None

    def reset(self):
        for folder, source in self.places:
            replace(source, folder)

    def state(self):
        return [tree(folder) for folder, _ in self.places]

    def follow(self):
        for words in self.following:
            self.lab.must(words)

    def measure(self):
        """Learns both states as they are after the following command, and how long the command takes."""
        self.reset()
        self.bare_old = self.state()
        self.follow()
        self.old = self.state()
        self.reset()
        begun = time.monotonic()
        self.lab.must(self.words)
        self.seconds = time.monotonic() - begun
        self.bare_new = self.state()
        self.follow()
        self.new = self.state()
        assert self.old != self.new, self.kind

    def has_mark(self, name):
        return any(
            left.startswith(name) for folder, _ in self.places if os.path.isdir(folder)
            for left in os.listdir(folder))

    def kill(self, aim):
        """Starts the command and kills it: anywhere, while it writes, or while it puts files in place."""
        self.reset()
        process = subprocess.Popen(
            [self.lab.cchc] + self.words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if aim == "anywhere":
            time.sleep(random.uniform(0, self.seconds * 1.05))
        else:
            mark = ".cchc-part" if aim == "writing" else ".cchc-commit"
            while process.poll() is None and not self.has_mark(mark):
                pass
            end = time.perf_counter() + random.uniform(0, 0.02 if aim == "writing" else 0.0005)
            while time.perf_counter() < end:
                pass
        process.kill()
        return process.wait() == -9

    def trial(self, tally, aim):
        if not self.kill(aim):
            tally.note("ended before")
        decided = self.has_mark(".cchc-commit")
        if decided:
            tally.note("between decision and end")
        elif self.has_mark(".cchc-part"):
            tally.note("before the decision")
        bare = self.state()
        # Before the decision nothing has changed, without any help.
        whole = decided or bare in (self.bare_old, self.bare_new)
        try:
            self.follow()
        except AssertionError as error:
            return tally.add(False, f"{self.kind}, {aim}: the next run failed: {error}")
        after = self.state()
        whole = whole and after in (self.old, self.new)
        tally.add(whole, f"{self.kind}, {aim}: {differences(after, self.old)} files differ from the old state, "
                  f"{differences(after, self.new)} from the new one")
        # The command itself, run again, gets through and leaves nothing beside.
        if tally.total % 10 == 1:
            self.lab.run(self.words)
            left = [mark for folder, _ in self.places for mark in marks(folder)]
            tally.add(not left, f"{self.kind}: left behind: {left}")


def differences(left, right):
    return sum(
        1 for a, b in zip(left, right) for name in a.keys() | b.keys() if a.get(name) != b.get(name))


def jobs(lab):
    """Every command that writes what others read, with the reader or writer that comes after it."""
    work = lab.path("work")
    round_ = os.path.join(work, "evidence", ROUND)
    out, old = lab.path("out"), lab.round("old")
    day = "28/3/2024"
    lab.must(["score", old, "-o", lab.path("scored")])
    lab.must(["followup", old, "--on", day, "-o", lab.path("followed")])
    os.makedirs(work)
    replace(lab.path("old", "criteria"), os.path.join(work, "criteria"))
    forms = [os.path.join(lab.forms, name) for name in sorted(os.listdir(lab.forms))]
    check = [["check", round_]]
    fresh = os.path.join(work, "evidence", "2030")
    return [
        Job(lab, "kill: score", ["score", lab.round("new"), "-o", out],
            [["followup", old, "--on", day, "-o", out]], [(out, lab.path("scored"))]),
        Job(lab, "kill: followup", ["followup", lab.round("new"), "--on", day, "-o", out],
            [["score", old, "-o", out]], [(out, lab.path("followed"))]),
        Job(lab, "kill: import", ["import", round_, "--replace"] + forms, check, [(round_, old)]),
        Job(lab, "kill: inbox", ["inbox", round_, "--in", lab.forms, "--out", out, "--replace"], check,
            [(round_, old), (out, None)]),
        Job(lab, "kill: receive",
            ["receive", round_, "SNV", "--on", "2024-01-15", "--document", "15", "-o", out], check,
            [(round_, old), (out, None)]),
        Job(lab, "kill: close", ["close", round_, "--on", "2024-03-20"], check, [(round_, old)]),
        Job(lab, "kill: new",
            ["new", fresh, "--criteria", "so=cchc-so-2023", "--from", old],
            [["check", old]], [(os.path.join(work, "evidence"), lab.path("old", "evidence"))]),
    ]


def run(lab, count):
    """Gives a tally for each command, of so many kills."""
    for job in jobs(lab):
        tally = Tally(job.kind)
        job.measure()
        for number in range(count):
            job.trial(tally, ("anywhere", "writing", "deciding")[number % 3])
        yield tally
