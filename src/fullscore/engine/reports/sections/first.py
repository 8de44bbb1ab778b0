"""Page one: where we stand, what was decided since, and what we ask the owners to decide today."""

from dataclasses import dataclass
from datetime import date

from fullscore.engine.findings.trace import Trace
from fullscore.engine.reports.blocks import (
    Asks,
    Bars,
    Big,
    Block,
    Curve,
    Fact,
    Facts,
    Figures,
    Pair,
    Said,
    Section,
)
from fullscore.engine.reports.sections import budget, changes, cost_bars, decisions, goals, renewals, risk
from fullscore.engine.reports.sections.changes import Calendar
from fullscore.engine.reports.sections.choosing import Choice, asks
from fullscore.engine.reports.sections.costs import Money, total_of
from fullscore.engine.reports.voice import Voice, counted, few, headed, summed, value_of

MOST_ASKS, _MOST_DECIDED = 5, 3
_TROUBLE = "What a year of trouble may cost"


@dataclass(frozen=True, slots=True)
class Standing:
    """All that page one is composed from; what is left out or unknown is None.

    `since` is the day of the last pack and `last` its number; `compared` says what changed since then.
    """

    money: Money | None = None
    contracts_year: Trace | None = None
    trouble: risk.Risk | None = None
    bound: renewals.Bound | None = None
    plans: tuple[goals.Goal, ...] = ()
    choice: Choice | None = None
    calendar: Calendar | None = None
    decided: tuple[decisions.Decided, ...] = ()
    since: date | None = None
    last: int | None = None
    compared: tuple[Fact, ...] = ()


def section(found: Standing, voice: Voice, *, has_proposals: bool = True) -> Section:
    """Return page one; asks that do not fit it stand in the section of the proposals, where there is one."""
    title, figures = answer(found, voice)
    bigs = _figures(found, voice)
    facts = _sentences(found, voice)
    stand: tuple[Block, ...] = (Figures(bigs),) if bigs else ()
    charts = _charts(found, voice)
    if charts:
        stand = (*stand, Pair(charts))
    if facts:
        stand = (*stand, Facts(facts, "Where we stand"))
    blocks = (*_asks(found, voice, has_proposals=has_proposals), *stand, *_since(found, voice))
    if not blocks:
        missing = "Nothing is known yet. Drop your lists on the import page; this page fills by itself."
        return Section("first", "Where we stand", missing=missing)
    return Section("first", title, lead(found, voice), blocks, figures=figures)


def _charts(found: Standing, voice: Voice) -> tuple[Bars | Curve, ...]:
    """Return what IT costs and what a year of trouble may cost, as far as they are known."""
    bars = (cost_bars.bars(found.money, voice),) if found.money is not None and found.money.costs else ()
    curve = risk.curve(found.trouble, voice, _TROUBLE) if found.trouble is not None else ()
    return (*bars, *curve)


def answer(found: Standing, voice: Voice) -> tuple[str, tuple[Said, ...]]:
    """Return the one sentence the pack is about."""
    cost = _cost(found, voice)
    many = len(found.choice.asked) if found.choice else 0
    asked = f"{headed(few(many, 'decision'))} {'is' if many == 1 else 'are'} yours."
    if cost is None:
        return (asked if many else "Where we stand"), ()
    said, label = cost
    first = f"IT costs {said} {label}."
    return (f"{first} {asked}" if many else first), (said,)


def lead(found: Standing, voice: Voice) -> str | None:
    """Return by when the first decision is due, and of what."""
    asked = found.choice.asked if found.choice else ()
    dated = sorted((each.starts_on, each.name) for each in asked if each.starts_on is not None)
    if not dated:
        return None
    first = dated[0][0]
    last = voice.day(date.fromordinal(first.toordinal() - 1))
    count = sum(day == first for day, _ in dated)
    who = (
        dated[0][1]
        if count == 1
        else f"{counted(count)} of them"
        if count < len(asked)
        else f"all {counted(count)}"
    )
    return f"Decide by {last}, so that {who} can begin in {voice.quarter(first)}."


def _cost(found: Standing, voice: Voice) -> tuple[Said, str] | None:
    """Return what IT costs, and of when that is."""
    if found.money is not None and found.money.costs:
        return total_of(found.money, 0, voice), f"in {voice.year(voice.on)}"
    if found.contracts_year is not None:
        return voice.money(found.contracts_year, "contracts, a year"), "a year in contracts"
    return None


def _figures(found: Standing, voice: Voice) -> tuple[Big, ...]:
    """Return at most four large figures: cost, a usual year of losses, a bad one, and what we ask for."""
    bigs = [*_costs(found, voice), *_losses(found, voice), *_asked(found, voice)]
    return tuple(bigs[:4])


def _costs(found: Standing, voice: Voice) -> list[Big]:
    """Return what this year costs, beside its plan where there is one, else beside the next."""
    cost = _cost(found, voice)
    if cost is None:
        return []
    said, _ = cost
    if found.money is None or not found.money.costs:
        return [Big("Contracts, a year", said, "of those with a price")]
    label, off = f"IT in {voice.year(voice.on)}", budget.over_plan(found.money, voice)
    if off is not None:
        return [Big(label, said, f"{off[0]} {'over' if off[1] else 'under'} its plan", (off[0],))]
    if len(found.money.years) == 1:
        return [Big(label, said, "all that is known of it")]
    following = total_of(found.money, 1, voice)
    return [Big(label, said, f"{following} in {voice.year(found.money.years[1])}", (following,))]


def _losses(found: Standing, voice: Voice) -> list[Big]:
    told, bigs = found.trouble, []
    if told is None:
        return []
    if told.usual is not None:
        bigs.append(
            Big(
                "A usual year of losses",
                voice.money(told.usual, "a usual year of losses"),
                "half of all years cost less",
            )
        )
    if told.bad is not None:
        bad = voice.money(told.bad, f"a bad year, {risk.one_in(told.bad_years)}")
        borne = next((each for each in told.borne if each.years == told.bad_years), None)
        if borne is None:
            bigs.append(Big("A bad year", bad, f"{risk.one_in(told.bad_years)} costs more"))
        else:
            limit = voice.money(borne.amount, f"what the owners can bear in {risk.one_in(borne.years)}")
            bigs.append(Big(f"A bad year, 1 in {told.bad_years}", bad, f"you said at most {limit}", (limit,)))
    return bigs


def _asked(found: Standing, voice: Voice) -> list[Big]:
    asked = found.choice.asked if found.choice else ()
    costs = tuple(each.first_year for each in asked if each.first_year is not None)
    if found.choice is None or not costs:
        return []
    total = voice.money(
        summed(costs, f"asked for in {found.choice.year}"), f"what we ask for in {found.choice.year}"
    )
    label = f"We ask for in {found.choice.year}"
    if found.choice.budget is None:
        return [Big(label, total, f"for {few(len(asked), 'proposal')}")]
    most = voice.money(found.choice.budget, f"to spend in {found.choice.year}")
    return [Big(label, total, f"of {most} to spend", (most,))]


def _asks(found: Standing, voice: Voice, *, has_proposals: bool) -> tuple[Block, ...]:
    """Return what fits a page, the dearest to wait first; the rest is counted."""
    asked = found.choice.asked if found.choice else ()
    if not asked:
        return ()
    rest = len(asked) - MOST_ASKS
    block = Asks(asks(asked[:MOST_ASKS], voice))
    if rest <= 0:
        return (block,)
    verb = "stands" if rest == 1 else "stand"
    where = f"{verb} under Proposals, each with its case" if has_proposals else "left out of this pack"
    words = f"{headed(few(rest, 'smaller ask'))} {where}."
    return (block, Facts((Fact(words),)))


def _sentences(found: Standing, voice: Voice) -> tuple[Fact, ...]:
    """Return three to five sentences: deadline, order, plans, changes, and a bad year that is too bad."""
    facts = []
    # A limit that holds is said beside the curve, where one is drawn.
    if (
        found.trouble is not None
        and (borne := found.trouble.first_borne) is not None
        and borne.value is not None
        and not (borne.is_kept and found.trouble.points)
    ):
        words = risk.borne_words(found.trouble, voice)
        facts.append(Fact(words.words, None, "" if borne.is_kept else "late", words.figures))
    each = found.bound.costly(voice.on) if found.bound else None
    if each is not None:
        facts.append(renewals.deadline(each, voice))
    order = goals.next_order(found.plans)
    if order is not None:
        facts.append(goals.order_fact(order, voice))
    if found.plans:
        is_late = any(one.late for one in found.plans)
        facts.append(Fact(f"{goals.standing(found.plans)}.", None, "soon" if is_late else ""))
    facts += _changes(found.calendar, voice)
    return tuple(facts)


def _changes(calendar: Calendar | None, voice: Voice) -> list[Fact]:
    if calendar is None or not calendar.open:
        return []
    return [Fact(f"{changes.standing(calendar, voice)}.", None, "soon" if calendar.without() else "")]


def _since(found: Standing, voice: Voice) -> tuple[Block, ...]:
    """Return what changed and what was decided since the last pack; without one, the last decisions."""
    newest = [each for each in found.decided if found.since is None or each.on >= found.since]
    facts = (*found.compared, *decisions.facts(newest, voice)[:_MOST_DECIDED])
    if not facts:
        return ()
    title = "Decided last" if found.since is None else f"Since pack {found.last}, of {voice.day(found.since)}"
    if found.since is not None and found.last is None:
        title = f"Since {voice.day(found.since)}"
    return (Facts(facts, title),)


def total_asked(found: Choice) -> Trace | None:
    """Return what all asked cost in the first year."""
    costs = tuple(each.first_year for each in found.asked if each.first_year is not None)
    return summed(costs, f"asked for in {found.year}") if costs and any(map(value_of, costs)) else None
