"""The tables that a publication gives away, if there are any (figures/*.csv: those of the figures and the sheets of the
workbook). A row of another organisation holds no value that is not published. What they say of all together stands in
the national table, where the other attacks look for what follows from it; a number that doesn't is found here."""

from finding import Finding
from told import NUMBER, Told, printed_as

WHOLE = ("all", "100")  # the share that all organisations are of all


def of_organisations(know):
    return [Finding("figures", ("figure", code, figure, column, ""), number, number, f"figure {figure}")
            for figure, code, column, number in know.figure_values()
            if code != know.me and not know.published_as(code, number)]


def is_result(row, column, text):
    """Whether a cell says more than what it is about: not a year, nor where the model divides the scale, nor that a step
    has no dot, which stands in no row of the national table."""
    if column.startswith("from_") and text == "0":
        return False
    return column not in ("id", "name", "year") and row["id"] != "cut" and NUMBER.fullmatch(text or "")


def untold(told, row):
    """(column, text) of a row whose number is none of the national table's."""
    for column, text in row.items():
        if not is_result(row, column, text) or (row["id"], text) == WHOLE:
            continue
        if not any(printed_as(number, text) for number in told.numbers(row["id"], column)):
            yield column, text


def of_all_together(know):
    told = Told(know.national)
    return [
        Finding("untold numbers", ("untold", row["id"], figure, column, ""), float(text), float(text), "its table")
        for figure, row in know.figures if row["id"] not in know.type for column, text in untold(told, row)]


def attack_figures(know):
    # What is said of all is the same for every recipient.
    return of_organisations(know) + (of_all_together(know) if know.is_first else [])
