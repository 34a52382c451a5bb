"""Times whole processes in turn: wall, time of all cores, most memory at once."""

import os
import statistics
import tempfile
import time
from dataclasses import dataclass


@dataclass
class Sample:
    wall: float
    cpu: float
    peak: float     # MiB


class Failure(Exception):
    """A program that did not end well."""


def run(command):
    """Runs a command once; what it prints is told only where it fails, with any status but 0."""
    with tempfile.TemporaryFile() as printed:
        actions = [(os.POSIX_SPAWN_DUP2, printed.fileno(), 1), (os.POSIX_SPAWN_DUP2, printed.fileno(), 2)]
        start = time.perf_counter()
        process = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
        _, status, usage = os.wait4(process, 0)
        wall = time.perf_counter() - start
        if status:
            printed.seek(0)
            text = printed.read().decode(errors="replace")
            raise Failure(f"{' '.join(command)}: status {os.waitstatus_to_exitcode(status)}\n{text}")
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def in_turn(commands, repeats, before=None):
    """Runs named commands in turn, so that a slow minute of the machine falls on all of them."""
    samples = {name: [] for name in commands}
    for _ in range(repeats):
        for name, command in commands.items():
            if before:
                before(name)
            samples[name].append(run(command))
    return samples


def median(samples, figure):
    return statistics.median(getattr(sample, figure) for sample in samples)


def seconds(value):
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.0f} ms" if value >= 0.02 else f"{value * 1000:.1f} ms"


def spread(samples, figure="wall"):
    values = [getattr(sample, figure) for sample in samples]
    return f"{seconds(min(values))}–{seconds(max(values))}"


def table(head, lines):
    """A Markdown table."""
    return "\n".join(["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
                     + ["| " + " | ".join(line) + " |" for line in lines])
