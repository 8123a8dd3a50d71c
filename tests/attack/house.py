"""Inside the own organisation: for each statement the answers of its units (and of those without one) add up to the
organisation's, every node is the mean of its parts, and an answer is a whole step. What rests on fewer than five
respondents may not follow from it."""

from itertools import combinations

from equations import Equations
from finding import Finding, narrow
from knowledge import STATEMENT

FEWEST = 5


class House:
    """One year of the own organisation."""

    def __init__(self, know, year):
        self.know, self.year, self.equations = know, year, Equations()
        self.units = sorted({u for code, y, u, _ in know.units if code == know.me and y == year})

    def unit(self, unit, node):
        """(respondents, value or unknown), or nothing where there is no value."""
        n, state, _ = self.know.units[self.know.me, self.year, unit, node]
        if state == "none":
            return None
        shown = self.know.unit_value.get((self.year, unit, node))
        return n, shown if shown is not None else ("unit", self.know.me, self.year, unit, node)

    def own(self, node):
        n, state = self.know.counts[self.know.me, self.year, node]
        if state == "none":
            return None
        shown = self.know.value.get((self.year, node))
        return n, shown if shown is not None else ("value", self.know.me, self.year, "", node)

    def add_tree(self, value_of, label):
        for node in self.know.nodes:
            parts = [(self.know.nodes[c].weight, value_of(c)) for c in self.know.children[node]]
            parts = [(w, part[1]) for w, part in parts if part]
            whole = value_of(node)
            if parts and whole:
                total = sum(w for w, _ in parts)
                self.equations.add([(w / total, v) for w, v in parts] + [(-1, whole[1])], 0.0, f"parts of {node}{label}")

    def add_units(self):
        for node in self.know.statements():
            parts = [part for part in (self.unit(u, node) for u in self.units) if part]
            whole = self.own(node)
            if parts and whole:
                self.equations.add([(n, v) for n, v in parts] + [(-whole[0], whole[1])], 0.0, f"units of {node}")

    def run(self):
        self.add_tree(self.own, "")
        for unit in self.units:
            self.add_tree(lambda node, u=unit: self.unit(u, node), f" in {unit or 'no unit'}")
        self.add_units()
        targets = self.few()
        together = self.few_together()
        found = self.equations.confined(targets + list(together))
        findings = [self.finding(name, low, high, by, together.get(name, ())) for name, low, high, by in found]
        return findings + self.whole_answers(set(targets) - {name for name, _, _, _ in found})

    def finding(self, name, low, high, by, parts):
        target = ("unit",) + name[1:] if parts else name
        return Finding("own organisation", target, low, high, by, parts)

    def few(self):
        """Withheld values of fewer than five respondents."""
        cells = [self.own(node) for node in self.know.nodes]
        cells += [self.unit(u, node) for u in self.units for node in self.know.nodes]
        return [value for n, value in filter(None, cells) if n < FEWEST and isinstance(value, tuple)]

    def few_together(self):
        """Withheld units that have fewer than five respondents together at a statement, as unknowns of their own."""
        together = {}
        for node in self.know.statements():
            cells = [(u, self.unit(u, node)) for u in self.units]
            cells = [(u, part[0], part[1]) for u, part in cells if part and isinstance(part[1], tuple)]
            for size in (2, 3):
                for chosen in combinations([cell for cell in cells if cell[1] < FEWEST], size):
                    total = sum(n for _, n, _ in chosen)
                    if total >= FEWEST:
                        continue
                    name = ("together", self.know.me, self.year, "+".join(u for u, _, _ in chosen), node)
                    self.equations.add([(n / total, v) for _, n, v in chosen] + [(-1, name)], 0.0, "units together")
                    together[name] = tuple((u, n) for u, n, _ in chosen)
        return together

    def respondents(self, name):
        kind, code, year, unit, node = name
        return self.know.units[code, year, unit, node][0] if kind == "unit" else self.know.counts[code, year, node][0]

    def whole_answers(self, targets):
        """Two unknown statements in one equation: few pairs of whole numbers of steps solve it."""
        names = {column: name for name, column in self.equations.index.items()}
        width = self.know.steps[1] - self.know.steps[0]
        findings = []
        for row, right, label in self.equations.rows:
            unknowns = [names[c] for c in row]
            if len(row) != 2 or any(self.know.nodes[name[4]].level != STATEMENT or name[0] == "together"
                                    for name in unknowns):
                continue
            for first, second in (unknowns, unknowns[::-1]):
                if first not in targets:
                    continue
                values = self.solutions(row, right, first, second, width)
                if values and narrow(min(values), max(values)):
                    findings.append(Finding("own organisation, whole answers", first, min(values), max(values), label))
        return findings

    def solutions(self, row, right, first, second, width):
        n, m = self.respondents(first) * width, self.respondents(second) * width
        a, b = (row[self.equations.index[name]] for name in (first, second))
        values = []
        for k in range(n + 1):
            steps = (right - a * 100 * k / n) / b / 100 * m
            if -1e-6 < steps < m + 1e-6 and abs(steps - round(steps)) < 1e-6:
                values.append(100 * k / n)
        return values


def attack_house(know):
    years = sorted({year for code, year, _ in know.counts if code == know.me})
    return [finding for year in years for finding in House(know, year).run()]
