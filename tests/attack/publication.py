"""Where all results of organisations are published, a median of units of one kind has known values among few unknown ones:
an unknown value is least where all others are as high as they can be, and the other way round."""

from finding import Finding, narrow
from medians import MOST_ALONE, quantile_terms
from views import Views


def quantile(values, share):
    ordered = sorted(values)
    return sum(part * ordered[place] for place, part in quantile_terms(len(ordered), share))


def furthest(fits, inside, outside):
    """The value between `inside`, which fits, and `outside` where it ceases to."""
    if fits(outside):
        return outside
    for _ in range(60):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if fits(middle) else (inside, middle)
    return inside


def confined(view):
    """Lowest and highest value of each unknown member; a quantile never falls where a value rises."""
    known = list(view.published.values()) + ([view.own_value] if view.own_value is not None else [])
    others = len(view.unknown()) - 1
    low, high = 0.0, 100.0
    for share, value in view.quantiles.items():
        low = max(low, furthest(lambda v, s=share, q=value: quantile(known + [100.0] * others + [v], s) >= q - 1e-9,
                                100.0, 0.0))
        high = min(high, furthest(lambda v, s=share, q=value: quantile(known + [0.0] * others + [v], s) <= q + 1e-9,
                                  0.0, 100.0))
    return low, high


def attack_published(know):
    findings = []
    for views in Views(know).quantiles.values():
        for view in views:
            if not view.published or not 0 < len(view.unknown()) <= MOST_ALONE:
                continue
            low, high = confined(view)
            if narrow(low, high):
                findings += [Finding("published", member, low, high, view.label)
                             for member in view.unknown() if member[1] != know.me]
    return findings
