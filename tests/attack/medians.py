"""Medians and quartiles (type 7) of groups: one group alone with few others, and two groups that differ by one or two
organisations. The sorted values are unknowns that may not descend; for each rank that a differing or the own value may
have, two linear programmes bound it. A value whose possible ranges together span two points is found."""

from itertools import chain, combinations, permutations, product
from math import floor

import numpy as np
from scipy.optimize import linprog

from finding import Finding, narrow
from views import Views

MOST_ALONE = 4  # beyond, quartiles never bound the smallest and the largest
MOST_APART = 2
MOST_ORDERS = 600  # linear programmes for the pairs of groups of one recipient; only weakened rules have so many pairs


def quantile_terms(count, share):
    """(position, coefficient) of a type 7 quantile of `count` sorted values."""
    place = share * (count - 1)
    below = floor(place)
    part = place - below
    return [(below, 1 - part)] + ([(below + 1, part)] if part > 0 else [])


class Order:
    """Common values in ascending order with special ones at given gaps among them."""

    def __init__(self, commons, gaps, fixed):
        """gaps: special -> how many common values lie below it, ascending in the order given; fixed: special -> known
        value."""
        inserted = list(gaps)
        self.line = []
        for i in range(commons + 1):
            self.line += [special for special in inserted if gaps[special] == i]
            if i < commons:
                self.line.append(i)
        self.column = {item: i for i, item in enumerate(self.line)}
        self.bounds = [(fixed[item],) * 2 if item in fixed else (0, 100) for item in self.line]
        count = len(self.line)
        self.ascending = np.eye(count)[:-1] - np.eye(count)[1:] if count > 1 else None

    def equations(self, views, specials_of):
        """Rows of the equations of each view, which contains the common values and its specials."""
        matrix, right = [], []
        for view, specials in zip(views, specials_of):
            inside = [self.column[item] for item in self.line if not isinstance(item, str) or item in specials]
            for share, value in view.quantiles.items():
                row = np.zeros(len(self.line))
                for position, coefficient in quantile_terms(len(inside), share):
                    row[inside[position]] += coefficient
                matrix.append(row)
                right.append(value)
        return np.array(matrix), np.array(right)

    def range(self, matrix, right, first, last):
        """Lowest value of `first` and highest of `last`, or nothing where no values fit."""
        ends = []
        for item, sign in ((first, 1), (last, -1)):
            cost = np.zeros(len(self.line))
            cost[self.column[item]] = sign
            below = np.zeros(len(self.line) - 1) if self.ascending is not None else None
            answer = linprog(cost, A_ub=self.ascending, b_ub=below, A_eq=matrix, b_eq=right, bounds=self.bounds,
                             method="highs")
            if answer.status != 0:
                return None
            ends.append(sign * answer.fun)
        return ends


def gaps_that_matter(commons, views):
    """Gaps between common values that shift the quantiles of a view differently: those near a position in use."""
    used = set()
    for view in views:
        for share in view.quantiles:
            middle = share * (commons - 1)
            used |= {g for g in range(floor(middle) - 3, floor(middle) + 6) if 0 <= g <= commons}
    return sorted(used | {0, commons})


def alone(view):
    """Range of all others of a small group together, or nothing."""
    others = len(view.unknown())
    if not 0 < others <= MOST_ALONE:
        return None
    fixed = {"own": view.own_value} if view.own_value is not None else {}
    low, high = np.inf, -np.inf
    for gap in range(others + 1) if fixed else (0,):
        order = Order(others, {"own": gap} if fixed else {}, fixed)
        ends = order.range(*order.equations([view], [set(fixed)]), 0, others - 1)
        if ends:
            low, high = min(low, ends[0]), max(high, ends[1])
            if not narrow(low, high):
                return None
    return (low, high) if high >= low else None


def apart(first, second):
    """Members that only one of two views has and whose values are unknown."""
    return sorted((first.unknown() ^ second.unknown()))


def orders(specials, gaps):
    """Every way to put the special ones among the common values, those in the same gap in every order."""
    for line in permutations(specials):
        for chosen in product(gaps, repeat=len(line)):
            if all(a <= b for a, b in zip(chosen, chosen[1:])):
                yield dict(zip(line, chosen))


def between(first, second, differing, budget):
    """Range of each differing member over all ranks that fit, or nothing where it is wide."""
    known = {view.own: view.own_value for view in (first, second) if view.own_value is not None}
    commons = len(first.unknown() & second.unknown())
    names = {member: f"d{i}" for i, member in enumerate(differing)}
    fixed = {"own": value for value in known.values()}
    specials = [{names[m] for m in differing if m in view.members} | (set(fixed) if view.own in known else set())
                for view in (first, second)]
    all_specials = list(names.values()) + list(fixed)
    ranges = {name: (np.inf, -np.inf) for name in names.values()}
    for gaps in orders(all_specials, gaps_that_matter(commons, (first, second))):
        order = Order(commons, gaps, fixed)
        matrix, right = order.equations((first, second), specials)
        for name in list(ranges):
            budget[0] -= 1
            if budget[0] < 0:
                return {}
            ends = order.range(matrix, right, name, name)
            if not ends:
                break
            low, high = min(ranges[name][0], ends[0]), max(ranges[name][1], ends[1])
            ranges[name] = (low, high)
            if not narrow(low, high):
                del ranges[name]
        if not ranges:
            return {}
    return {member: ranges[name] for member, name in names.items() if name in ranges and ranges[name][1] >= ranges[name][0]}


def attack_medians(know):
    findings = []
    budget = [MOST_ORDERS]
    all_views = Views(know)
    for views in chain(all_views.quantiles.values(), all_views.agreement.values()):
        views = [view for view in views if not view.published]  # publication.py looks at those
        found = {}
        for view in views:
            ends = alone(view)
            if ends:
                for member in view.unknown():
                    found[member] = (ends, view.label)
        pairs = sorted(combinations(views, 2), key=lambda pair: len(apart(*pair)))
        for first, second in pairs:
            differing = [m for m in apart(first, second) if m not in found]
            if 0 < len(differing) == len(apart(first, second)) <= MOST_APART:
                for member, ends in between(first, second, differing, budget).items():
                    found[member] = (ends, f"{first.label} and {second.label}")
        findings += [Finding("medians and quartiles", member, *ends, by) for member, (ends, by) in found.items()
                     if member[1] != know.me]
    return findings
