"""Scores one leaf of one agency: self, each appraisal round, final (FORMATS 5)."""

from dataclasses import dataclass
from fractions import Fraction

from cells import rounded
from evaluation import BEYOND, BY_ZERO, Day, EMPTY, Evaluator, Stopped
from rounds import Filing

ZERO = Fraction(0)


@dataclass
class Outcome:
    """A status and points; no points where the leaf is exempt or monitored."""

    status: str
    points: object = ZERO


@dataclass
class LeafScore:
    leaf: object
    status: str
    self_points: object
    appraised: list
    final: object

    @property
    def max(self):
        """The applicable maximum, None where monitored."""
        if self.status == "monitored":
            return None
        return ZERO if self.status == "exempt" else self.leaf.max


MONITORED, EXEMPT = Outcome("monitored", None), Outcome("exempt", None)


class LeafScorer:
    """The steps of FORMATS 5 for one leaf of one agency."""

    def __init__(self, round_, criteria, agency, leaf):
        self.round, self.criteria, self.leaf = round_, criteria, leaf
        self.place = agency.code, leaf.code
        self.filing = round_.filings.get(self.place) or Filing()
        self.decisions = round_.appraisals.get(self.place, {})

    def score(self):
        filed = self.outcome(self.filing.figures)
        appraised = self.appraise(filed)
        final = appraised[-1][1] if appraised else filed
        if not appraised and final.status == "scored" and self.lacks_document():
            final = Outcome("undocumented")
        self.report(filed, appraised, final)
        own = filed.points if self.leaf.method == "self" else None
        rounds = [(number, outcome.points) for number, outcome in appraised]
        return LeafScore(self.leaf, final.status, own, rounds, final.points)

    def appraise(self, filed):
        """(round, outcome) of each round, every one starting from what the last one left."""
        figures, points, state, result = dict(self.filing.figures), None, filed, []
        for number in sorted(self.decisions):
            decision = self.decisions[number]
            figures.update(decision.values)
            if decision.points is not None:
                points = decision.points
            elif decision.values:
                points = None
            if points is None:
                state = self.outcome(figures)
            elif filed.status != "monitored":
                state = Outcome("scored", points)
            result.append((number, state))
        return result

    def outcome(self, figures):
        leaf = self.leaf
        if leaf.kind == "monitored":
            return MONITORED
        if self.place in self.round.exempt:
            return EXEMPT
        states = {cell.state for cell in figures.values()}
        if "request" in states:
            return Outcome("requested")
        if self.filing.unknown_input or states & {"invalid", "duplicate"}:
            return Outcome("invalid")
        if any(name not in figures for name in leaf.needed):
            return Outcome("missing")
        return self.work_out(figures)

    def work_out(self, figures):
        leaf = self.leaf
        evaluator = Evaluator(lambda node: self.look_up(node, figures), self.criteria.rounding)
        try:
            if not all([evaluator.holds(check) for check in leaf.checks]):
                return Outcome("invalid")
        except Stopped:
            return Outcome("invalid")
        value = evaluator.rule(leaf.rule)
        if value is BEYOND or (value is BY_ZERO and not leaf.zero):
            return Outcome("invalid")
        if value is BY_ZERO and leaf.zero == "exempt":
            return EXEMPT
        if value is BY_ZERO:
            value = leaf.max if leaf.zero == "full" else ZERO
        if value is EMPTY:
            value = ZERO
        limited = min(max(value, leaf.min), leaf.max)
        return Outcome("scored", rounded(limited, self.criteria.point_decimals,
                                         self.criteria.rounding))

    def look_up(self, node, figures):
        if node[0] == "full":
            return self.leaf.max
        cell = figures.get(node[1])
        if cell is None:
            return EMPTY
        return Day(cell.value) if self.leaf.inputs[node[1]].type == "date" else cell.value

    def lacks_document(self):
        if self.leaf.method == "survey" or self.filing.document:
            return False
        return self.leaf.document == "required" or (
            self.leaf.document == "required_or_explained" and not self.filing.note)

    def report(self, filed, appraised, final):
        """Reports the cell; the contract does not say whether every settled fault is a warning."""
        text = f"{self.place}: {final.status}"
        faults = bool(self.filing.faults)
        wrong = [outcome for _, outcome in appraised if outcome.status == "invalid"]
        if final.status == "invalid":
            self.round.report("error", text)
        elif faults or self.is_faulty() and final.status in ("exempt", "requested", "monitored"):
            self.round.report("unclear", f"{text}, {self.filing.faults}")
        elif wrong:
            self.round.report("unclear", f"{text} after an invalid round")
        elif filed.status == "invalid" or final.status in ("missing", "undocumented", "requested"):
            self.round.report("warning", text)

    def is_faulty(self):
        states = {cell.state for cell in self.filing.figures.values()}
        states |= {cell.state for decision in self.decisions.values()
                   for cell in decision.values.values()}
        return "invalid" in states
