"""What is said of groups, each as a view: who is in it, and the quantiles, dots or places that are shown of them."""

from collections import defaultdict
from dataclasses import dataclass, field

MEDIAN, LOWER, UPPER = 0.5, 0.25, 0.75


@dataclass
class View:
    label: str
    members: frozenset  # targets as in Truth
    own: tuple = None  # the own target, when it is a member
    own_value: float = None  # when it is shown
    quantiles: dict = field(default_factory=dict)
    dots: dict = field(default_factory=dict)  # cell -> how many
    published: dict = field(default_factory=dict)  # target -> value, of members whose results everyone may read

    def unknown(self):
        """Members whose values the recipient lacks."""
        members = self.members - self.published.keys()
        return members - {self.own} if self.own_value is not None else members


def quantiles_of(row):
    columns = {"value": MEDIAN, "lower": LOWER, "upper": UPPER}
    return {share: float(row[column]) for column, share in columns.items() if row[column] != ""}


class Views:
    """Views of one recipient, by type of organisation, year and node."""

    def __init__(self, know):
        self.know = know
        self.quantiles = defaultdict(list)
        self.agreement = defaultdict(list)
        self.dots = defaultdict(dict)  # (type, year, node) -> label -> View
        self.places = defaultdict(dict)
        for row in know.national + know.own:
            if row["state"] == "known":
                self._take(row)

    def _take(self, row):
        kind = row["kind"]
        if kind in ("group_median", "peers_median"):
            self._add_quantiles(row, self._codes(row, row["node"]))
        elif kind in ("group_dots", "peer_dots"):
            self._add_cell(self.dots, row, self._codes(row, row["node"]), row["node"], float(row["lower"]))
        elif kind in ("group_places", "peer_places"):
            x, y = self.know.axes["x"], self.know.axes["y"]
            codes = [c for c in self._codes(row, x) if self.know.is_counted(c, int(row["year"]), y)]
            self._add_cell(self.places, row, codes, (x, y), (float(row["lower"]), float(row["item"])))
        elif kind in ("unit_type_median", "unit_peers_median"):
            self._add_kinds(row)
        elif kind == "agreement_median":
            self._add_agreement(row)

    def _codes(self, row, node):
        """The organisations that a row counts; own rows leave the own one out."""
        know, year = self.know, int(row["year"])
        own = row["organisation"] != ""
        nearest = know.nearest.get((year, row["group"], know.me)) if own else None
        value = row["value_of_group"]
        codes = nearest or know.members[year, row["group"], row["type"], value]
        return [c for c in codes if know.is_counted(c, year, node) and not (own and c == know.me)]

    def _label(self, row):
        name = " ".join(word for word in (row["group"], row["value_of_group"], row["unit"]) if word)
        return f"{row['kind']} {name}"

    def _view(self, row, codes, node):
        year, me = int(row["year"]), self.know.me
        members = frozenset(("value", c, year, "", node) for c in codes)
        own = ("value", me, year, "", node) if me in codes else None
        view = View(self._label(row), members, own, self.know.value.get((year, node)) if own else None)
        self._add_published(view)
        return view

    def _add_published(self, view):
        for target in view.members - {view.own}:
            kind, code, year, _, node = target
            if kind == "value" and (code, year, node) in self.know.published:
                view.published[target] = self.know.published[code, year, node]

    def _add_agreement(self, row):
        """Of those with ten answers; values of 100, as all others."""
        know, year, node = self.know, int(row["year"]), row["node"]
        codes = [c for c in know.counted[row["type"], year, node] if know.counts[c, year, node][0] >= 10]
        assert len(codes) == int(row["n"]), "organisations with an agreement"
        members = frozenset(("agreement", c, year, "", node) for c in codes)
        own = ("agreement", know.me, year, "", node) if know.me in codes else None
        quantiles = {share: 100 * value for share, value in quantiles_of(row).items()}
        view = View(self._label(row), members, own, know.agreement.get((year, node)) if own else None, quantiles)
        self.agreement[row["type"], year, node].append(view)

    def _add_quantiles(self, row, codes):
        assert len(codes) == int(row["n"]), f"members of {self._label(row)} at {row['node']}: {len(codes)}, {row['n']}"
        view = self._view(row, codes, row["node"])
        view.quantiles = quantiles_of(row)
        self.quantiles[row["type"], int(row["year"]), row["node"]].append(view)

    def _add_cell(self, all_views, row, codes, node, cell):
        views = all_views[row["type"], int(row["year"]), node]
        label = self._label(row)
        if label not in views:
            views[label] = self._view(row, codes, node)
        views[label].dots[cell] = views[label].dots.get(cell, 0) + int(float(row["value"]))

    def _same_as_organisation(self, code, year, kind):
        """Whether everyone who answered works in units of this kind."""
        know = self.know
        return all(know.kinds.get((code, year, kind, s), (0,))[0] == know.counts[code, year, s][0]
                   for s in know.statements())

    def _add_kinds(self, row):
        know, year, node = self.know, int(row["year"]), row["node"]
        own_row = row["organisation"] != ""
        kind = row["group"] if own_row else row["unit"]
        members, own = set(), None
        for (code, y, k, n), (_, state) in know.kinds.items():
            if (y, k, n) != (year, kind, node) or state != "counted" or know.type[code] != row["type"]:
                continue
            if own_row and code == know.me:
                continue
            same = self._same_as_organisation(code, year, kind) and know.is_counted(code, year, node)
            target = ("value", code, year, "", node) if same else ("kind", code, year, kind, node)
            members.add(target)
            own = target if code == know.me else own
        assert len(members) == int(row["n"]), "members of a kind of units"
        value = self._own_kind(own, kind) if own else None
        view = View(self._label(row), frozenset(members), own, value, quantiles_of(row))
        self._add_published(view)
        self.quantiles[row["type"], year, node].append(view)

    def _own_kind(self, own, kind):
        """The own value of a kind of units, where it is shown: of the organisation itself, or of the only unit."""
        know, (_, _, year, _, node) = self.know, own
        if own[0] == "value":
            return know.value.get((year, node))
        units = {u for (c, y, u, _), (_, _, k) in know.units.items() if c == know.me and y == year and k == kind}
        return know.unit_value.get((year, next(iter(units)), node)) if len(units) == 1 else None
