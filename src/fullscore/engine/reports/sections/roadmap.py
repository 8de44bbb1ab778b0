"""The quarters to come: what begins when, of proposals, changes and goals."""

from dataclasses import dataclass
from datetime import date

from fullscore.engine.calendars.fiscal import A_QUARTER, months_on, quarter_start
from fullscore.engine.reports.blocks import Piece, Quarter, Quarters, Section, Word
from fullscore.engine.reports.sections.changes import Calendar
from fullscore.engine.reports.sections.choosing import Choice, Proposed
from fullscore.engine.reports.sections.goals import Goal
from fullscore.engine.reports.voice import Voice, few, headed, value_of

_MISSING = "Nothing has a quarter yet. Proposals that are in, changes with a date and goals stand here."
_QUARTERS, _LEAST = 6, 4


@dataclass(frozen=True, slots=True)
class Begins:
    """Something with the day it begins; order says what stands first within a quarter."""

    on: date
    piece: Piece


def section(
    choice: Choice | None, calendar: Calendar | None, goals: tuple[Goal, ...], voice: Voice
) -> Section:
    found = (*_proposals(choice, voice), *_goals(goals, voice), *_changes(calendar, voice))
    first = quarter_start(voice.on, voice.first_month)
    starts = [months_on(first, A_QUARTER * place) for place in range(_QUARTERS)]
    quarters = tuple(
        Quarter(start.isoformat(), voice.quarter(start), _within(found, start)) for start in starts
    )
    filled = [each for each in quarters if each.items]
    if not filled:
        return Section("roadmap", "Nothing has a quarter yet", missing=_MISSING)
    last = max(place for place, each in enumerate(quarters) if each.items) + 1
    shown = quarters[: max(last, _LEAST)]
    busiest = max(filled, key=lambda each: len(each.items))
    most = len(busiest.items)
    verb = "begins" if most == 1 else "begin"
    words = f"{headed(few(most, 'thing'))} {verb} in {busiest.label}, the busiest quarter."
    block = Quarters("What begins when", words, shown)
    count = sum(len(each.items) for each in quarters)
    title = f"{headed(few(count, 'thing'))} until the end of {shown[-1].label}"
    return Section("roadmap", title, None, (block,))


def _within(found: tuple[Begins, ...], start: date) -> tuple[Piece, ...]:
    end = months_on(start, A_QUARTER)
    return tuple(each.piece for each in sorted(found, key=lambda one: one.on) if start <= each.on < end)


def _proposals(choice: Choice | None, voice: Voice) -> list[Begins]:
    return [
        Begins(each.starts_on, Piece(each.ref, each.name, each.purpose, _cost(each, voice)))
        for each in (choice.chosen if choice else ()) if each.starts_on is not None
    ]  # fmt: skip


def _cost(each: Proposed, voice: Voice) -> Word:
    if each.first_year is None or not value_of(each.first_year):
        return "no money"
    return voice.money(each.first_year, f"{each.name}, first year")


def _goals(goals: tuple[Goal, ...], voice: Voice) -> list[Begins]:
    return [
        Begins(each.need_by, Piece(each.ref, each.sentence, "goal", voice.short(each.need_by)))
        for each in goals if each.need_by >= voice.on
    ]  # fmt: skip


def _changes(calendar: Calendar | None, voice: Voice) -> list[Begins]:
    return [
        Begins(each.start, Piece(each.ref, each.name, "change", voice.short(each.start)))
        for each in (calendar.open if calendar else ()) if each.start is not None and each.start >= voice.on
    ]  # fmt: skip
