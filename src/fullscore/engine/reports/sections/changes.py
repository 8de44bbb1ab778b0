"""Changes: what is set for a date, what has none and why, and what was done since."""

from dataclasses import dataclass
from datetime import date

from fullscore.engine.findings.english.words import clipped
from fullscore.engine.reports.blocks import Block, Cell, Row, Section, Table
from fullscore.engine.reports.voice import Voice, counted, few, headed, names

_MISSING = "No change is planned. Write what IT will change on the changes page, and it gets a date."
_LONGEST, _MOST_SERVICES = 140, 2


@dataclass(frozen=True, slots=True)
class Work:
    """One change; `start` in the organisation's time, `against` the first rule its date breaks, if any.

    `why` says what keeps it from having a date.
    """

    ref: str
    name: str
    state: str
    owner: str = ""
    start: date | None = None
    at: str = ""
    services: tuple[str, ...] = ()
    against: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Changes that are open, and those that were done `since` a day; looked at `until` a day."""

    open: tuple[Work, ...]
    done: tuple[Work, ...]
    since: date
    until: date

    def set_for(self) -> tuple[Work, ...]:
        """Return what has a date until the last day looked at, in order."""
        dated = [each for each in self.open if each.start is not None and each.start <= self.until]
        return tuple(sorted(dated, key=lambda each: (str(each.start), each.at, each.ref)))

    def without(self) -> tuple[Work, ...]:
        return tuple(each for each in self.open if each.start is None)

    def later(self) -> tuple[Work, ...]:
        return tuple(each for each in self.open if each.start is not None and each.start > self.until)


def section(found: Calendar, voice: Voice) -> Section:
    if not (found.open or found.done):
        return Section("changes", "No change is planned", missing=_MISSING)
    dated, without = found.set_for(), found.without()
    title = standing(found, voice)
    tables = (_dated(dated, voice), _without(without), _done(found, voice))
    blocks: tuple[Block, ...] = tuple(each for each in tables if each is not None)
    later = len(found.later())
    lead = (
        f"{headed(few(later, 'more change'))} {'is' if later == 1 else 'are'} set for later."
        if later
        else None
    )
    return Section("changes", title, lead, blocks)


def standing(found: Calendar, voice: Voice) -> str:
    """Return how many changes have a date, and how many wait for one."""
    dated, without = len(found.set_for()), len(found.without())
    if not dated:
        waits = (
            f"{few(without, 'change')} {'waits' if without == 1 else 'wait'} for a date"
            if without
            else "no change is set"
        )
        return f"{headed(waits)}"
    said = (
        f"{headed(few(dated, 'change'))} {'is' if dated == 1 else 'are'} set until {voice.day(found.until)}"
    )
    return f"{said}; {counted(without)} {'has' if without == 1 else 'have'} no date" if without else said


def _dated(found: tuple[Work, ...], voice: Voice) -> Table | None:
    if not found:
        return None
    rows = tuple(
        Row((
            Cell(_day(each, voice), "late" if each.start and each.start < voice.on else ""),
            each.name, _services(each), each.owner or "nobody named", _standing(each),
        ))
        for each in found
    )  # fmt: skip
    return Table(("When", "What", "Touches", "Who", "Standing"), rows, "Set for a date", _note(found))


def _day(each: Work, voice: Voice) -> str:
    assert each.start is not None
    return f"{voice.short(each.start)}, {each.at}" if each.at else voice.short(each.start)


def _services(each: Work) -> str:
    return names(each.services, _MOST_SERVICES)


def _standing(each: Work) -> Cell:
    return Cell("against a rule", "soon") if each.against else Cell(each.state)


def _note(found: tuple[Work, ...]) -> str | None:
    against = [each for each in found if each.against]
    if not against:
        return None
    return f"{against[0].name}: {clipped(against[0].against, _LONGEST)}"


def _without(found: tuple[Work, ...]) -> Table | None:
    if not found:
        return None
    rows = tuple(
        Row(
            (
                each.name,
                each.state,
                each.owner or "nobody named",
                clipped(each.why or "not asked for yet", _LONGEST),
            )
        )
        for each in found
    )
    return Table(("What", "Standing", "Who", "Why it has no date"), rows, "Without a date")


def _done(found: Calendar, voice: Voice) -> Table | None:
    if not found.done:
        return None
    ordered = sorted(found.done, key=lambda each: str(each.start), reverse=True)
    rows = tuple(
        Row((voice.short(each.start) if each.start else "day not known", each.name, each.state))
        for each in ordered
    )
    return Table(("On", "What", "Outcome"), rows, f"Since {voice.day(found.since)}")
