"""Plays a recipient of reports who wants to know what is withheld.

It holds its own table of all years, the national table, and more public facts than a recipient will have, sets up every
equation and inequality that follows from them, and claims a value when they confine it to two points. It shares no code
with the program. A claim that is wrong is an error of the attacker and fails the test.

    attack.py FOLDER VARIANT [--expect-leaks [ATTACK ...]] [--only ATTACK] [--numbers] [--jobs N]
"""

import argparse
import sys
import time
from collections import Counter
from functools import partial
from multiprocessing import Pool
from pathlib import Path

from denominators import attack_denominators
from dots import attack_dots
from figures import attack_figures
from finding import at_an_end
from house import attack_house
from knowledge import Knowledge, Truth
from medians import attack_medians
from moves import attack_moves
from nation import attack_nation
from publication import attack_published

ATTACKS = (attack_nation, attack_house, attack_medians, attack_dots, attack_moves, attack_published, attack_figures)


def attack_survey(folder, attacks=ATTACKS):
    """(lines to print, findings by kind, wrong claims, seconds by attack)."""
    lines, kinds, wrong, seconds = [], Counter(), 0, Counter()
    truth = Truth(folder)
    for number, path in enumerate(sorted((folder / "organisations").glob("*.csv"))):
        know = Knowledge(folder, path.stem, is_first=number == 0)
        for attack in attacks:
            begin = time.monotonic()
            for finding in attack(know):
                if at_an_end(finding) or know.is_public(finding.target):
                    continue
                right = finding.is_right(truth)
                kinds[finding.attack] += 1
                wrong += not right
                lines.append(f"survey {folder.parent.name}, recipient {know.me}, {finding.attack}: {finding.text()}"
                             + ("" if right else "  WRONG"))
            seconds[attack.__name__] += time.monotonic() - begin
    return lines, kinds, wrong, seconds


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("variant")
    parser.add_argument("--expect-leaks", nargs="*", metavar="ATTACK", help="fail unless each of these finds something")
    parser.add_argument("--numbers", action="store_true", help="also tell organisations by their numbers of answers")
    parser.add_argument("--only", choices=[attack.__name__.removeprefix("attack_") for attack in ATTACKS])
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    folders = sorted(options.folder.glob(f"*/{options.variant}"))
    kinds, wrong, surveys, seconds = Counter(), 0, 0, Counter()
    attacks = ATTACKS + ((attack_denominators,) if options.numbers else ())
    if options.only:
        attacks = tuple(attack for attack in attacks if attack.__name__ == "attack_" + options.only)
    with Pool(options.jobs) as pool:
        for lines, found, errors, spent in pool.imap(partial(attack_survey, attacks=attacks), folders):
            for line in lines:
                print(line)
            kinds += found
            seconds += spent
            wrong += errors
            surveys += bool(lines)
    print(f"{options.variant}: {sum(kinds.values())} findings in {surveys} of {len(folders)} surveys"
          + "".join(f"; {kind}: {count}" for kind, count in sorted(kinds.items())))
    print("seconds: " + ", ".join(f"{name} {spent:.1f}" for name, spent in sorted(seconds.items())), file=sys.stderr)
    if wrong:
        print(f"{wrong} claims are wrong: the attacker has an error")
    failed = bool(kinds)
    if options.expect_leaks is not None:
        failed = not kinds or any(kind not in kinds for kind in options.expect_leaks)
    sys.exit(1 if failed or wrong or not folders else 0)


if __name__ == "__main__":
    main()
