"""Sums over organisations: national means, changes of the matched and answers of all are equations among the values of
the other organisations; so is every node and its parts."""

from collections import defaultdict

from equations import Equations
from finding import Finding


FEWEST = 5  # respondents


def term(know, code, year, node):
    """An organisation's value: the own and a published one as a number, another's as an unknown."""
    value = know.value_of(code, year, node)
    return ("value", code, year, "", node) if value is None else value


def add_trees(know, equations):
    """A node is the weighted mean of those of its parts that have a value."""
    for (code, year, node), (_, state) in know.counts.items():
        if code == know.me or state == "none":
            continue
        parts = [c for c in know.children[node] if know.counts[code, year, c][1] != "none"]
        weights = [know.nodes[c].weight for c in parts]
        if parts:
            terms = [(w / sum(weights), term(know, code, year, c)) for w, c in zip(weights, parts)]
            equations.add(terms + [(-1, term(know, code, year, node))], 0.0, f"parts of {node}")


def add_mean(know, equations, row):
    year, node = int(row["year"]), row["node"]
    codes = know.counted[row["type"], year, node]
    weights = [know.weight[c] if row["item"] else 1.0 for c in codes]
    assert len(codes) == int(row["n"]), "counted organisations"
    terms = [(w, term(know, c, year, node)) for w, c in zip(weights, codes)]
    equations.add(terms, float(row["value"]) * sum(weights), f"mean of {node} {year}")


def add_change(know, equations, row):
    year, before, node = int(row["year"]), int(row["from"]), row["node"]
    earlier = know.counted[row["type"], before, node]
    codes = [c for c in know.counted[row["type"], year, node] if c in earlier]
    assert len(codes) == int(row["n"]), "matched organisations"
    terms = [(1, term(know, c, year, node)) for c in codes] + [(-1, term(know, c, before, node)) for c in codes]
    equations.add(terms, float(row["value"]) * len(codes), f"change of {node} {before} to {year}")


def add_answers(know, equations):
    """Counts of answers are the sum of all respondents' scores."""
    counts = defaultdict(dict)
    for row in know.national:
        if row["kind"] == "answers" and row["state"] == "known" and row["item"].lstrip("-").isdigit():
            counts[row["type"], int(row["year"]), row["node"]][int(row["item"])] = float(row["value"])
    for (kind, year, node), steps in counts.items():
        total = sum(know.score(node, step) * n for step, n in steps.items())
        codes = know.counted[kind, year, node]
        terms = [(know.counts[c, year, node][0], term(know, c, year, node)) for c in codes]
        equations.add(terms, total, f"answers to {node} {year}")


def add_response_rate(know, equations, row):
    """The share of those invited who answered is the mean of the organisations', weighted by the invited."""
    year = int(row["year"])
    known = [(c, *numbers) for (c, y), numbers in know.invited.items() if y == year and know.type[c] == row["type"]]
    assert len(known) == int(row["n"]), "organisations whose invited are known"
    terms = [(invited, 100 * answered / invited if c == know.me else ("rate", c, year, "", ""))
             for c, invited, answered in known]
    equations.add(terms, float(row["value"]) * sum(invited for _, invited, _ in known), f"response rate {year}")


def attacked(know, name):
    """What is withheld of an organisation whose results are published is kept back for a few respondents' sake."""
    kind, code, year, _, node = name
    if kind != "value" or not know.published:
        return True
    return know.counts[code, year, node][0] < FEWEST


def attack_nation(know):
    equations = Equations()
    add_trees(know, equations)
    for row in know.national:
        if row["state"] == "known" and row["kind"] == "national_mean":
            add_mean(know, equations, row)
        elif row["state"] == "known" and row["kind"] == "matched_change":
            add_change(know, equations, row)
        elif row["state"] == "known" and row["kind"] == "response_rate":
            add_response_rate(know, equations, row)
    add_answers(know, equations)
    found = equations.confined([name for name in equations.index if attacked(know, name)])
    return [Finding("national sums", name, low, high, by) for name, low, high, by in found]
