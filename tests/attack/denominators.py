"""A quantile that is the value of one organisation is a fraction of its number of answers: who knows those numbers of all
organisations sees from an unrounded value whose it is. Not among the attacks unless asked for: the numbers of others
are not published."""

from finding import Finding
from knowledge import STATEMENT
from views import Views


def single_values(view):
    """Quantiles that are one member's value, and not the own one."""
    for share, value in view.quantiles.items():
        place = share * (len(view.members) - 1)
        if abs(place - round(place)) < 1e-9 and (view.own_value is None or abs(value - view.own_value) > 1e-9):
            yield value


def attack_denominators(know):
    width = know.steps[1] - know.steps[0]
    findings = []
    for (_, year, node), views in Views(know).quantiles.items():
        if know.nodes[node].level != STATEMENT:
            continue
        for view in views:
            if any(member[0] != "value" for member in view.members):
                continue
            for value in single_values(view):
                steps = {m: value / 100 * know.counts[m[1], year, node][0] * width for m in view.unknown()}
                fits = [m for m, number in steps.items() if abs(number - round(number)) < 1e-7]
                if len(fits) == 1:
                    findings.append(Finding("denominators", fits[0], value, value, view.label))
    return findings
