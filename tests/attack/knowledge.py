"""What a recipient holds: the national table, the own table of all years, and the public facts around them.

Nothing here knows how the tables were made; the files are read as they are.
"""

import csv
import re
from collections import defaultdict, namedtuple
from pathlib import Path

Node = namedtuple("Node", "id level parent weight reversed")
STATEMENT = 4  # the deepest level


def read_rows(path):
    """Rows of a table as dictionaries; lines that open with # are remarks."""
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


class Knowledge:
    """All that recipient `me` can put together; `is_first`: of those that are attacked for."""

    def __init__(self, folder, me, is_first=True):
        self.me, self.is_first = me, is_first
        self.national = read_rows(Path(folder) / "national.csv")
        self.own = read_rows(Path(folder) / "organisations" / f"{me}.csv")
        self.nodes, self.children, self.weight = {}, defaultdict(list), {}
        self.type, self.counts, self.kinds, self.units = {}, {}, {}, {}
        self.invited, self.type_counts = {}, {}
        self.members, self.nearest = defaultdict(list), defaultdict(list)
        self.steps, self.axes = [0, 0], {}  # axes of the matrix
        for row in read_rows(Path(folder) / "public.csv"):
            self._learn(row)
        self.figures = [(path.stem, row) for path in sorted((Path(folder) / "figures").glob("*.csv"))
                        for row in read_rows(path)]
        self.years = sorted({year for _, year, _ in self.counts})
        self._index()

    def _learn(self, row):
        kind, year, code, node = row["kind"], int(row["year"]), row["organisation"], row["node"]
        number = float(row["number"])
        if kind == "node":
            self.nodes[node] = Node(node, int(row["group"]), row["other"], number, row["state"] == "reversed")
            self.children[row["other"]].append(node)
        elif kind == "axis":
            self.axes[row["group"]] = node
        elif kind == "organisation":
            self.type[code], self.weight[code] = row["group"], number
        elif kind == "respondents":
            self.counts[code, year, node] = (int(number), row["state"])
        elif kind == "kind":
            self.kinds[code, year, row["group"], node] = (int(number), row["state"])
        elif kind == "unit":
            self.units[code, year, row["unit"], node] = (int(number), row["state"], row["group"])
        elif kind == "member":
            self.members[year, row["group"], row["other"], row["value_of_group"]].append(code)
        elif kind == "invited":
            self.invited[code, year] = (number, float(row["other"]) if row["other"] else None)
        elif kind == "type_count":
            self.type_counts[row["group"], year, row["value_of_group"]] = int(number)
        elif kind == "nearest":
            self.nearest[year, row["group"], code].append(row["other"])
        elif kind in ("lowest_step", "highest_step"):
            self.steps[kind == "highest_step"] = int(number)

    def _index(self):
        """Own values that are shown, and who is counted where."""
        self.value = {
            (int(row["year"]), row["node"]): float(row["value"])
            for row in self.own if row["kind"] == "value" and row["state"] == "known"
        }
        self.agreement = {
            (int(row["year"]), row["node"]): 100 * float(row["value"])
            for row in self.own if row["kind"] == "agreement" and row["state"] == "known"
        }
        self.place = {int(row["year"]): row["item"] for row in self.own if row["kind"] == "place" and row["item"]}
        self.published = {
            (row["organisation"], int(row["year"]), row["node"]): float(row["value"])
            for row in self.national if row["kind"] == "published" and row["state"] == "known"
        }
        self.unit_value = {
            (int(row["year"]), row["unit"], row["node"]): float(row["value"])
            for row in self.own if row["kind"] == "unit_value" and row["state"] == "known"
        }
        self.counted = defaultdict(list)
        for (code, year, node), (_, state) in self.counts.items():
            if state == "counted":
                self.counted[self.type[code], year, node].append(code)

    def score(self, node, step):
        low, high = self.steps
        turned = low + high - step if self.nodes[node].reversed else step
        return 100.0 * (turned - low) / (high - low)

    def statements(self):
        return [node.id for node in self.nodes.values() if node.level == STATEMENT]

    def value_of(self, code, year, node):
        """A value that is known: the own, or one that is published; else nothing."""
        return self.value.get((year, node)) if code == self.me else self.published.get((code, year, node))

    def published_as(self, code, number):
        """Whether a number is one of the results that everyone may read of an organisation, as it is printed."""
        return any(abs(value - number) <= 0.05 + 1e-9
                   for (own, _, _), value in self.published.items() if own == code)

    def figure_values(self):
        """(figure, code, column, number) of what the figures of a publication print in rows of organisations. A value on
        the scale has one decimal; counts and shares have none, coefficients two."""
        for figure, row in self.figures:
            code = next((row[key] for key in ("id", "name") if row.get(key) in self.type), None)
            for column, text in row.items():
                if code and column not in ("id", "name") and re.fullmatch(r"\d+\.\d", text or ""):
                    yield figure, code, column, float(text)

    def is_public(self, target):
        kind, code, year, _, node = target
        return kind == "value" and (code, year, node) in self.published

    def is_counted(self, code, year, node):
        return self.counts.get((code, year, node), (0, "none"))[1] == "counted"


class Truth:
    """The right values; only to tell whether a claim is right."""

    def __init__(self, folder):
        self.values, self.places = {}, {}
        for row in read_rows(Path(folder) / "truth.csv"):
            place = row["group"] if row["kind"] == "kind" else row["unit"]
            key = (row["kind"], row["organisation"], int(row["year"]), place, row["node"])
            self.values[key] = float(row["number"])
            if row["kind"] == "place":
                self.places[row["organisation"], int(row["year"])] = (row["group"], row["state"])

    def has(self, code, number):
        """Whether one of the organisation's values is printed as the number."""
        return any(abs(value - number) <= 0.05 + 1e-9
                   for (kind, own, _, _, _), value in self.values.items() if kind == "value" and own == code)

    def moved(self, of_type, year, before, item):
        """How many of those with a place in both years went from one type to another; an empty letter is any."""
        from_letter, to_letter = item.split(">")
        return sum(y == before and kind == of_type and (code, year) in self.places
                   and letter.startswith(from_letter) and self.places[code, year][1].startswith(to_letter)
                   for (code, y), (kind, letter) in self.places.items())
