"""What the national table tells, to be asked whether a number of a figure is among it. A figure's number is looked for among
the rows about the same things: the nodes, groups, kinds of units, years and types of the matrix that its row and column
name."""

import re
from collections import defaultdict

NUMBER = re.compile(r"[+-]?\d+(?:\.(\d+))?")
CELL = re.compile(r"(\d+)-(\d+)")
ABOUT = ("type", "unit", "group", "value_of_group", "node", "item", "year", "from")


def words_of(text):
    """The text and its parts: "D1C1--D1C2", "t1_mean", "A>B". A row of all is a sum of the others or the group of all."""
    return {text, *re.split(r"--|[-_> ]", text)} - {"", "all"}


def printed_as(value, text):
    decimals = len(NUMBER.fullmatch(text).group(1) or "")
    return abs(value - float(text)) <= 0.5 * 10**-decimals + 1e-6


class Told:
    """The rows of a national table."""

    def __init__(self, rows):
        self.rows, self.about, self.cells = rows, defaultdict(set), defaultdict(set)
        self.by_words = {}  # what was asked for before
        self.stayed = set(self._stayed(rows))
        for i, row in enumerate(rows):
            for word in set().union(*(words_of(row[column]) for column in ABOUT)):
                self.about[word].add(i)
            if row["kind"] == "group_places" and row["state"] == "known":
                self._add_cell(row)

    def _stayed(self, rows):
        """How many organisations kept their type, where that is told of each type, and how many did not."""
        kept = defaultdict(list)
        for row in rows:
            if row["kind"] == "type_moved" and len(set(row["item"].split(">"))) == 1:
                kept[row["type"], row["year"]].append(row)
        for same in kept.values():
            if all(row["state"] == "known" for row in same):
                total = sum(float(row["value"]) for row in same)
                yield from (total, float(same[0]["n"]) - total)

    def _add_cell(self, row):
        """Counts of the matrix by the cell as a figure names it: column and row from the lower left."""
        x, y, step = float(row["lower"]), float(row["item"]), float(row["upper"]) - float(row["lower"])
        self.cells[f"{round(x / step)}-{round(y / step)}"].update((float(row["value"]), x, y))

    def numbers(self, *names):
        """What is told of that which the names name."""
        cells = [self.cells[name] for name in names if CELL.fullmatch(name)]
        if cells:
            yield from cells[0]
            return
        words = frozenset().union(*map(words_of, names)).intersection(self.about)
        if words not in self.by_words:
            found = [self.about[word] for word in words]
            rows = set.intersection(*found) if found else range(len(self.rows))
            self.by_words[words] = {number for i in rows for number in numbers_of(self.rows[i])} | self.stayed
        yield from self.by_words[words]


def numbers_of(row):
    """Its numbers, and what is printed instead of them: the margin of an interval, the share of a count."""
    if row["n"] != "":
        yield float(row["n"])
    if row["state"] != "known":
        return
    value = float(row["value"])
    yield value
    if row["lower"] != "" and row["upper"] != "":
        yield from (float(row["lower"]), float(row["upper"]), float(row["upper"]) - value)
    if row["n"] not in ("", "0"):
        yield 100 * value / float(row["n"])
