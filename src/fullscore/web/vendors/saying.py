"""Contracts in words: the chip beside one, the answer its page is called after, days and distances."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from fullscore.engine.findings.trace import Trace
from fullscore.engine.vendors.renewals import Renewal, State
from fullscore.web.goals import days
from fullscore.web.templatetags.words import full_day, number

UNKNOWN: Mapping[str, str] = MappingProxyType({
    "no-end": "Nobody knows when it ends. A start date and a first term, or an end date, are enough.",
    "no-notice": "Nobody has said how long before the end notice must arrive.",
    "no-renewal": "Nobody has said whether it renews by itself.",
    "notice-said-passed": "The notice date written down has passed; how long notice is was not said.",
    "no-exit": "Its notice reaches past the last day a calendar has.",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chip:
    """A state in a word or three; a plain one is not a chip: nothing is to be done."""

    words: str
    tone: str
    is_plain: bool = False


_CHIPS: Mapping[State, Chip] = MappingProxyType({
    State.NOTICE_GIVEN: Chip("notice given", "plan"),
    State.OVER: Chip("over", "", is_plain=True),
    State.ENDS: Chip("ends", "", is_plain=True),
    State.TO_RENEW: Chip("to renew", "soon"),
    State.NO_NOTICE_DATE: Chip("no notice date", "unknown"),
    State.MISSED: Chip("notice missed", "late"),
    State.GIVE_NOTICE: Chip("give notice", "soon"),
    State.CHANGE: Chip("to be changed", "soon"),
    State.WANTED: Chip("renews, wanted", "plan"),
    State.AS_PLANNED: Chip("as planned", "", is_plain=True),
    State.ANY_MONTH: Chip("any month", "", is_plain=True),
    State.DECIDE: Chip("decide", "soon"),
    State.OPEN: Chip("not decided", "", is_plain=True),
})  # fmt: skip


def chip(one: Renewal) -> Chip:
    """Return where a contract stands, in at most twenty letters."""
    match one.state:
        case State.RENEW_FEWER:
            return Chip(f"renew {one.renew}" if " of " in one.renew else "renew fewer", "soon")
        case State.MORE_NEEDED:
            return Chip(f"{number(missing(one))} more needed", "soon")
        case State.TAKE_BACK:
            return Chip(f"{number(leavers(one))} to take back", "soon")
        case _:
            return _CHIPS[one.state]


def missing(one: Renewal) -> Decimal:
    return sum((each.missing for each in one.pools), Decimal(0))


def leavers(one: Renewal) -> Decimal:
    return sum((each.leavers for each in one.pools), Decimal(0))


def answer(one: Renewal, on: date) -> str:
    """Return what is to be done about a contract, or what happens by itself, with its day."""
    found = one.dates
    by, end = _by(found.notice_by, on), in_words(found.ends_on, on)
    counted = {
        State.RENEW_FEWER: f"Renew {one.renew}{by}" if " of " in one.renew else f"Renew fewer seats{by}",
        State.MORE_NEEDED: f"{_seats(missing(one))} more needed",
        State.TAKE_BACK: f"Take back {_seats(leavers(one))}",
        State.OVER: f"Over since {end}" if end else "Over",
        State.NOTICE_GIVEN: f"Notice is given: it ends on {end}" if end else "Notice is given",
        State.ENDS: f"Ends on {end}" if end else "It does not renew",
        State.TO_RENEW: f"Renew it before {end}" if end else "It must be renewed by hand",
        State.NO_NOTICE_DATE: "No notice date is known",
        State.MISSED: f"Too late for {in_words(found.ends_on, on)}: give notice{by}",
        State.GIVE_NOTICE: f"Give notice{by}",
        State.CHANGE: f"Say what is to change{by}",
        State.WANTED: _renews(one, on, ", wanted"),
        State.AS_PLANNED: _renews(one, on, ", as planned"),
        State.ANY_MONTH: f"Can end on {in_words(found.next_exit, on)} with notice{by}",
        State.DECIDE: _decide(one, on),
        State.OPEN: _decide(one, on),
    }
    return counted[one.state]


def _renews(one: Renewal, on: date, rest: str) -> str:
    day = in_words(one.dates.renews_on, on)
    return f"Renews on {day}{rest}" if day else f"Goes on{rest}"


def _decide(one: Renewal, on: date) -> str:
    """Return by when to decide; past that day, by when notice must arrive if it is to end."""
    day = one.dates.decide_by
    if day is not None and day < on:
        return f"Decide now: notice{_by(one.dates.notice_by, on)}"
    return f"Decide{_by(day, on)}"


def _by(day: date | None, on: date) -> str:
    return f" by {in_words(day, on)}" if day else ""


def _seats(count: Decimal) -> str:
    return f"{number(count)} seat{'' if count == 1 else 's'}"


def in_words(day: date | None, on: date) -> str:
    """Return a day as a title has it: 30 November, its year only when that is not this or the coming one."""
    if day is None:
        return ""
    year = "" if day.year in {on.year, on.year + 1} else f" {day.year}"
    return f"{day.day} {day:%B}{year}"


def short(day: date | None, on: date) -> str:
    """Return a day as tables have it: 30 Nov."""
    if day is None:
        return ""
    year = "" if day.year in {on.year, on.year + 1} else f" {day.year}"
    return f"{day.day} {day:%b}{year}"


def distance(day: date | None, on: date) -> str:
    return "" if day is None else days.distance((day - on).days)


def with_year(day: date | None) -> str:
    return "" if day is None else full_day(day)


def figure(trace: Trace | None) -> str:
    """Return a count of seats; what nobody knows says so."""
    return "not known" if trace is None else number(Decimal(str(trace.value)))
