"""When: the one period of a goal, the last day of people who come for a time, the day of need."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from fullscore.engine.findings.finding import Finding
from fullscore.engine.goals.goal import Arrival, House, refusal
from fullscore.engine.goals.periods import DAY, Edge, Period, shifted
from fullscore.engine.goals.sentences.phrases import Phrase
from fullscore.engine.goals.sentences.ramps import Ramp, need_by_of


@dataclass(frozen=True, slots=True)
class When:
    """A goal's period, and its people's last day if they have one; `notes` say how the words were read."""

    period: Period
    until: date | None
    notes: tuple[str, ...] = ()


def apart(found: Sequence[Phrase]) -> tuple[tuple[Phrase, ...], Phrase | None]:
    """Return the phrases that say when people come, and the one that says how long they stay."""
    lasting = [one for one in found if one.is_until]
    if len(lasting) > 1:
        return tuple(found), None
    ends = [one for one in lasting if not one.has_start]
    if len(ends) == 1 and ends[0].stay:
        return tuple(one for one in found if one is not ends[0]), ends[0]
    if len(ends) != 1 or len(found) == 1:
        return tuple(found), lasting[0] if lasting else None
    return tuple(one for one in found if one is not ends[0]), ends[0]


def settle(
    sentence: str,
    timed: Sequence[Phrase],
    until: Phrase | None,
    ramp: Ramp | None,
    house: House,
    *,
    is_temporary: bool,
) -> When | Finding:
    """Return the period and the last day of a goal, or the question that is open about them."""
    wrong = _unclear(sentence, timed, ramp) or _wrong(sentence, (*timed, *((until,) if until else ())), house)
    if wrong is not None:
        return wrong
    period = _whole(timed, ramp)
    last = _last_day(timed, until, ramp, period, is_temporary=is_temporary)
    wrong = (ramp and _outside(sentence, ramp, period, house)) or _stays(sentence, last, period, house)
    if wrong is not None:
        return wrong
    if is_temporary and last is None:
        return refusal("goal-until-missing", sentence)
    notes = tuple(dict.fromkeys(note for one in timed if one.period for note in one.period.notes))
    return When(_lasting(period, last), last, notes)


def _unclear(sentence: str, timed: Sequence[Phrase], ramp: Ramp | None) -> Finding | None:
    if not timed:
        return refusal("goal-period-missing", sentence)
    if ramp is None and len(timed) > 1:
        words = tuple(phrase.words for phrase in timed)
        return refusal("goal-names-two-periods", sentence, periods=words)
    return None


def _stays(sentence: str, last: date | None, period: Period, house: House) -> Finding | None:
    """Refuse people who would leave before they have come."""
    need_by = need_by_of(period, house)
    if last is None or last >= need_by:
        return None
    return refusal("goal-ends-before-it-starts", sentence, until=last, need_by=need_by)


def _wrong(sentence: str, phrases: Sequence[Phrase], house: House) -> Finding | None:
    for phrase in phrases:
        period = phrase.period
        if period is None:
            return refusal("goal-date-does-not-exist", sentence, words=phrase.words)
        if period.end < house.on or need_by_of(period, house) < house.on:
            return refusal("goal-period-past", sentence, words=phrase.words, ended_on=period.end)
    return None


def _whole(timed: Sequence[Phrase], ramp: Ramp | None) -> Period:
    """Return the stretch a goal is about; with steps, the one named beside them or from first to last."""
    told = [ramp.overall] if ramp and ramp.overall else timed
    periods = [one.period for one in told if one.period]
    if ramp is None:
        return periods[0]
    return Period(min(one.start for one in periods), max(one.end for one in periods))


def _outside(sentence: str, ramp: Ramp, whole: Period, house: House) -> Finding | None:
    for step in ramp.steps:
        period = step.phrase.period
        if period and not whole.start <= need_by_of(period, house) <= max(whole.end, house.on):
            return refusal(
                "goal-step-outside-period",
                sentence,
                words=step.phrase.words,
                first=whole.start,
                last=whole.end,
            )
    return None


def _last_day(
    timed: Sequence[Phrase], until: Phrase | None, ramp: Ramp | None, period: Period, *, is_temporary: bool
) -> date | None:
    if until is not None and until.stay:
        return _after_stay(period, until.stay)
    if until is not None and until.period is not None:
        is_rate = ramp is not None and ramp.rate is not None and until in timed and not until.has_start
        return None if is_rate and not is_temporary else until.period.end
    is_stretch = period.edge is Edge.START and period.start < period.end and not (ramp and not ramp.overall)
    has_rate = ramp is not None and ramp.rate is not None
    return period.end if is_temporary and (is_stretch or has_rate) else None


def _after_stay(period: Period, stay: tuple[int, int]) -> date:
    """Return the last day of so many months and days from the day people come."""
    months, days = stay
    start = period.end if period.edge is Edge.END else period.start
    return shifted(start, months) + DAY * (days - 1)


def _lasting(period: Period, until: date | None) -> Period:
    """Return the period up to the last day people are here; 'by' a day stays a deadline."""
    if until is None or period.edge is Edge.END:
        return period
    return replace(period, end=max(until, period.start))


def arriving(when: When, arrivals: tuple[Arrival, ...], house: House) -> tuple[When, tuple[Arrival, ...]]:
    """Return the period that holds all arrivals, and no ramp where everybody comes on the day of need."""
    if not arrivals:
        return when, ()
    period = replace(when.period, end=max(when.period.end, arrivals[-1].on))
    is_at_once = len(arrivals) == 1 and arrivals[0].on == need_by_of(period, house)
    return replace(when, period=period), () if is_at_once else arrivals
