"""What IT costs as bars: a year each, by purpose."""

from decimal import Decimal

from fullscore.engine.findings.english.words import listed
from fullscore.engine.findings.trace import Trace
from fullscore.engine.reports.blocks import Bar, Bars, Said
from fullscore.engine.reports.sections.costs import PURPOSES, Money, money, total_of
from fullscore.engine.reports.voice import Voice, summed, value_of

_TO = {"run": "keeping things running", "grow": "growth", "secure": "security"}
Series = tuple[tuple[str, str], ...]  # (purpose, label)


def drawn(found: Money, ahead: Money, voice: Voice, *, is_drawn_before: bool) -> tuple[Bars, ...]:
    """Return the bars of this year and the next; of those to come where these are drawn already."""
    if not is_drawn_before:
        return (bars(found, voice),)
    if not ahead.costs:
        return ()
    return (_bars_ahead(money(ahead.years, ahead.costs), voice),)


def _bars_ahead(found: Money, voice: Voice) -> Bars:
    """Return the years to come by purpose, and which of them is the dearest."""
    first, last = (voice.year(found.years[place]) for place in (0, -1))
    dearest = max(range(len(found.years)), key=lambda place: (value_of(found.totals[place]), -place))
    most = total_of(found, dearest, voice)
    words = (
        f"The dearest year is {voice.year(found.years[dearest])}, with {most}. Known so far, not yet decided."
    )
    title = f"What {first} to {last} will cost, as far as it is known"
    series, years = _by_purpose(found, voice)
    return Bars(title, words, voice.currency, series, years, (most,))


def bars(found: Money, voice: Voice) -> Bars:
    """Return the years by purpose, after the one before where its bills are all there."""
    series, years = _by_purpose(found, voice)
    words, beside = _shares(found, [key for key, _ in series], len(found.years) - 1, voice)
    every = (*_before(found, series, voice), *years)
    return Bars("What IT costs", words, voice.currency, series, every, beside)


def _by_purpose(found: Money, voice: Voice) -> tuple[Series, tuple[Bar, ...]]:
    """Return a bar for each year; purposes nobody spends on are left out."""
    places = range(len(found.years))
    used = [
        one for one in PURPOSES
        if one in found.before or any(found.of_purpose(place, one) for place in places)
    ]  # fmt: skip
    years = tuple(
        Bar(
            voice.year(found.years[place]),
            tuple(_value(found.of_purpose(place, one)) for one in used),
            total_of(found, place, voice),
        )
        for place in places
    )
    return tuple((one, one) for one in used), years


def _before(found: Money, series: Series, voice: Voice) -> tuple[Bar, ...]:
    """Return what was billed in the year before; nothing where a part of it has no purpose drawn."""
    if found.before_from is None or not found.before or found.before.keys() - dict(series).keys():
        return ()
    label = voice.year(found.before_from)
    whole = voice.money(summed(found.before.values(), f"billed in {label}"), f"billed in {label}")
    return (Bar(label, tuple(_value(found.before.get(key)) for key, _ in series), whole),)


def _value(trace: Trace | None) -> Decimal | None:
    return None if trace is None else value_of(trace)


def _shares(found: Money, used: list[str], place: int, voice: Voice) -> tuple[str, tuple[Said, ...]]:
    label = voice.year(found.years[place])
    known = {one: trace for one in used if (trace := found.of_purpose(place, one)) is not None}
    said = [voice.money(trace, f"{one}, {label}") for one, trace in known.items()]
    if not said:
        return f"Nothing is known of {label} yet.", ()
    if len(said) == 1:
        return f"All {said[0]} of {label} goes to {_TO[next(iter(known))]}.", tuple(said)
    parts = tuple(f"{amount} to {one}" for amount, one in zip(said, known, strict=True))
    return f"In {label}, {listed(parts)}.", tuple(said)
