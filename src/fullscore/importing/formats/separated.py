"""Separated text: CSV whatever its encoding, separator and line ends."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from math import log2

from fullscore.importing.cells import Row, Size
from fullscore.importing.formats.letters import lines_of

_SAMPLE = 200_000
_LINES = 12
_DECLARED = re.compile(r"sep=([^\w\s\"]|\t)$", re.IGNORECASE)


def rows(content: bytes) -> Iterator[Row]:
    """Yield each record with the line it begins on; formulas are text like any other."""
    separator, declared = _separator([line[:_SAMPLE] for line in islice(lines_of(content), _LINES)])
    csv.field_size_limit(2**31 - 1)
    # Counted before a row is sent, so that a file far too long costs whoever waits for it nothing.
    size = Size()
    for cells in csv.reader(lines_of(content), delimiter=separator):
        size.add(cells)
    reader = csv.reader(lines_of(content), delimiter=separator)
    line = 1
    for cells in reader:
        if not (declared and line == 1):
            yield line, cells, None
        line = reader.line_num + 1


def _separator(lines: list[str]) -> tuple[str, bool]:
    """Return the separator, and whether the first line only says which it is."""
    declared = _DECLARED.match(lines[0].strip(" \n")) if lines else None
    if declared:
        return declared.group(1), True
    # Of two that do equally well the comma loses: it stands in names and amounts, the others hardly.
    return max("\t|;,", key=lambda mark: _evenness(lines, mark)), False


def _evenness(lines: list[str], mark: str) -> float:
    """Return how well a mark cuts: into the same width line by line, the header included, and into many."""
    widths = Counter(len(re.sub(r'"[^"]*"', "", line).split(mark)) for line in lines)
    return max(((times / len(lines)) ** 4 * log2(width) for width, times in widths.items()), default=0)
