"""Linear equations among unknown values from 0 to 100, and which of the unknowns they confine to two points.

An unknown is confined when its lowest and highest value under all equations and bounds lie close together (two linear
programmes). Most unknowns need none of their own: every solution is a witness for all of them, and an unknown that two
witnesses place far apart is free.
"""

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from finding import narrow


class Contradiction(Exception):
    """The equations have no solution: the attacker has misunderstood a table."""


class Equations:
    def __init__(self):
        self.index = {}  # name of an unknown -> column
        self.bounds = []
        self.rows = []  # (coefficients by column, right side, what it is)

    def unknown(self, name, lowest=0.0, highest=100.0):
        if name not in self.index:
            self.index[name] = len(self.bounds)
            self.bounds.append((lowest, highest))
        return self.index[name]

    def add(self, terms, right, label):
        """terms: (coefficient, name of an unknown, or its known value as a number)."""
        row = {}
        for coefficient, value in terms:
            if isinstance(value, (int, float)):
                right -= coefficient * value
            else:
                column = self.unknown(value)
                row[column] = row.get(column, 0.0) + coefficient
        if row:
            self.rows.append((row, right, label))

    def confined(self, targets):
        """(name, lowest, highest, labels of the equations it stands in) of each target that is confined."""
        names = {column: name for name, column in self.index.items()}
        wanted = {self.index[name] for name in targets if name in self.index}
        found = []
        for columns, rows in self._components():
            inside = [c for c in columns if c in wanted]
            if inside and rows:
                found += [(names[c], low, high, self._labels(c)) for c, low, high in self._confined(columns, rows, inside)]
        return found

    def _labels(self, column):
        labels = [label for row, _, label in self.rows if column in row]
        return "; ".join(labels[:3]) + (" ..." if len(labels) > 3 else "")

    def _components(self):
        """Unknowns that hang together, with their equations."""
        count = len(self.bounds)
        pairs = [(min(row), column) for row, _, _ in self.rows for column in row]
        if not pairs:
            return []
        left, right = zip(*pairs)
        graph = csr_matrix((np.ones(len(pairs)), (left, right)), shape=(count, count))
        number, of = connected_components(graph, directed=False)
        columns, rows = [[] for _ in range(number)], [[] for _ in range(number)]
        for column in range(count):
            columns[of[column]].append(column)
        for row in self.rows:
            rows[of[min(row[0])]].append(row)
        return [(c, r) for c, r in zip(columns, rows) if r]

    def _confined(self, columns, rows, wanted):
        programme = Programme(columns, rows, [self.bounds[c] for c in columns])
        local = {c: i for i, c in enumerate(columns)}
        targets = np.array([local[c] for c in wanted])
        programme.scatter(targets)
        result = []
        for c in wanted:
            i = local[c]
            for sign in (1, -1):
                if narrow(programme.low[i], programme.high[i]):
                    programme.solve({i: sign})
            if narrow(programme.low[i], programme.high[i]):
                result.append((c, programme.low[i], programme.high[i]))
        return result


class Programme:
    """The linear programme of one component; `low` and `high` are the extremes of all solutions seen so far."""

    def __init__(self, columns, rows, bounds):
        local = {c: i for i, c in enumerate(columns)}
        entries = [(r, local[c], value) for r, (row, _, _) in enumerate(rows) for c, value in row.items()]
        r, c, value = zip(*entries)
        self.matrix = csr_matrix((value, (r, c)), shape=(len(rows), len(columns)))
        self.right = np.array([right for _, right, _ in rows])
        self.bounds = bounds
        self.low = np.full(len(columns), np.inf)
        self.high = np.full(len(columns), -np.inf)
        self.random = np.random.default_rng(1)

    def scatter(self, targets, rounds=4):
        """A few solutions far apart, which set most unknowns free."""
        for _ in range(rounds):
            open_targets = [i for i in targets if narrow(self.low[i], self.high[i])]
            if not open_targets:
                return
            signs = self.random.choice((-1.0, 1.0), len(open_targets)) * self.random.uniform(0.5, 1, len(open_targets))
            self.solve(dict(zip(open_targets, signs)))
            self.solve(dict(zip(open_targets, -signs)))

    def solve(self, objective):
        cost = np.zeros(len(self.low))
        for i, coefficient in objective.items():
            cost[i] = coefficient
        answer = linprog(cost, A_eq=self.matrix, b_eq=self.right, bounds=self.bounds, method="highs")
        if answer.status != 0:
            raise Contradiction(answer.message)
        self.low = np.minimum(self.low, answer.x)
        self.high = np.maximum(self.high, answer.x)
