"""Where a chart's bars and numbers stand in its picture, on its page and in its HTML.

positions.py FOLDER ID: prints JSON, for each of `png`, `pdf` and `html` the left, right and upper edges of the
bars in points, by colour, counted from the first bar's upper left corner; for `pdf` and `html` also
where the axis's numbers end, and how far each stands from the first. Reads pixels and numbers
itself; uses nothing that made them but the files.
"""

import json
import re
import struct
import subprocess
import sys
import xml.etree.ElementTree as xml
import zlib

SCALE = 3  # pixels a point on the page


def png(path):
    """Width, height and rows of RGB of a PNG of 8 bits without interlacing."""
    data = open(path, "rb").read()
    at, parts, palette = 8, b"", None
    while at < len(data):
        (length,), kind = struct.unpack(">I", data[at : at + 4]), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, height, depth, colors, _, _, interlaced = struct.unpack(">IIBBBBB", body)
            assert depth == 8 and not interlaced and colors in (2, 3, 6), (depth, colors)
        palette = body if kind == b"PLTE" else palette
        parts += body if kind == b"IDAT" else b""
        at += 12 + length
    size = {2: 3, 3: 1, 6: 4}[colors]
    raw, rows, above = zlib.decompress(parts), [], bytearray(width * size)
    for row in range(height):
        start = row * (width * size + 1)
        kind, line = raw[start], bytearray(raw[start + 1 : start + 1 + width * size])
        for i in range(len(line)):
            left = line[i - size] if i >= size else 0
            corner = above[i - size] if i >= size else 0
            if kind == 1:
                line[i] = (line[i] + left) & 255
            elif kind == 2:
                line[i] = (line[i] + above[i]) & 255
            elif kind == 3:
                line[i] = (line[i] + (left + above[i]) // 2) & 255
            elif kind == 4:
                p = left + above[i] - corner
                a, b, c = abs(p - left), abs(p - above[i]), abs(p - corner)
                line[i] = (line[i] + (left if a <= b and a <= c else above[i] if b <= c else corner)) & 255
        above = line
        if size == 1:
            rows.append(b"".join(palette[3 * v : 3 * v + 3] for v in line))
        else:
            rows.append(b"".join(bytes(line[i : i + 3]) for i in range(0, len(line), size)))
    return width, height, rows


def ppm(data):
    """Width, height and rows of RGB of a binary PPM."""
    head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
    width, height = int(head[1]), int(head[2])
    body = data[head.end() :]
    return width, height, [body[row * width * 3 : (row + 1) * width * 3] for row in range(height)]


def boxes(picture, colors, scale):
    """The left, right and upper edge of the bar of each colour, in points."""
    width, height, rows = picture
    found = {}
    for color in colors:
        full = bytes.fromhex(color[1:])
        dark = full.index(min(full))
        spans = []
        for y, row in enumerate(rows):
            if row.count(255) == len(row):
                continue
            # A pixel of the edge belongs to what covers more of it, the bar or white paper: its
            # colour is a mixture, more than half of it the bar's.
            shares = [(255 - value) / (255 - full[dark]) for value in row[dark::3]]
            xs = [
                x
                for x, share in enumerate(shares)
                if share >= 0.5 and all(abs(255 - (255 - full[i]) * share - row[3 * x + i]) < 12 for i in range(3))
            ]
            if len(xs) > 10 * scale:  # a bar's row, and not a legend's sample or letters
                spans.append((y, xs[0], xs[-1] + 1))
        found[color] = [
            sorted(s[1] for s in spans)[len(spans) // 2] / scale,
            sorted(s[2] for s in spans)[len(spans) // 2] / scale,
            spans[0][0] / scale,
        ]
    return found


def relative(bars, words=None):
    left, _, top = next(iter(bars.values()))
    told = {"bars": {name: [box[0] - left, box[1] - left, box[2] - top] for name, box in bars.items()}}
    if words is not None:
        first = words[min(words)][1]
        told["words"] = {name: [x - left, y - first] for name, (x, y) in words.items()}
    return told


folder, name = sys.argv[1:]
html = open(f"{folder}/report.html", encoding="utf-8").read()
# The first drawing is the one for wide screens.
svg = re.search(r"<svg class=\"scene\".*?</svg>", html, re.S)[0]
marks = re.search(r"<g class=\"marks\".*?</g>", svg, re.S)[0]
bars = {}
for kind, path in re.findall(r"<path class=\"(f\d+)\" d=\"([^\"]+)\"", marks):
    variable = re.search(rf"\.{kind}\{{fill:var\((--\w+)\)", html)[1]
    # The first value is the one on light paper.
    color = re.search(rf"{variable}:(#[0-9a-f]{{6}})", html)[1]
    step = re.fullmatch(r"m(-?[\d.]+)[ ,]?(-?[\d.]+)h(-?[\d.]+)v(-?[\d.]+)h(-?[\d.]+)z", path)
    x, y, wide, deep = (float(step[i]) for i in range(1, 5))
    bars[color] = [x, x + wide, min(y, y + deep)]
axis = re.search(r"<g class=\"axis-y\">.*?</g></g>", svg, re.S)[0]
numbers = {}
for x, y, text in re.findall(r"<text x=\"(-?[\d.]+)\" y=\"(-?[\d.]+)\">([^<]+)<", axis):
    numbers[text] = [float(x), float(y)]

pages = subprocess.run(
    ["pdftoppm", "-r", str(72 * SCALE), "-f", "1", "-l", "1", f"{folder}/report.pdf"],
    check=True, capture_output=True,
).stdout  # fmt: skip
layout = subprocess.run(
    ["pdftotext", "-bbox", "-f", "1", "-l", "1", f"{folder}/report.pdf", "-"], check=True, capture_output=True, text=True
).stdout
words = {}
for x0, y0, x1, y1, text in re.findall(
    r"<word xMin=\"([\d.]+)\" yMin=\"([\d.]+)\" xMax=\"([\d.]+)\" yMax=\"([\d.]+)\">([^<]+)<", layout
):
    if text in numbers:
        words[text] = [float(x1), float(y1)]

print(
    json.dumps(
        {
            "html": relative(bars, numbers),
            "pdf": relative(boxes(ppm(pages), bars, SCALE), words),
            "png": relative(boxes(png(f"{folder}/charts/{name}.png"), bars, 2)),
        }
    )
)
