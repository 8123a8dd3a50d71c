"""Compares each figure's CSV file with the sheet of its name: rows by their ids, values as numbers where they are.

    compare_sheets.py FIGURES SHEETS
"""

import csv
import pathlib
import sys


def figure_rows(path):
    """Values by id; the first line may say that the data are an example."""
    lines = [line for line in path.read_text(encoding="utf-8-sig").splitlines() if not line.startswith("# ")]
    rows = list(csv.reader(lines))[1:]
    return {row[0]: row[1:] for row in rows}


def sheet_rows(path):
    """The table begins below the only empty row; ids stand in its last column."""
    rows = list(csv.reader(path.open(encoding="utf-8")))
    begin = next(i for i, row in enumerate(rows) if not any(row)) + 2
    return {row[-1]: row[:-1] for row in rows[begin:]}


def same(a, b):
    if a == b:
        return True
    try:
        return float(a) == float(b)
    except ValueError:
        return False


def faults_of(figure, sheets):
    name = figure.name.removesuffix(".csv").rsplit(".", 1)[0]
    found = [sheet for sheet in sheets if sheet.stem.split("-", 1)[1] == name[:31]]
    if len(found) != 1:
        return [f"{name}: {len(found)} sheets"]
    wanted, given = figure_rows(figure), sheet_rows(found[0])
    faults = [] if list(wanted) == list(given) else [f"{name}: other rows"]
    for row, cells in wanted.items():
        other = given.get(row, [])
        if len(other) != len(cells) or not all(map(same, cells, other)):
            faults.append(f"{name}: {row}: {cells} is {other}")
    return faults


figures = sorted(pathlib.Path(sys.argv[1]).glob("*.csv"))
sheets = sorted(pathlib.Path(sys.argv[2]).glob("*.csv"))
faults = [fault for figure in figures for fault in faults_of(figure, sheets)]
print(*faults, sep="\n", end="\n" if faults else "")
if faults or not figures:
    sys.exit(f"{len(faults)} faults in {len(figures)} figures")
print(f"{len(figures)} sheets with the values of their figures")
