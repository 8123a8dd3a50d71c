"""A finding: a value that the recipient may not know, confined to a narrow range."""

from dataclasses import dataclass

WIDTH = 2.0  # points; a withheld value that is confined to such a range counts as found
TOLERANCE = 1e-6


@dataclass(frozen=True)
class Finding:
    """`target` as in Truth: kind, organisation, year, unit or kind of unit, node; of a place the letter as the unit; of a
    number of moves the type, the later year, "A>B" and the earlier year; of a figure its name and column, and what an
    untold number's row is about. `parts`: the respondents-weighted mean of several units, as (unit, respondents)."""

    attack: str
    target: tuple
    lowest: float
    highest: float
    by: str
    parts: tuple = ()

    def text(self):
        kind, code, year, place, node = self.target
        where = " ".join(str(word) for word in (code, kind if place else "", place, node, year) if word)
        units = " (units " + ", ".join(unit or "none" for unit, _ in self.parts) + " together)" if self.parts else ""
        return f"{where}{units} in {self.lowest:.4f} to {self.highest:.4f}, by {self.by}"

    def is_right(self, truth):
        """Whether the true value lies in the claimed range."""
        if self.parts:
            kind, code, year, _, node = self.target
            total = sum(n * truth.values[kind, code, year, unit, node] for unit, n in self.parts)
            value = total / sum(n for _, n in self.parts)
        elif self.target[0] == "figure":
            return truth.has(self.target[1], self.lowest)
        elif self.target[0] == "untold":
            return True  # nothing is claimed but that the national table lacks it
        elif self.target[0] == "place":
            return truth.places[self.target[1], self.target[2]][1] == self.target[3]
        elif self.target[0] == "moved":
            _, of_type, year, item, before = self.target
            value = truth.moved(of_type, year, before, item)
        else:
            value = truth.values[self.target]
        return self.lowest - 1e-4 <= value <= self.highest + 1e-4


def at_an_end(finding):
    """A mean at the very end of the scale tells what everyone answered; no rule can keep that from being read."""
    value = finding.target[0] not in ("place", "moved", "figure", "untold")
    return value and (finding.highest <= TOLERANCE or finding.lowest >= 100 - TOLERANCE)


def narrow(lowest, highest):
    return highest - lowest <= WIDTH + TOLERANCE
