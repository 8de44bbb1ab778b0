"""Calendars: ICS to one row for each event, repeats unfolded, every event on its own.

Events are cut out of the file first and parsed one by one, so a bad one is a row with a problem and no
other is lost. A series is unfolded from 60 days before to 400 days after the day given (without one: the
latest day any event says it was written on), 500 times at most; one that lies wholly outside keeps its
first date. A series that would take too long keeps its first date too, and is named.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from fullscore.importing.cells import Row, TroubleError
from fullscore.importing.formats import events, unfolding
from fullscore.importing.formats.letters import text_of
from fullscore.importing.formats.purse import Purse

HEADER = ["Name", "Starts", "Ends", "All day", "Place", "UID", "Repeats", "Status", "Categories"]
MOMENTS = "moments"
EXACT = ["Name", "From", "Until", "Whole days", "UID", "Status"]
_BLOCKS = ("VEVENT", "VTIMEZONE")


@dataclass(slots=True)
class Block:
    """The lines of one event or zone; one that is never closed is cut off where the next begins."""

    name: str
    lines: list[str] = field(default_factory=list)
    is_closed: bool = False

    @property
    def text(self) -> str:
        return "\r\n".join(self.lines) + "\r\n"


def reader(on: str) -> Callable[[bytes], Iterator[Row]]:
    """Return a reader of calendars, unfolding around the day given as ISO text or around the file's own.

    With MOMENTS behind the day it tells exact moments, as calendars of changes want them.
    """
    text, _, how = on.partition(" ")
    day = date.fromisoformat(text) if text else None
    if how == MOMENTS:
        return lambda content: _numbered(_rows(content, day, events.moments), EXACT)
    return lambda content: _numbered(_rows(content, day, events.cells), HEADER)


def _numbered(rows: Iterable[tuple[list[str], str | None]], header: list[str]) -> Iterator[Row]:
    yield 1, header, None
    for line, (cells, code) in enumerate(rows, start=2):
        yield line, cells, [code, 0] if code else None


def _rows(content: bytes, on: date | None, told: unfolding.Teller) -> Iterator[tuple[list[str], str | None]]:
    whole = list(_lines(text_of(content)))
    zone = events.zone_named(_value(whole, "X-WR-TIMEZONE"))
    blocks = list(_blocks(whole))
    del whole
    if not any(block.name == "VEVENT" for block in blocks):
        raise TroubleError("import-calendar-empty")
    unfolding_time, reading_time = Purse(0.2, 0.7, 6.0), Purse(1.0, 3.0, 8.0)
    for block in blocks:
        if block.name == "VTIMEZONE":
            events.remember_zone(block.text, unfolding_time)
    series, bad = _series((block for block in blocks if block.name == "VEVENT"), reading_time)
    yield from ((cells, "import-event-unreadable") for cells in bad)
    day = on or _written_on(series)
    for one in series:
        yield from unfolding.unfolded(one, day, zone, unfolding_time, told)


def _written_on(series: list[list[events.Event]]) -> date:
    """Return the day the calendar was written, by its own word or by its last event."""
    every = [event for one in series for event in one]
    written = [event.written for event in every if event.written]
    return max(written or [event.begins for event in every], default=date(events.FIRST, 1, 1))


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of the calendar: one that begins with a space goes on the one before."""
    parts: list[str] = []
    for line in text.split("\n"):
        if line[:1] in {" ", "\t"} and parts:
            parts.append(line[1:])
            continue
        if parts:
            yield "".join(parts)
        parts = [line]
    yield "".join(parts)


def _value(lines: list[str], name: str) -> str:
    start = f"{name}:"
    return next((line[len(start) :].strip() for line in lines if line.upper().startswith(start)), "")


def _blocks(lines: list[str]) -> Iterator[Block]:
    """Yield events and zones as they stand in the file."""
    block: Block | None = None
    for line in lines:
        word, _, name = line.strip().upper().partition(":")
        if word == "BEGIN" and name in _BLOCKS:
            if block is not None:
                yield block
            block = Block(name)
        if block is not None:
            block.lines.append(line)
            if word == "END" and name == block.name:
                block.is_closed = True
                yield block
                block = None
    if block is not None:
        yield block


def _series(blocks: Iterable[Block], time: Purse) -> tuple[list[list[events.Event]], list[list[str]]]:
    """Return events that belong together by their UID, and what can be told of those nobody can read."""
    together: dict[str, list[events.Event]] = defaultdict(list)
    bad: list[list[str]] = []
    for number, block in enumerate(blocks):
        event = events.read(block.text, time) if block.is_closed else None
        if event is None:
            bad.append(
                [_value(block.lines, "SUMMARY") or _value(block.lines, "UID") or f"event {number + 1}"]
            )
        else:
            together[event.uid or f"\x00{number}"].append(event)
    return list(together.values()), bad
