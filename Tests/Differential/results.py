"""Sums, ranks, bands and obligations of a round, as the object of results.json (FORMATS 5, 6)."""

import datetime
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cmp_to_key

import cells
from evaluation import EMPTY, condition_on_results
from scoring import LeafScorer
from vocabulary import fold


class Number(str):
    """The text of a JSON number, so that 91.80 and 91.8 differ."""

    def __repr__(self):
        return f"#{str(self)}"


@dataclass
class Sum:
    """Points and applicable maximum of a row, a field or an agency."""

    points: Fraction
    max: Fraction

    @property
    def share(self):
        return self.points / self.max if self.max else None


@dataclass
class AgencyScore:
    agency: object
    criteria: object
    leaves: dict
    total: Sum = None
    rank: int = None
    fields: dict = field(default_factory=dict)

    def sum_of(self, code):
        below = [self.leaves[leaf.code] for leaf in self.criteria.leaves_below(code)]
        return Sum(sum((leaf.final or 0 for leaf in below), Fraction(0)),
                   sum((leaf.max or 0 for leaf in below), Fraction(0)))

    def published(self, share):
        """A share as the percentage that is printed."""
        if share is None:
            return None
        return cells.rounded(share * 100, self.criteria.index_decimals, self.criteria.rounding)

    def ranking_share(self, share):
        return self.published(share) if self.criteria.rank_by == "published" else share


def score_agency(round_, agency):
    criteria = round_.sets[agency.group]
    leaves = {leaf.code: LeafScorer(round_, criteria, agency, leaf).score()
              for leaf in criteria.leaves}
    score = AgencyScore(agency, criteria, leaves)
    score.fields = {row.code: score.sum_of(row.code) for row in criteria.fields}
    signs = {"scored": 1, "bonus": 1, "penalty": -1}
    points = sum((signs[row.kind] * score.fields[row.code].points for row in criteria.fields),
                 Fraction(0))
    maximum = sum((score.fields[row.code].max for row in criteria.fields if row.kind == "scored"),
                  Fraction(0))
    score.total = Sum(points, maximum)
    if not maximum:
        round_.report("unclear", f"{agency.code}: the maximum is 0")
    return score


def descending(first, second):
    """Order of two values that may be None: the higher first, None last."""
    if first == second:
        return 0
    if first is None or second is None:
        return 1 if first is None else -1
    return -1 if first > second else 1


def compare_scores(first, second):
    criteria = first.criteria
    order = descending(first.ranking_share(first.total.share),
                       second.ranking_share(second.total.share))
    for code in criteria.tie_break:
        order = order or descending(first.ranking_share(first.fields[code].share),
                                    second.ranking_share(second.fields[code].share))
    return order


def rank_bloc(scores):
    """Gives ranks to the agencies of one bloc that take part and have an index."""
    ordered = sorted((score for score in scores
                      if score.agency.ranked and score.total.share is not None),
                     key=cmp_to_key(compare_scores))
    for position, score in enumerate(ordered):
        above = ordered[position - 1] if position else None
        if above and compare_scores(above, score) == 0:
            score.rank = above.rank
        elif score.criteria.ranking == "dense":
            score.rank = above.rank + 1 if above else 1
        else:
            score.rank = position + 1


def rank_group(scores):
    """Ranks every bloc and gives the scores in the order of every output."""
    blocs = sorted({score.agency.bloc for score in scores}, key=lambda bloc: bloc.encode())
    result = []
    for bloc in blocs:
        members = [score for score in scores if score.agency.bloc == bloc]
        rank_bloc(members)
        result += sorted(members, key=lambda score: (
            not score.agency.ranked, score.rank is None, score.rank or 0,
            score.agency.code.encode()))
    return result


class Conditions:
    """The conditions on results of one agency."""

    def __init__(self, round_, score):
        self.round, self.score = round_, score

    def look_up(self, node):
        if node[0] == "index":
            found = self.score.total.share
        elif node[0] == "head_rating":
            rating = self.round.ratings.get(self.score.agency.code)
            found = fold(rating) if rating else None
        else:
            total = self.score.sum_of(node[1])
            found = total.share if node[0] == "percent" else total.points if total.max else None
        return EMPTY if found is None else found

    def hold(self, tree):
        return condition_on_results(tree, self.look_up, self.score.criteria.rounding)

    def band(self):
        if self.score.total.share is None:
            return None
        return next((label for label, condition in self.score.criteria.bands
                     if self.hold(condition)), None)

    def obligations(self):
        return [{"id": owed.id, "duty": owed.duty, "deadline": self.deadline(owed),
                 "recipient": owed.recipient}
                for owed in self.score.criteria.obligations if self.hold(owed.condition)]

    def deadline(self, owed):
        publication = self.round.publication
        if f"deadline:{owed.id}" in publication:
            return cells.iso(cells.date(publication[f"deadline:{owed.id}"]))
        if owed.deadline.startswith("+"):
            announced = publication.get("announced")
            return cells.iso(cells.date(announced) + int(owed.deadline[1:])) if announced else None
        month, day = map(int, owed.deadline.split("-"))
        return datetime.date(self.round.year + 1, month, day).isoformat()


def agency_object(round_, score):
    criteria, agency = score.criteria, score.agency
    points = lambda value: None if value is None else Number(
        cells.fixed(value, criteria.point_decimals))
    maximum = lambda value: None if value is None else Number(cells.shortest(value))
    percent = lambda share: None if share is None else Number(
        cells.fixed(score.published(share), criteria.index_decimals))
    conditions = Conditions(round_, score)
    return {
        "agency": agency.code, "name": agency.name, "bloc": agency.bloc,
        "ranked": agency.ranked, "rank": score.rank and Number(score.rank),
        "points": points(score.total.points), "max": maximum(score.total.max),
        "index": percent(score.total.share), "band": conditions.band(),
        "fields": [{"code": row.code, "name": row.name, "kind": row.kind,
                    "points": points(score.fields[row.code].points),
                    "max": maximum(score.fields[row.code].max),
                    "percent": percent(score.fields[row.code].share)}
                   for row in criteria.fields],
        "criteria": [{"code": leaf.leaf.code, "status": leaf.status,
                      "self": points(leaf.self_points),
                      "appraised": [{"round": Number(number), "points": points(value)}
                                    for number, value in leaf.appraised],
                      "final": points(leaf.final), "max": maximum(leaf.max)}
                     for leaf in score.leaves.values()],
        "obligations": conditions.obligations(),
    }


def results_of(round_):
    """The object of results.json less problems, stamp and the wording of reasons."""
    groups = []
    for group in sorted(round_.sets, key=lambda code: code.encode()):
        members = [agency for agency in round_.agencies.values() if agency.group == group]
        scores = rank_group([score_agency(round_, agency) for agency in members])
        groups.append({"group": group, "criteria_set": round_.sets[group].name,
                       "agencies": [agency_object(round_, score) for score in scores]})
    return {"round": round_.name, "year": Number(round_.year), "groups": groups}


def expected_exit(round_):
    """0 or 1, None where the contract leaves open whether a problem is an error."""
    severities = {severity for severity, _ in round_.problems}
    return 1 if "error" in severities else None if "unclear" in severities else 0
