"""Dots and places: how many organisations of a group lie in each cell. Organisations that are in the same groups are
alike to the attacker: each such class has an unknown number in each cell, the cells of a group are the sum of its
classes, and a class that fits one cell alone is found."""

from collections import defaultdict

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

from finding import Finding
from views import Views

CERTAIN = 1e-6


class Cells:
    """The classes of one year and node; unknowns are numbers by class and cell."""

    def __init__(self, views, own, own_cell):
        self.views, self.own = views, own
        patterns = defaultdict(set)
        for member in frozenset().union(*(view.members for view in views)):
            patterns[member == own, tuple(member in view.members for view in views)].add(member)
        self.classes = list(patterns.items())
        self.columns = []  # (class, cell)
        for i, ((is_own, pattern), _) in enumerate(self.classes):
            inside = [view for view, part in zip(views, pattern) if part]
            possible = set.intersection(*(set(view.dots) for view in inside))
            self.columns += [(i, cell) for cell in sorted(possible) if not is_own or cell == own_cell]
        self._make_matrix()

    def _make_matrix(self):
        entries, right = [], []
        for i, (_, members) in enumerate(self.classes):
            entries += [(len(right), c) for c, (k, _) in enumerate(self.columns) if k == i]
            right.append(len(members))
        for v, view in enumerate(self.views):
            for cell, count in view.dots.items():
                entries += [(len(right), c) for c, (k, at) in enumerate(self.columns)
                            if at == cell and self.classes[k][0][1][v]]
                right.append(count)
        rows, columns = zip(*entries)
        self.matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(right), len(self.columns)))
        self.right = np.array(right, dtype=float)

    def certain(self):
        """(members, cell) of each class that fits one cell alone."""
        choices = defaultdict(list)
        for c, (i, _) in enumerate(self.columns):
            choices[i].append(c)
        random = np.random.default_rng(1)
        seen = np.zeros(len(self.columns), dtype=bool)
        found = []
        for i, (own, _) in enumerate(pattern for pattern, _ in self.classes):
            if own:
                continue
            while seen[choices[i]].sum() < 2:
                unseen = [c for c in choices[i] if not seen[c]]
                if not unseen:
                    break
                cost = np.zeros(len(self.columns))
                cost[unseen] = -random.uniform(0.5, 1, len(unseen))
                values = self._solve(cost)
                new = values > CERTAIN
                if not new[unseen].any():
                    break
                seen |= new
            possible = [c for c in choices[i] if seen[c]]
            if len(possible) == 1:
                found.append((self.classes[i][1], self.columns[possible[0]][1]))
        return found

    def _solve(self, cost):
        answer = linprog(cost, A_eq=self.matrix, b_eq=self.right, bounds=(0, None), method="highs")
        assert answer.status == 0, answer.message
        return answer.x


def cell_of(value, step):
    return min(max(0, np.floor(value / step + 1e-9)), np.ceil(100 / step) - 1) * step


def step_of(know):
    for row in know.national + know.own:
        if row["kind"] in ("group_dots", "peer_dots"):
            return float(row["upper"]) - float(row["lower"])
    return None


def attack_dots(know):
    views = Views(know)
    step = step_of(know)
    findings = []
    for (_, year, node), by_label in views.dots.items():
        value = know.value.get((year, node))
        own_cell = cell_of(value, step) if value is not None else None
        cells = Cells(list(by_label.values()), ("value", know.me, year, "", node), own_cell)
        for members, cell in cells.certain():
            findings += [Finding("dots", member, cell, cell + step, ", ".join(by_label)) for member in members]
    for (_, year, (x, y)), by_label in views.places.items():
        values = [know.value.get((year, node)) for node in (x, y)]
        own_cell = tuple(cell_of(v, step) for v in values) if None not in values else None
        own = ("value", know.me, year, "", (x, y))
        cells = Cells(list(by_label.values()), own, own_cell)
        for members, cell in cells.certain():
            findings += [Finding("places", member[:4] + (node,), corner, corner + step, ", ".join(by_label))
                         for member in members for node, corner in zip((x, y), cell)]
    return findings
