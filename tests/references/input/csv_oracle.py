"""Writes csv_oracle.json beside itself: random CSV texts and their fields as Python's csv module reads them.

Run: /usr/bin/python3 csv_oracle.py. The seed is fixed, so that the same file comes out every time. Every text is well-formed
and opens with a plain head, from which the separator can be told; empty lines are no records.
"""
import csv
import io
import json
import pathlib
import random

PIECES = ["a", "b7", "å", "Ö", "é", " ", "  ", "'", "-", "3,5", "x;y", "t\tu", '"', '""', "\n", "\r\n", "\r", "€", "𝒳", ".", "?"]


def content(random_source):
    return "".join(random_source.choice(PIECES) for _ in range(random_source.choice([0, 0, 1, 1, 2, 3, 5])))


def written(field, separator, random_source):
    must = any(c in field for c in (separator, "\n", "\r")) or field.startswith('"')
    if must or random_source.random() < 0.3:
        return '"' + field.replace('"', '""') + '"'
    return field


def text_of(random_source):
    separator = random_source.choice(",;\t")
    ending = random_source.choice(["\n", "\r\n", "\r"])
    columns = random_source.randint(2, 5)
    lines = [separator.join(f"c{i}" for i in range(columns))]
    for _ in range(random_source.randint(0, 6)):
        if random_source.random() < 0.1:
            lines.append("")
            continue
        lines.append(separator.join(written(content(random_source), separator, random_source) for _ in range(columns)))
    return separator, ending.join(lines) + (ending if random_source.random() < 0.7 else "")


def main():
    random_source = random.Random(20251122)
    cases = []
    for _ in range(200):
        separator, text = text_of(random_source)
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True) if row]
        cases.append({"separator": separator, "text": text, "rows": rows})
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
    pathlib.Path(__file__).with_name("csv_oracle.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
