"""Sums over organisations: national means, changes of the matched and answers of all are equations among the values of
the other organisations; so is every node and its parts."""

from collections import defaultdict

from equations import Equations
from finding import Finding


def term(know, code, year, node):
    """An organisation's value: the own as a number, another's as an unknown."""
    return know.value[year, node] if code == know.me else ("value", code, year, "", node)


def add_trees(know, equations):
    """A node is the weighted mean of those of its parts that have a value."""
    for (code, year, node), (_, state) in know.counts.items():
        if code == know.me or state == "none":
            continue
        parts = [c for c in know.children[node] if know.counts[code, year, c][1] != "none"]
        weights = [know.nodes[c].weight for c in parts]
        if parts:
            terms = [(w / sum(weights), ("value", code, year, "", c)) for w, c in zip(weights, parts)]
            equations.add(terms + [(-1, ("value", code, year, "", node))], 0.0, f"parts of {node}")


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


def attack_nation(know):
    equations = Equations()
    add_trees(know, equations)
    for row in know.national:
        if row["state"] == "known" and row["kind"] == "national_mean":
            add_mean(know, equations, row)
        elif row["state"] == "known" and row["kind"] == "matched_change":
            add_change(know, equations, row)
    add_answers(know, equations)
    found = equations.confined(list(equations.index))
    return [Finding("national sums", name, low, high, by) for name, low, high, by in found]
