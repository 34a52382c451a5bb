"""Times whole processes in turn: wall, time of all cores, most memory at once."""

import os
import statistics
import tempfile
from dataclasses import dataclass


@dataclass
class Sample:
    wall: float
    cpu: float
    peak: float     # MiB


class Failure(Exception):
    """A program that did not end well."""


TIMER = ".build-bench/timer"


def run(command, statuses=(0,)):
    """Runs a command once; what it prints is shown only where it fails, with a status that it may not have."""
    with tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as taken:
        actions = [(os.POSIX_SPAWN_DUP2, printed.fileno(), 1), (os.POSIX_SPAWN_DUP2, printed.fileno(), 2),
                   (os.POSIX_SPAWN_DUP2, taken.fileno(), 3)]
        process = os.posix_spawn(TIMER, [TIMER, *command], os.environ, file_actions=actions)
        _, status = os.waitpid(process, 0)
        taken.seek(0)
        figures = [int(text) for text in taken.read().split()]
        if status or os.waitstatus_to_exitcode(figures[3]) not in statuses:
            printed.seek(0)
            text = printed.read().decode(errors="replace")
            raise Failure(f"{' '.join(command)}: status {os.waitstatus_to_exitcode(status or figures[3])}\n{text}")
    return Sample(figures[0] / 1e6, figures[1] / 1e6, figures[2] / 1024)


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
