"""The tables behind the figures of a publication, where there are any (figures/*.csv beside the national table): a row of
another organisation holds no value that is not published. What figures say of all together stands in the national table
and is attacked there."""

from finding import Finding


def attack_figures(know):
    return [Finding("figures", ("figure", code, figure, column, ""), number, number, f"figure {figure}")
            for figure, code, column, number in know.figure_values()
            if code != know.me and not know.published_as(code, number)]
