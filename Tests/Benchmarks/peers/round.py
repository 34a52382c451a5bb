"""A made-up round and the programs that score it, each with its own folder for the three tables."""

import json
import pathlib
import shutil
import subprocess
import sys

import equality

HERE = pathlib.Path(__file__).parent
NAME = "ca-nuoc"
PEERS = {"DuckDB": "duckdb_job.py", "Polars": "polars_job.py"}
PLACES = "noi-bo", "cong-bo", "co-quan"


class MadeUp:
    """A round that `cchc-bench` made, of its own size."""

    def __init__(self, programs, work, agencies, leaves, seed=1):
        self.programs = pathlib.Path(programs)
        self.agencies, self.leaves = agencies, leaves
        self.cells = agencies * leaves
        self.folder = pathlib.Path(work) / f"round-{agencies}-{leaves}"
        self.results = self.folder / "results"
        subprocess.run(
            [self.programs / "cchc-bench", "generate", "national", "--agencies", str(agencies), "--leaves", str(leaves),
             "--seed", str(seed), self.folder], check=True, stdout=subprocess.DEVNULL)
        self.evidence = self.folder / "evidence" / f"{NAME}-2025"
        self.criteria = self.folder / "criteria"
        self.results.mkdir(exist_ok=True)

    @property
    def inputs(self):
        return sorted(str(path) for path in self.folder.glob("*/*/**/*.csv") if self.results not in path.parents)

    @property
    def input_bytes(self):
        return sum(pathlib.Path(path).stat().st_size for path in self.inputs)

    def output(self, name):
        return self.results / name.replace(" ", "-").replace(",", "")

    def ours(self, kinds="csv", name="cchc"):
        return [str(self.programs / "cchc"), "score", str(self.evidence), "-o", str(self.output(name)), "--only", kinds]

    def peers(self):
        return {name: [sys.executable, str(HERE / script), str(self.evidence), str(self.output(name))]
                for name, script in PEERS.items()}

    def clear(self, name):
        """Takes away what a program wrote before, so that all of them make new files."""
        shutil.rmtree(self.output(name), ignore_errors=True)
        self.output(name).mkdir()

    def check(self, peer):
        """Compares a peer's tables with ours and says so; any difference beyond rounding ends the run."""
        try:
            count, near = equality.check(self.output("cchc"), self.output(peer))
        except (equality.Difference, ValueError) as difference:
            sys.exit(f"{peer} gives other results: {difference}")
        return f"{peer}: {count:,} rows equal to ours, {near:,} rounded figures a unit apart"

    def phases(self, repeats):
        """What `cchc-bench run` says of each phase."""
        output = subprocess.run(
            [self.programs / "cchc-bench", "run", self.evidence, self.criteria, "--repeat", str(repeats)],
            check=True, stdout=subprocess.PIPE).stdout
        return [json.loads(line) for line in output.splitlines()]
