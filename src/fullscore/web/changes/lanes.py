"""Changes by service as a drawing: windows pale, freezes grey, changes blue, what does not work red."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from fullscore.usecases.changes.values import Board, BoardChange, Lane
from fullscore.web.goals import canvas
from fullscore.web.goals.canvas import Drawing, Words
from fullscore.web.templatetags.words import counted

WIDE, NARROW = 680, 326
_NAME, _ROW, _TOP, _HIGH, _LEAST = 132, 36, 26, 11, 8.0
_LETTER = 6.4


class _Scale:
    """Days of the calendar as places on the line."""

    def __init__(self, board: Board, width: int, left: int) -> None:
        self.first, self.left = board.begin, left
        self.days = max(1, (board.end - board.begin).days + 1)
        self.step = (width - left - 4) / self.days

    def x(self, at: datetime) -> float:
        days = (at.date() - self.first).days + (at.hour * 60 + at.minute) / 1440
        return round(self.left + min(max(days, 0.0), float(self.days)) * self.step, 1)

    def box(self, start: datetime, end: datetime, y: float) -> str:
        """Return a box as wide as its hours, and never too narrow to be seen."""
        left, right = self.x(start), self.x(end)
        return canvas.bar(left, y, max(_LEAST, right - left), _HIGH)

    def shows(self, start: datetime, end: datetime) -> bool:
        last = self.first + timedelta(days=self.days)
        return start.date() < last and end.date() >= self.first


def drawing(board: Board, lanes: Sequence[Lane], *, is_narrow: bool = False) -> Drawing:
    """Return the lanes that are given; on a narrow screen their names stand above them."""
    width, left = (NARROW, 4) if is_narrow else (WIDE, _NAME)
    row = _ROW + 12 if is_narrow else _ROW
    scale, height = _Scale(board, width, left), _TOP + row * len(lanes) + 4
    boxes: dict[str, list[str]] = {"wait": [], "shut": [], "grow": [], "over": []}
    words = [*_weeks(board, scale)]
    for at, lane in enumerate(lanes):
        y = _TOP + row * (at + 1) - _HIGH - 7
        words.append(_named(lane, y, is_narrow=is_narrow))
        _fill(boxes, lane, board, scale, y)
    grid = "".join(canvas.upright(x, _TOP - 4, height) for x, _ in _mondays(board, scale))
    rows = "".join(canvas.level(_TOP + row * (at + 1) - 0.5, 0, width) for at in range(len(lanes)))
    return Drawing(width, height, canvas.layers(("line", (grid, rows)), *boxes.items()), tuple(words))


def _named(lane: Lane, y: float, *, is_narrow: bool) -> Words:
    text = (
        lane.name if len(lane.name) * _LETTER < _NAME - 14 else f"{lane.name[: int((_NAME - 20) / _LETTER)]}…"
    )
    return Words(4, y - 5, lane.name, "start") if is_narrow else Words(_NAME - 10, y + 10, text, "end")


def _fill(boxes: dict[str, list[str]], lane: Lane, board: Board, scale: _Scale, y: float) -> None:
    boxes["wait"] += [
        scale.box(one.start, one.end, y) for one in lane.windows if scale.shows(one.start, one.end)
    ]
    boxes["shut"] += [
        scale.box(one.start, one.end, y) for one in lane.frozen if scale.shows(one.start, one.end)
    ]
    for each in _of(board, lane):
        if each.start is not None and each.end is not None and scale.shows(each.start, each.end):
            boxes["grow" if each.works else "over"].append(scale.box(each.start, each.end, y))


def _of(board: Board, lane: Lane) -> Iterable[BoardChange]:
    return (each for each in (board.of(ref) for ref in lane.changes) if each is not None)


def _mondays(board: Board, scale: _Scale) -> Iterable[tuple[float, date]]:
    first = board.begin + timedelta(days=-board.begin.weekday() % 7)
    step = 1 if scale.days < 60 else 2  # noqa: PLR2004  two months of weeks fit with their days
    for week in range(0, scale.days // 7 + 1, step):
        day = first + timedelta(days=7 * week)
        if day <= board.end:
            yield round(scale.left + (day - board.begin).days * scale.step, 1), day


def _weeks(board: Board, scale: _Scale) -> Iterable[Words]:
    spaced = 0.0
    for x, day in _mondays(board, scale):
        if x >= spaced and x < scale.left + scale.days * scale.step - 24:
            spaced = x + 56
            yield Words(x, 12, f"{day.day} {day:%b}", "start")


def label(board: Board, lanes: Sequence[Lane]) -> str:
    """Return what the drawing tells, for those who do not see it."""
    told = []
    for lane in lanes:
        found = list(_of(board, lane))
        bad = sum(not each.works for each in found)
        said = counted(len(found), "change,changes") if found else "no change"
        told.append(f"{lane.name}: {said}{f', {bad} not working' if bad else ''}")
    return "; ".join(told)
