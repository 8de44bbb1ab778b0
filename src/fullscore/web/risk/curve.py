"""How bad years get, as a drawing: an amount, and in one year of how many it costs more than that."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fullscore.web.goals import canvas
from fullscore.web.goals.canvas import Drawing, Words
from fullscore.web.risk import scale
from fullscore.web.risk.scale import Scale
from fullscore.web.templatetags.words import number

WIDE, NARROW = 980, 326
_HIGH, _TOP, _FOOT = 300, 14, 34
_LETTER, _GAP = 6.9, 9
_DOT, _POST = 4.0, 7.0
# A scale of powers of ten begins where a tenth of all years end, or this far below a usual one.
_LIKELY, _BELOW = 0.9, 8.0
_ROOM = 1.04
Losses = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Mark:
    """What one year in `years` costs more than, and what the owners live with in such a year, if they said.

    `words` stand beside it; `short` is the same where there is less room.
    """

    years: int
    amount: float
    words: str
    short: str
    borne: float | None = None

    @property
    def is_missed(self) -> bool:
        return self.borne is not None and self.amount > self.borne

    @property
    def end(self) -> float:
        return max(self.amount, self.borne or 0.0)


@dataclass(frozen=True, slots=True)
class Bad:
    """All that is drawn: pairs of a loss and its chance; `net` is what insurance leaves, empty for none."""

    gross: Losses
    marks: tuple[Mark, ...]
    net: Losses = ()
    currency: str = "USD"


def drawing(bad: Bad, *, is_narrow: bool = False, width: int = 0) -> Drawing:
    """Return the curve with what is marked on it; the figures stand right of their points."""
    width = width or (NARROW if is_narrow else WIDE)
    drawn = _scale(bad, width, is_narrow=is_narrow)
    shapes = canvas.layers(
        ("line", (canvas.level(drawn.y(1 / one), drawn.left, width) for one in drawn.rows)),
        ("net", (path(bad.net, drawn),)),
        ("curve", (path(bad.gross, drawn),)),
        ("missed", (_gap(one, drawn) for one in bad.marks if one.is_missed)),
        ("post", (_post(one, drawn) for one in bad.marks if one.borne is not None)),
        ("grow", (canvas.ring(drawn.x(one.amount), drawn.y(1 / one.years), _DOT) for one in bad.marks)),
    )
    words = (
        *_rows(drawn, is_narrow=is_narrow),
        *_amounts(bad, drawn, width),
        *(_said(one, drawn, is_narrow=is_narrow) for one in bad.marks if one.words),
    )
    return Drawing(width, _HIGH, shapes, words)


def _scale(bad: Bad, width: int, *, is_narrow: bool) -> Scale:
    rarest = max(scale.RAREST, *(one.years for one in bad.marks))
    worst = _ROOM * max(_largest(bad, 1 / rarest), *(one.end for one in bad.marks), 1.0)
    usual = _largest(bad, 1 / 2)
    powers = scale.is_log(usual, worst)
    least = max(_at(bad.gross, _LIKELY), usual / _BELOW) if powers else 0.0
    # The words of the rarest years stand right of the curve's end.
    said = max(len(one.short if is_narrow else one.words) for one in bad.marks if one.years > 2)  # noqa: PLR2004
    right = width - round(said * _LETTER) - _GAP
    left = 64 if is_narrow else 92
    return Scale(left, right, _TOP, _HIGH - _FOOT, least, worst, powers, rarest)


def _largest(bad: Bad, chance: float) -> float:
    """Return what the worse of both curves comes to."""
    return max(_at(bad.gross, chance), _at(bad.net, chance))


def _at(losses: Losses, chance: float) -> float:
    """Return the loss that a year exceeds with so much chance."""
    return next((loss for loss, likely in losses if likely <= chance), losses[-1][0] if losses else 0.0)


def path(losses: Losses, drawn: Scale) -> str:
    """Return the line through losses that lie on the scale; "" for none."""
    places = (
        (drawn.x(loss), drawn.y(chance)) for loss, chance in losses
        if chance >= 1 / drawn.rarest and drawn.least <= loss <= drawn.most
    )  # fmt: skip
    points = dict.fromkeys(places)
    return "M" + "L".join(f"{x},{y}" for x, y in points) if len(points) > 1 else ""


def _post(one: Mark, drawn: Scale) -> str:
    """Return a short upright bar at what can be borne."""
    y = drawn.y(1 / one.years)
    return canvas.upright(drawn.x(one.borne or 0.0), round(y - _POST, 1), round(y + _POST, 1))


def _gap(one: Mark, drawn: Scale) -> str:
    """Return the way from what can be borne to what such a year costs."""
    return canvas.level(drawn.y(1 / one.years), drawn.x(one.borne or 0.0), drawn.x(one.amount))


def _rows(drawn: Scale, *, is_narrow: bool) -> Iterator[Words]:
    for years in drawn.rows:
        said = f"1 in {number(years)}" if is_narrow else f"1 year in {number(years)}"
        yield Words(drawn.left - 10, round(drawn.y(1 / years) + 4, 1), said, "end")


def _amounts(bad: Bad, drawn: Scale, width: int) -> Iterator[Words]:
    free = 0.0
    for amount in drawn.amounts():
        said = scale.short(amount, bad.currency)
        x, half = drawn.x(amount), len(said) * _LETTER / 2
        if x - half >= free and x + half <= width:
            free = x + half + _GAP
            yield Words(x, drawn.bottom + 20, said, "middle")


def _said(one: Mark, drawn: Scale, *, is_narrow: bool) -> Words:
    """Return the words right of the point and above its line: the curve falls away below them."""
    x, y = drawn.x(one.end) + _GAP, drawn.y(1 / one.years) - 5
    return Words(
        x,
        round(y, 1),
        one.short if is_narrow else one.words,
        "start",
        "over" if one.is_missed else "peak",
    )
