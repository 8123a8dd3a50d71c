"""SVG files look alike in Chromium and librsvg, and like the PNG of the same figure.

    compare_pictures.py FOLDER SCRATCH

The mean difference of grey, 0 to 255, after a blur that forgives how letters are smoothed.
"""

import pathlib
import subprocess
import sys

from PIL import Image, ImageChops, ImageFilter, ImageStat

MOST = 2.0
here = pathlib.Path(__file__).parent
folder, scratch = map(pathlib.Path, sys.argv[1:3])


def difference(a, b):
    grey = [image.convert("L").filter(ImageFilter.GaussianBlur(2)) for image in (a, b)]
    return ImageStat.Stat(ImageChops.difference(*grey)).mean[0]


pairs = [(svg, svg.with_name(svg.stem + ".screen.png")) for svg in sorted(folder.glob("*.svg"))]
arguments = []
for svg, png in pairs:
    width, height = Image.open(png).size
    arguments += [str(width), str(height), str(svg), str(scratch / (svg.stem + ".chromium.png"))]
subprocess.run(["node", str(here / "pictures.mjs"), *arguments], check=True)
worst, faults = 0, []
for svg, png in pairs:
    own = Image.open(png)
    rsvg = scratch / (svg.stem + ".rsvg.png")
    size = ["-w", str(own.width), "-h", str(own.height)]
    subprocess.run(["rsvg-convert", *size, "-o", str(rsvg), str(svg)], check=True)
    for name, other in (("librsvg", rsvg), ("Chromium", scratch / (svg.stem + ".chromium.png"))):
        found = difference(own, Image.open(other).convert("RGB").resize(own.size))
        worst = max(worst, found)
        if found > MOST:
            faults.append(f"{svg.name}: {found:.2f} in {name}")
print(*faults, sep="\n", end="\n" if faults else "")
if faults or not pairs:
    sys.exit(f"{len(faults)} of {len(pairs)} figures look different")
print(f"{len(pairs)} figures look alike, at most {worst:.2f} of 255 apart")
