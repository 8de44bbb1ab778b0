"""How much room words take on a slide, in EMU (914,400 to the inch), and how they are written."""

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import PP_ALIGN
from pptx.util import Emu, Pt

LEFT, ROOM, BOTTOM = Emu(560000), Emu(11072000), 6400000
GAP, SIZE, _MOST_LINES = 91440, 13, 6
INK, QUIET = RGBColor(0x18, 0x20, 0x2C), RGBColor(0x4D, 0x58, 0x68)
# A letter's width, in EMU for each point of its size: Inter's average and some room.
_LETTER = 6900
Row = Sequence[tuple[str, bool]]
Measured = tuple[int, list[tuple[str, bool]]]


def parts(items: Sequence[Any], most: int) -> Iterator[Sequence[Any]]:
    for first in range(0, len(items), most):
        yield items[first : first + most]


def held(rows: Sequence[Measured], room: int) -> int:
    """Return how many rows fit into the room."""
    ends = accumulate(high for high, _ in rows)
    return sum(1 for _ in takewhile(lambda end: end <= room, ends))


def shares(ends: Sequence[bool]) -> list[float]:
    """Return how wide each column is: words have twice the room of figures."""
    weights = [1.0 if is_end else 2.0 for is_end in ends]
    return [weight / sum(weights) for weight in weights]


def measured(row: Row, shares: Sequence[float]) -> Measured:
    """Return how high a row is and its cells' words, each cut where it would take half a slide."""
    told = [(*fitting(words, int(ROOM * share), SIZE, _MOST_LINES), is_end)
            for (words, is_end), share in zip(row, shares, strict=True)]  # fmt: skip
    high = tall(max((lines for lines, _, _ in told), default=1), SIZE) + 20000
    return high, [(words, is_end) for _, words, is_end in told]


def fitting(words: str, wide: int, size: int, most: int) -> tuple[int, str]:
    """Return how many lines words take at most, and the words; cut with dots where they take more."""
    each = max(2, int((wide - 2 * GAP) / (size * _LETTER)))
    lines = sum(max(1, math.ceil(len(line) / each)) for line in words.split("\n"))
    if lines <= most:
        return lines, words
    return most, " ".join(words.split())[: each * most - 1] + "\N{HORIZONTAL ELLIPSIS}"


def tall(lines: int, size: int) -> Emu:
    return Emu(int(lines * size * 12700 * 1.22) + 92000)


def fill(
    frame: Any, words: str, *, size: int, is_bold: bool = False, colour: RGBColor = INK,  # noqa: ANN401
    align: Any = PP_ALIGN.LEFT,  # noqa: ANN401
) -> None:  # fmt: skip
    frame.text = words
    for paragraph in frame.paragraphs:
        paragraph.alignment = align
        paragraph.font.size, paragraph.font.bold = Pt(size), is_bold
        paragraph.font.color.rgb = colour
        paragraph.font.name = "Inter"
