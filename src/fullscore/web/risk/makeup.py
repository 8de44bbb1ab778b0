"""What makes up a year's losses, as a drawing: each scenario's share of all years and of the bad ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from fullscore.web.goals import canvas
from fullscore.web.goals.canvas import Drawing, Words

WIDE, NARROW = 980, 326
# So many scenarios are drawn; the rest stand together.
MOST = 8
_NAME, _THICK, _BETWEEN, _LETTER, _SAID = 284, 10, 4, 6.9, 9
_ROW_WIDE, _ROW_NARROW, _ABOVE = 37, 56, 18
_HAIR = 1.0


@dataclass(frozen=True, slots=True)
class Piece:
    """One scenario: shares in [0, 1] of the mean and of the bad years, with what to write beside them."""

    name: str
    of_mean: float
    of_bad: float
    said_mean: str
    said_bad: str


def together(pieces: Sequence[Piece], said_mean: str, said_bad: str) -> tuple[Piece, ...]:
    """Return the largest pieces, and all others as one; what it says of them is given."""
    ordered = sorted(pieces, key=lambda one: (-max(one.of_mean, one.of_bad), one.name))
    if len(ordered) <= MOST:
        return tuple(ordered)
    rest = ordered[MOST - 1 :]
    mean, bad = sum(one.of_mean for one in rest), sum(one.of_bad for one in rest)
    return (*ordered[: MOST - 1], Piece(f"{len(rest)} others", mean, bad, said_mean, said_bad))


def drawing(pieces: Sequence[Piece], *, is_narrow: bool = False) -> Drawing:
    """Return two bars for each piece: all years above, the bad ones below, their figures at the end."""
    width, left = (NARROW, 0) if is_narrow else (WIDE, _NAME)
    row = _ROW_NARROW if is_narrow else _ROW_WIDE
    said = max((max(len(one.said_mean), len(one.said_bad)) for one in pieces), default=0)
    room = width - left - said * _LETTER - _SAID
    largest = max((max(one.of_mean, one.of_bad) for one in pieces), default=1.0) or 1.0
    bars: dict[str, list[str]] = {"run": [], "grow": []}
    words: list[Words] = []
    for at, one in enumerate(pieces):
        top = at * row + (_ABOVE if is_narrow else 4)
        words.append(_named(one, top, is_narrow=is_narrow))
        for place, (role, share, text) in enumerate(
            (("run", one.of_mean, one.said_mean), ("grow", one.of_bad, one.said_bad))
        ):
            y, long = top + place * (_THICK + _BETWEEN), max(_HAIR, share / largest * room)
            bars[role].append(canvas.bar(left, y, long, _THICK))
            words.append(Words(round(left + long + _SAID, 1), y + 9.5, text, "start", "said"))
    return Drawing(width, row * len(pieces), canvas.layers(*bars.items()), tuple(words))


def _named(one: Piece, top: float, *, is_narrow: bool) -> Words:
    if is_narrow:
        return Words(0, top - 6, _cut(one.name, NARROW), "start", "name")
    return Words(_NAME - 12, top + 16, _cut(one.name, _NAME - 12), "end", "name")


def _cut(name: str, room: int) -> str:
    most = int(room / (_LETTER + 0.4))
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"
