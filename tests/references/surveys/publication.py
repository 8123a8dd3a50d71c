"""What the publication of a year tells of the generated surveys, from their answers and from the means that R computed:
moves between the quadrants, agreement inside the organisations, and who took part. Standard library only.
Run in this folder, after surveys.R:  python3 publication.py  (writes publication.csv)"""

import csv
import statistics
from collections import Counter, defaultdict
from itertools import groupby

CUT = 50
STATES = {"", "none", "dk", "na"}


def read(name):
    with open(name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(value):
    return repr(float(value))


def quartiles(values):
    """Type 7 of Hyndman and Fan: what the standard library calls inclusive."""
    if len(values) < 2:
        return None
    return statistics.quantiles(values, n=4, method="inclusive")


def agreement(steps, width):
    return max(0.0, 1 - statistics.variance(steps) / ((width * width - 1) / 12))


def reaches(value):
    return value >= CUT - 1e-9


class SurveyAnswers:
    def __init__(self, row, types):
        self.name, self.least = row["survey"], int(row["counted_from"])
        model = next(m for m in read("models.csv") if m["model"] == row["model"])
        self.width = int(model["highest"]) - int(model["lowest"]) + 1
        nodes = [n for n in read("nodes.csv") if n["model"] == row["model"]]
        self.statements = [n["id"] for n in nodes if n["level"] == "statement"]
        dimensions = [n["id"] for n in nodes if n["level"] == "dimension"]
        self.axes = dimensions[0], dimensions[-1]
        self.types = types
        self.people = {key: list(rows) for key, rows in groupby(
            read(f"answers-{self.name}.csv"), key=lambda r: (r["organisation"], int(r["year"])))}
        self.score = {(r["of"], int(r["year"]), r["quantity"]): r
                      for r in read(f"results-{self.name}.csv") if r["kind"] == "score"}
        self.years = sorted({year for _, year in self.people})

    def counted(self, code, year, node):
        own = self.score.get((code, year, "mean"))
        if own is None or own[node] == "":
            return None
        return float(own[node]) if int(self.score[code, year, "respondents"][node]) >= self.least else None

    def quadrant(self, code, year):
        x, y = (self.counted(code, year, node) for node in self.axes)
        return None if x is None or y is None else 2 * reaches(y) + reaches(x)

    def rows(self):
        for kind in sorted(set(self.types.values())):
            codes = [c for c, own in self.types.items() if own == kind]
            for year in self.years:
                yield from self.participation(kind, codes, year)
                yield from self.agreement(kind, codes, year)
            for before, after in zip(self.years, self.years[1:]):
                yield from self.moves(kind, codes, before, after)

    def row(self, kind, year, before, what, item, n, value, lower="", upper=""):
        return [self.name, kind, year, before, what, item, n, value, lower, upper]

    def participation(self, kind, codes, year):
        counts = [len(self.people[c, year]) for c in codes if (c, year) in self.people]
        if counts:
            yield self.row(kind, year, "", "respondents", "", len(counts), sum(counts))
            yield self.row(kind, year, "", "respondents_median", "", len(counts), number(statistics.median(counts)))

    def agreement(self, kind, codes, year):
        for statement in self.statements:
            values = []
            for code in codes:
                steps = [int(p[statement]) for p in self.people.get((code, year), []) if p[statement] not in STATES]
                if self.counted(code, year, statement) is not None and len(steps) >= 2:
                    values.append(agreement(steps, self.width))
            found = quartiles(values)
            if found:
                yield self.row(kind, year, "", "agreement", statement, len(values), number(found[1]), number(found[0]),
                               number(found[2]))

    def moves(self, kind, codes, before, after):
        pairs = [(self.quadrant(c, before), self.quadrant(c, after)) for c in codes]
        pairs = [pair for pair in pairs if None not in pair]
        for (a, b), count in sorted(Counter(pairs).items()):
            yield self.row(kind, after, before, "moved", f"{a}{b}", len(pairs), count)


def main():
    types = defaultdict(dict)
    for row in read("organisations.csv"):
        types[row["survey"]][row["code"]] = row["type"]
    with open("publication.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["survey", "type", "year", "from", "kind", "item", "n", "value", "lower", "upper"])
        for row in read("surveys.csv"):
            writer.writerows(SurveyAnswers(row, types[row["survey"]]).rows())


if __name__ == "__main__":
    main()
