"""Ramps: six on one day and six on another, half and half, four a month."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from fullscore.engine.findings.finding import Finding
from fullscore.engine.goals.goal import Arrival, House, refusal
from fullscore.engine.goals.periods import Edge, Period, month_of
from fullscore.engine.goals.sentences.numbers import NUMBER, value_of
from fullscore.engine.goals.sentences.phrases import Phrase

Span = tuple[int, int]


class Part(StrEnum):
    """In which way a step says how many."""

    PEOPLE = "people"
    SHARE = "share"
    REST = "rest"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Step:
    part: Part
    value: Fraction
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Rate:
    """So many people each month, week or quarter of a stretch of time."""

    value: Fraction
    unit: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Ramp:
    """Steps, or a rate; `overall` is a period named beside the steps, `spans` the words all this used."""

    steps: tuple[Step, ...]
    rate: Rate | None
    overall: Phrase | None
    spans: tuple[Span, ...]


_SHARES = {
    "half": Fraction(1, 2), "a half": Fraction(1, 2), "one half": Fraction(1, 2),
    "the other half": Fraction(1, 2), "a third": Fraction(1, 3), "one third": Fraction(1, 3),
    "two thirds": Fraction(2, 3), "a quarter": Fraction(1, 4), "one quarter": Fraction(1, 4),
    "three quarters": Fraction(3, 4), "a fifth": Fraction(1, 5),
}  # fmt: skip
_BY_LENGTH = "|".join(sorted(_SHARES, key=len, reverse=True))
_STEP = re.compile(
    rf"(?<!\w)(?:(?P<rest>the (?:rest|remainder|others|(?:remaining|other)(?: {NUMBER})?)(?! half))"
    rf"|(?P<share>{_BY_LENGTH})(?! a dozen)"
    rf"|(?P<number>{NUMBER})(?P<percent>[ -]?(?:%|percent|per cent|pct))?)(?![\w%])"
)
_EACH = r"(?:an?|per|each|every|/) ?(?P<unit>day|week|month|quarter|year)"
_RATE = re.compile(
    rf"(?<!\w)(?P<n>{NUMBER})(?P<noun>(?: +(?!and |percent|per cent|pct)[a-z]+){{0,3}}?) +"
    rf"(?:{_EACH}|(?P<each>each))(?!\w)"
)
_RISE = re.compile(r"(?<!\w)to $")
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
FEWEST = 2


def find(masked: str, phrases: Sequence[Phrase]) -> Ramp | None:
    """Return the ramp of a sentence in small letters from which periods and names are blanked out."""
    return _by_rate(masked, phrases) or _by_steps(masked, phrases)


def _by_rate(masked: str, phrases: Sequence[Phrase]) -> Ramp | None:
    match = _RATE.search(masked)
    if match is None or len(phrases) != 1:
        return None
    (phrase,) = phrases
    unit = match["unit"] or "month"
    return Ramp((), Rate(value_of(match["n"]), unit, phrase), None, _without(match, "noun"))


def _without(match: "re.Match[str]", group: str) -> tuple[Span, ...]:
    """Return the words of a match but for one group, which others may have a use for."""
    start, end = match.span(group)
    return (match.start(), start), (end, match.end())


def _by_steps(masked: str, phrases: Sequence[Phrase]) -> Ramp | None:
    colon = masked.find(":")
    overall = tuple(one for one in phrases if one.end <= colon)
    pairs = _pairs(masked, phrases[len(overall) :], max(colon, 0))
    if not overall and len(pairs) > FEWEST and _is_whole(pairs):
        overall, pairs = (phrases[0],), pairs[1:]
    is_full = pairs and len(overall) < FEWEST and len(pairs) + len(overall) == len(phrases)
    if not is_full or (len(pairs) < FEWEST and not overall):
        return None
    return Ramp(
        tuple(step for step, _ in pairs),
        None,
        overall[0] if overall else None,
        tuple(span for _, span in pairs),
    )


def _pairs(masked: str, phrases: Sequence[Phrase], start: int) -> list[tuple[Step, Span]]:
    """Return each period with the last number before it; those without a number are left out."""
    found = []
    for phrase in phrases:
        numbers = list(_STEP.finditer(masked, start, phrase.start))
        start = phrase.end
        if numbers:
            found.append((_step(masked, numbers[-1], phrase), numbers[-1].span()))
    return found


def _step(masked: str, match: "re.Match[str]", phrase: Phrase) -> Step:
    if match["rest"]:
        return Step(Part.REST, Fraction(0), phrase)
    if match["share"]:
        return Step(Part.SHARE, _SHARES[match["share"]], phrase)
    if match["percent"]:
        return Step(Part.SHARE, value_of(match["number"]) / 100, phrase)
    is_target = _RISE.search(masked, 0, match.start()) is not None
    return Step(Part.TARGET if is_target else Part.PEOPLE, value_of(match["number"]), phrase)


def _is_whole(pairs: list[tuple[Step, Span]]) -> bool:
    """Return whether the first of several pairs is what the others are steps of: 12 in Q1, 6 in ..."""
    first, others = pairs[0][0], [step for step, _ in pairs[1:]]
    if first.part is Part.SHARE:
        return False
    shares = any(step.part in {Part.SHARE, Part.REST} for step in others)
    return shares or (first.part is Part.PEOPLE and first.value == sum(step.value for step in others))


def arrivals(
    ramp: Ramp, sentence: str, base: int, change: int | None, house: House
) -> tuple[Arrival, ...] | Finding:
    """Return who comes when, or why that does not fit; `change` is how many in all, None where not said."""
    if ramp.rate is not None:
        return _steady(ramp.rate, sentence, change, house)
    people = _people(ramp.steps, base, change)
    odd = next((one for one in people if one.denominator > 1 or one <= 0), None)
    if odd is not None:
        return refusal("goal-step-not-people", sentence, said=f"{float(odd):g}")
    total = int(sum(people))
    if change is not None and total != change:
        return refusal("goal-ramp-does-not-fit", sentence, steps=total, change=change)
    days = [need_by_of(step.phrase.period, house) for step in ramp.steps if step.phrase.period]
    return merged(zip(days, map(int, people), strict=True))


def _people(steps: Sequence[Step], base: int, change: int | None) -> list[Fraction]:
    """Return the people of each step; shares of people are rounded so that their sum stays what it is."""
    found, reached, shared = list[Fraction](), Fraction(base), Fraction(0)
    given = sum(step.value for step in steps if step.part is Part.PEOPLE)
    for step in steps:
        if step.part is Part.TARGET:
            found.append(abs(step.value - reached))
            reached = step.value
        elif step.part is Part.SHARE and change is not None:
            before, shared = math.ceil(shared * change), shared + step.value
            found.append(Fraction(math.ceil(shared * change) - before))
        elif step.part is Part.REST and change is not None:
            found.append(change - math.ceil(shared * change) - Fraction(given))
        else:
            found.append(step.value)
    return found


def total_of(ramp: Ramp) -> Step | None:
    """Return what the steps add up to where they say so themselves; None where they are parts of a whole."""
    if ramp.rate is not None:
        return None
    kinds = {step.part for step in ramp.steps}
    last = ramp.steps[-1]
    if kinds == {Part.TARGET}:
        return last
    value = sum((step.value for step in ramp.steps), Fraction(0))
    return Step(Part.PEOPLE, value, last.phrase) if kinds == {Part.PEOPLE} else None


def _steady(rate: Rate, sentence: str, change: int | None, house: House) -> tuple[Arrival, ...] | Finding:
    if rate.phrase.period is None:
        return ()
    if rate.value.denominator > 1 or rate.value <= 0:
        return refusal("goal-step-not-people", sentence, said=f"{float(rate.value):g}")
    days, each = turns(rate.phrase.period, rate.unit, house), int(rate.value)
    if change is not None and len(days) == 1 and rate.phrase.period.edge is Edge.START:
        count = math.ceil(change / each)  # "4 a month from January": until all are there
        days = _going_on(rate.phrase.period, rate.unit, count, house)
        last = change - each * (count - 1)
        return merged(zip(days, [each] * (count - 1) + [last], strict=True))
    if change is not None and change != each * len(days):
        return refusal("goal-ramp-does-not-fit", sentence, steps=each * len(days), change=change)
    return merged([(day, each) for day in days])


def turns(period: Period, unit: str, house: House) -> list[date]:
    """Return the first working day of each month (week, quarter) that lies in a period, not before today."""
    starts = [period.start]
    while starts[-1] <= period.end:
        starts.append(_next(starts[-1], unit))
    # A stretch from today on ("until June") counts whole months; a named one may have begun.
    begun = [day for day in starts[:-1] if day > house.on or (day == starts[0] and day != house.on)]
    if unit == "day":
        return [day for day in starts[:-1] if day >= house.on and house.calendar.is_workday(day)]
    days = (house.calendar.on_or_after(max(day, house.on)) for day in begun or starts[:1])
    return list(dict.fromkeys(days))


def _going_on(period: Period, unit: str, count: int, house: House) -> list[date]:
    starts = [max(period.start, house.on)]
    while len(starts) < count:
        starts.append(_next(starts[-1], unit))
    return [house.calendar.on_or_after(day) for day in starts]


def _next(day: date, unit: str) -> date:
    if unit == "day":
        return day + timedelta(days=1)
    if unit == "week":
        return day + timedelta(days=7 - day.weekday())
    months = _MONTHS[unit]
    return month_of(day.year, (day.month - 1) // months * months + 1 + months).start


def merged(pairs: "Sequence[tuple[date, int]] | zip[tuple[date, int]]") -> tuple[Arrival, ...]:
    """Return arrivals, earliest first; those of one day are one."""
    days: dict[date, int] = {}
    for day, people in pairs:
        days[day] = days.get(day, 0) + people
    return tuple(Arrival(day, days[day]) for day in sorted(days))


def need_by_of(period: Period, house: House) -> date:
    """Return the day people must be ready: the period's first working day, or its last for 'by'."""
    if period.edge is Edge.END:
        return house.calendar.on_or_before(period.end)
    return house.calendar.on_or_after(max(period.start, house.on))
