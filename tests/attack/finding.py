"""A finding: a value that the recipient may not know, confined to a narrow range."""

from dataclasses import dataclass

WIDTH = 2.0  # points; a withheld value that is confined to such a range counts as found
TOLERANCE = 1e-6


@dataclass(frozen=True)
class Finding:
    """`target` as in Truth: kind, organisation, year, unit or kind of unit, node. `parts`: the respondents-weighted mean
    of several units, as (unit, respondents)."""

    attack: str
    target: tuple
    lowest: float
    highest: float
    by: str
    parts: tuple = ()

    def text(self):
        kind, code, year, place, node = self.target
        where = " ".join(word for word in (code, kind if place else "", place, node, str(year)) if word)
        units = " (units " + ", ".join(unit or "none" for unit, _ in self.parts) + " together)" if self.parts else ""
        return f"{where}{units} in {self.lowest:.4f} to {self.highest:.4f}, by {self.by}"

    def is_right(self, truth):
        """Whether the true value lies in the claimed range."""
        if self.parts:
            kind, code, year, _, node = self.target
            total = sum(n * truth.values[kind, code, year, unit, node] for unit, n in self.parts)
            value = total / sum(n for _, n in self.parts)
        else:
            value = truth.values[self.target]
        return self.lowest - 1e-4 <= value <= self.highest + 1e-4


def at_an_end(lowest, highest):
    """A mean at the very end of the scale tells what everyone answered; no rule can keep that from being read."""
    return highest <= TOLERANCE or lowest >= 100 - TOLERANCE


def narrow(lowest, highest):
    return highest - lowest <= WIDTH + TOLERANCE
