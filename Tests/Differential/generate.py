"""Writes one random criteria folder and round from a seed.

Usage: python3 generate.py SEED FOLDER
"""

import random
import sys
from pathlib import Path

from random_round import RandomRound


def draw(seed, ambiguous=False):
    """The round of a seed, not yet written; how it is written is drawn apart."""
    drawn = RandomRound(random.Random(f"round {seed}"), ambiguous)
    drawn.rng = random.Random(f"files {seed}")
    return drawn


def generate(seed, folder, plain=False, ambiguous=False):
    """Writes FOLDER/criteria and FOLDER/evidence/ky-1; gives the folder of the round."""
    return draw(seed, ambiguous).write(Path(folder), plain)


if __name__ == "__main__":
    print(generate(sys.argv[1], sys.argv[2]))
