"""A survey with finished reports in a folder of its own, its recipients, and the program run on it."""

import csv
import hashlib
import json
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAMES = ["Åsa Öberg", "Östen Ängström", "Märta Sjöö", "Håkan Åkerlund", "Noor Wåhlin", "Per Ek"]


class Mailing:
    def __init__(self, program, folder):
        self.program = str(Path(program).resolve())
        self.folder = Path(folder)
        self.survey = self.folder / "survey"
        self.output = self.folder / "output"
        self.mail = self.output / "mail"

    def run(self, *arguments, check=True):
        """Of the source tree, where the program finds its templates whatever folder it was built in."""
        done = subprocess.run([self.program, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True)
        if check and done.returncode != 0:
            sys.exit(f"mognad {' '.join(map(str, arguments))} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done

    def use_small_survey(self, organisations):
        """A new survey with the reports of a few of its organisations."""
        self.run("new", self.survey)
        codes = [row["code"] for row in read_csv(self.survey / "organisations.csv")]
        self.run("simulate", "--quiet", self.survey)
        chosen = [word for code in codes[:organisations] for word in ("--only", code)]
        self.run("render", "--quiet", *chosen, "--output", self.output, self.survey)
        self.codes = codes[:organisations]

    def use_sample(self):
        """All of the sample's organisations, with the sample's recipients."""
        shutil.copytree(ROOT / "sample-data", self.survey, ignore=shutil.ignore_patterns("answers"))
        self.run("simulate", "--quiet", self.survey)
        self.run("render", "--quiet", "--output", self.output, self.survey)

    def write_recipients(self, count):
        """So many people, evenly over the organisations with reports."""
        with open(self.survey / "recipients.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["organisation", "name", "address"])
            for i in range(count):
                code = self.codes[i * len(self.codes) // count]
                writer.writerow([code, f"{NAMES[i % len(NAMES)]} {i}", f"person{i}@organisation{code}.example"])

    def send_to(self, port, **server):
        """Messages go to a server on this machine instead of a folder."""
        path = self.survey / "survey.toml"
        text = path.read_text(encoding="utf-8")
        before, mail = text.split("[mail]\n", 1)
        mail, rest = re.match(r"(.*?)(^\[.*|\Z)", mail, re.M | re.S).groups()
        mail = re.sub(r"(?m)^folder = .*\n", "", mail)
        settings = {"host": '"127.0.0.1"', "port": port, "security": '"none"', "messages_per_minute": 1_000_000,
                    "timeout": 10, **server}
        lines = "".join(f"{key} = {value}\n" for key, value in settings.items())
        retry = "[mail.retry]\nattempts = 20\nfirst_pause = 0.05\nlongest_pause = 0.2\nrefusals_in_a_row = 1000\n"
        path.write_text(f"{before}[mail]\n{mail}[mail.server]\n{lines}{retry}{rest}", encoding="utf-8")

    def plan(self):
        """Returns the hash to confirm, computed here, and the planned messages."""
        self.run("mail", "plan", "--quiet", "--output", self.output, self.survey)
        return self.confirmed()

    def confirmed(self):
        """The same of the plan that there is."""
        text = (self.mail / "report" / "plan.json").read_bytes()
        return hashlib.sha256(text).hexdigest(), json.loads(text)["messages"]

    def send_command(self, confirmed):
        return [self.program, "mail", "send", "--quiet", "--confirm", confirmed, "--output", str(self.output),
                str(self.survey)]

    def send(self, confirmed):
        return subprocess.run(self.send_command(confirmed), cwd=ROOT, capture_output=True, text=True)

    def states(self):
        """State of each message by its key, and the keys that a person sees listed as unknown."""
        told = self.run("mail", "status", "--json", "--verbose", "--output", self.output, self.survey, check=False)
        rows = [json.loads(line) for line in told.stdout.splitlines()]
        states = {row["message"]: row["state"] for row in rows if "message" in row}
        seen = self.run("mail", "status", "--output", self.output, self.survey, check=False).stdout
        return states, set(re.findall(r"(?m)^unknown +([0-9a-f]{12}) ", seen))

    def forget_what_was_sent(self):
        for path in self.mail.glob("ledger.*"):
            path.unlink()


def end_in_order():
    """A script that is told to end takes along what it has started."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("terminated"))


def read_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
