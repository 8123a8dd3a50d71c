"""Moves between the types of the matrix: organisations that have a place in the same years are alike to the attacker. How
many of each such class took which way through the types is unknown; the types of each year and the moves that are
shown are sums of them. Found is the type of a class that fits one alone, and a small number of moves that is withheld but
fits one number alone; not what would follow without the moves."""

from collections import defaultdict
from itertools import product

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

from finding import Finding

CERTAIN = 1e-6
FEWEST = 5


class Ways:
    """The ways of the classes of one type; `moves`: rows of the national table, or none of them."""

    def __init__(self, know, of_type, moves):
        self.know, self.type = know, of_type
        self.letters = sorted({letter for _, _, letter in know.type_counts})
        self.years = sorted({year for kind, year, _ in know.type_counts if kind == of_type})
        self.classes = self._classes()
        self.columns = [(i, way) for i, (_, years) in enumerate(self.classes) for way in self._ways(i, years)]
        self.rows, self.right = [], []
        self._add_classes()
        for row in moves:
            self._add(self.picks(row), float(row["value"]))
        self.matrix = csr_matrix(np.array(self.rows, dtype=float))
        self.seen = []  # solutions

    def _classes(self):
        """(members, years with a place), the own organisation alone."""
        know = self.know
        axes = know.axes.values()
        members = defaultdict(list)
        for code in (c for c, kind in know.type.items() if kind == self.type):
            years = tuple(y for y in self.years if all(know.is_counted(code, y, node) for node in axes))
            if years:
                members[code == know.me, years].append(code)
        return [(codes, years) for (_, years), codes in sorted(members.items())]

    def _ways(self, i, years):
        """Letters by year; the own are known."""
        if self.classes[i][0] == [self.know.me]:
            return [tuple(zip(years, (self.know.place[y] for y in years)))]
        return [tuple(zip(years, letters)) for letters in product(self.letters, repeat=len(years))]

    def _add(self, picked, number):
        self.rows.append(picked)
        self.right.append(number)

    def _add_classes(self):
        for i, (members, _) in enumerate(self.classes):
            self._add([float(k == i) for k, _ in self.columns], len(members))
        for year, letter in product(self.years, self.letters):
            self._add(self.picks_place(year, letter), self.know.type_counts[self.type, year, letter])

    def picks_place(self, year, letter, of_class=None):
        return [float((year, letter) in way and of_class in (None, k)) for k, way in self.columns]

    def picks(self, row):
        """Which ways a row of the table counts."""
        before, after, item = int(row["from"]), int(row["year"]), item_of(row)
        from_letter, to_letter = item.split(">")
        return [float(before in dict(way) and after in dict(way) and dict(way)[before].startswith(from_letter)
                      and dict(way)[after].startswith(to_letter)) for _, way in self.columns]

    def range(self, picked):
        """Least and greatest number of organisations on the picked ways."""
        picked = np.array(picked)
        numbers = [solution @ picked for solution in self.seen]
        for sign in (1, -1):
            if not numbers or max(numbers) - min(numbers) < CERTAIN:
                answer = linprog(sign * picked, A_eq=self.matrix, b_eq=self.right, bounds=(0, None), method="highs")
                assert answer.status == 0, answer.message
                self.seen.append(answer.x)
                numbers.append(answer.x @ picked)
        return min(numbers), max(numbers)

    def certain(self, picked):
        low, high = self.range(picked)
        return high - low < CERTAIN


def item_of(row):
    return {"type_before": row["item"] + ">", "type_after": ">" + row["item"]}.get(row["kind"], row["item"])


def find_places(ways, without):
    """Others whose type in a year follows from the moves."""
    for i, (members, years) in enumerate(ways.classes):
        if members == [ways.know.me]:
            continue
        for year, letter in product(years, ways.letters):
            low, _ = ways.range(ways.picks_place(year, letter, i))
            if low < len(members) - CERTAIN:
                continue
            before, _ = without.range(without.picks_place(year, letter, i))
            if before < len(members) - CERTAIN:
                for member in members:
                    yield Finding("moves", ("place", member, year, letter, ""), 1, 1, "moves")


def find_counts(ways, without, rows):
    """Small numbers that are withheld and follow from those that are shown."""
    for row in rows:
        picked = ways.picks(row)
        if not ways.certain(picked) or without.certain(picked):
            continue
        low, high = ways.range(picked)
        if round(low) < FEWEST:
            target = ("moved", ways.type, int(row["year"]), item_of(row), int(row["from"]))
            yield Finding("moves", target, low, high, "moves")


def attack_moves(know):
    findings = []
    rows = [row for row in know.national if row["kind"] in ("type_before", "type_after", "type_moved")]
    for of_type in sorted({row["type"] for row in rows}):
        own = [row for row in rows if row["type"] == of_type]
        shown = [row for row in own if row["state"] == "known"]
        if not shown:
            continue
        ways, without = Ways(know, of_type, shown), Ways(know, of_type, [])
        findings += find_places(ways, without)
        findings += find_counts(ways, without, [row for row in own if row["state"] == "withheld"])
    return findings
