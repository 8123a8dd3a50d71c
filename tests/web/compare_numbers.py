"""A page says the same numbers as its PDF: each that one of them shows is in the other.

    compare_numbers.py PAGE.html PAGE.pdf
"""

import html.parser
import re
import subprocess
import sys

# Texts that are heard, not seen, and the list of links that only a page has.
UNSEEN = {"style", "title", "desc"}
NUMBER = re.compile(r"[−+±]?\d+(?:[.,]\d+)?")


class Seen(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.unseen, self.text = 0, []

    def handle_starttag(self, tag, attributes):
        self.unseen += tag in UNSEEN

    def handle_endtag(self, tag):
        self.unseen -= tag in UNSEEN
        self.text.append(" ")

    def handle_data(self, data):
        if not self.unseen:
            self.text.append(data)


page = Seen()
page.feed(open(sys.argv[1], encoding="utf-8").read())
printed = subprocess.run(["pdftotext", "-layout", sys.argv[2], "-"], check=True, capture_output=True, text=True).stdout
pages = printed.count("\f")
in_page = set(NUMBER.findall("".join(page.text)))
in_pdf = set(NUMBER.findall(printed))
# Page numbers, and pieces of the checksum, which a line may divide.
known = {str(number) for number in range(1, pages + 1)}
checksum = re.compile(r"\d{1,64}")
only_page = {n for n in in_page - in_pdf if not checksum.fullmatch(n)}
only_pdf = {n for n in in_pdf - in_page - known if not checksum.fullmatch(n)}
if only_page or only_pdf or len(in_page) < 20:
    sys.exit(f"{sys.argv[1]}: only in the page {sorted(only_page)}, only in the PDF {sorted(only_pdf)}")
