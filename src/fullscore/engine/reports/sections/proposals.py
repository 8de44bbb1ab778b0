"""Every proposal with its business case: why, its ways in money, and why it is in or out."""

from collections.abc import Iterator

from fullscore.engine.reports.blocks import Asks, Block, Cell, Fact, Facts, Row, Said, Section, Table
from fullscore.engine.reports.sections.choosing import Choice, Proposed, Way, asks, why_of
from fullscore.engine.reports.voice import Voice, counted, few, headed, names, summed, value_of

_MISSING = (
    "Nothing is proposed yet. Write what could be done with the money on the budget page, in several ways."
)
_MOST_WAYS = 4


def section(found: Choice, voice: Voice, shown: int = 0) -> Section:
    """Return all proposals; the first `shown` of what is asked stand on page one already."""
    if not found.proposals:
        return Section("proposals", "Nothing is proposed", missing=_MISSING)
    blocks: list[Block] = [_overview(found, voice)]
    if found.refused:
        blocks.append(
            Facts(tuple(Fact(each, None, "late") for each in found.refused), "Why nothing can be chosen")
        )
    if found.asked[shown:]:
        blocks.append(Asks(asks(found.asked[shown:], voice)))
    for each in _ordered(found):
        blocks += _case(each, voice)
    lead = "No better choice exists within your money and hours." if found.is_proven else None
    return Section("proposals", _title(found), lead if found.chosen else None, tuple(blocks))


def _title(found: Choice) -> str:
    """Return how many are worth their money, of how many."""
    every, chosen = few(len(found.proposals), "proposal"), len(found.chosen)
    if all(each.is_in is None for each in found.proposals):
        return f"{headed(every)}, not weighed yet"
    if not chosen:
        return f"{headed(every)}, none of them chosen"
    is_are, its = ("is", "its") if chosen == 1 else ("are", "their")
    return f"{headed(counted(chosen))} of {every} {is_are} worth {its} money"


def _ordered(found: Choice) -> list[Proposed]:
    return sorted(found.proposals, key=_rank)


def _rank(each: Proposed) -> tuple[bool, float, str]:
    return not each.is_in, -float(value_of(each.lost)) if each.lost else 0.0, each.name


def _overview(found: Choice, voice: Voice) -> Table:
    """Return all of them in one table; what is in adds up to its last row."""
    rows = []
    for each in _ordered(found):
        first = (
            voice.money(each.first_year, f"{each.name}, {found.year}")
            if each.is_in and each.first_year
            else ""
        )
        lost = voice.money(each.lost, f"{each.name}, a year without it") if each.lost else ""
        rows.append(Row((each.name, each.purpose, _side(each), first, lost)))
    spent = tuple(each.first_year for each in found.chosen if each.first_year is not None)
    if spent:
        total = voice.money(summed(spent, f"spent in {found.year}"), f"proposals in, {found.year}")
        rows.append(Row(("Together", "", "", total, ""), "total"))
    columns = ("Proposal", "For", "Choice", f"{found.year}>", "A year without it loses>")
    budget = _budget(found, voice)
    note = f"There is {budget} to spend in {found.year}." if budget else None
    return Table(columns, tuple(rows), "All proposals", note, (budget,) if budget else ())


def _budget(found: Choice, voice: Voice) -> Said | None:
    return None if found.budget is None else voice.money(found.budget, f"to spend in {found.year}")


def _side(each: Proposed) -> Cell:
    if each.is_in is None:
        return Cell("not weighed", "soon")
    if each.state == "accepted":
        return Cell("accepted", "fine")
    if each.is_in:
        return Cell("must be done" if each.is_mandatory else "in", "fine")
    return Cell("out")


def _case(each: Proposed, voice: Voice) -> tuple[Block, ...]:
    """Return why, why it is in or out, and what it comes to in each way."""
    facts = [Fact(why_of(each))] if each.why else []
    if each.is_in and each.way:
        facts.append(Fact("The way we would do it", each.way))
    facts += [*_because(each, voice), *_doubt(each)]
    head: tuple[Block, ...] = (Facts(tuple(facts), each.name),) if facts else ()
    table = _ways(each, voice, None if facts else each.name)
    return (*head, table) if table else head


def _because(each: Proposed, voice: Voice) -> Iterator[Fact]:
    """Yield what speaks for it, or what would have to go for it."""
    if each.is_in and each.lost is not None:
        yield Fact(
            "In: a year without it loses", voice.money(each.lost, f"{each.name}, a year without it"), "fine"
        )
    if each.is_in is False and each.worse is not None:
        yield Fact("Out: with it a year would lose", voice.money(each.worse, f"{each.name}, a year with it"))
    if each.is_in is False and each.pushes:
        yield Fact(f"For it, {names(each.pushes)} would have to go or change.")


def _doubt(each: Proposed) -> Iterator[Fact]:
    """Yield a word where the way taken costs more over the years than it brings."""
    taken = next((way for way in each.ways if way.is_taken), None)
    if taken is None or value_of(taken.npv) >= 0:
        return
    yield Fact("Over 5 years this way costs more than it brings.", None, "soon")
    better = max(each.ways, key=lambda way: value_of(way.npv))
    if value_of(better.npv) > 0:
        yield Fact(f"{better.name} would bring more than it costs.", None, "soon")


def _ways(each: Proposed, voice: Voice, title: str | None) -> Table | None:
    if not each.ways:
        return None
    rows = tuple(_way(way, each, voice) for way in each.ways[:_MOST_WAYS])
    columns = ("Way", "Costs over 5 years>", "Loss avoided a year>", "Worth today>", "Pays back after>")
    return Table(columns, rows, title)


def _way(way: Way, each: Proposed, voice: Voice) -> Row:
    of = f"{each.name}, {way.name}"
    return Row((
        Cell(way.name, "fine" if way.is_taken else ""), voice.money(way.total, f"{of}, over 5 years"),
        voice.money(way.avoided, f"{of}, loss avoided a year"),
        voice.money(way.npv, f"{of}, net present value"),
        _payback(way, of),
    ))  # fmt: skip


def _payback(way: Way, of: str) -> Said | str:
    if way.payback is None:
        return "not within 5 years"
    years = value_of(way.payback)
    return Said(f"{years:.1f} years" if years else "at once", way.payback, f"{of}, pays back after")
