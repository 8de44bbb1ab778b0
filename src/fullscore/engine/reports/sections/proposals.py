"""Every proposal with its business case: why, its ways in money, and why it is in or out."""

from fullscore.engine.reports.blocks import Block, Cell, Fact, Facts, Row, Section, Table
from fullscore.engine.reports.sections.choosing import Choice, Proposed, Way, why_of
from fullscore.engine.reports.voice import Voice, counted, headed, summed, text, value_of

_MISSING = (
    "Nothing is proposed yet. Write what could be done with the money on the budget page, in several ways."
)
_MOST_WAYS = 4


def section(found: Choice, voice: Voice) -> Section:
    if not found.proposals:
        return Section("proposals", "Nothing is proposed", missing=_MISSING)
    blocks: list[Block] = [_overview(found, voice)]
    for each in _ordered(found):
        blocks += _case(each, found, voice)
    chosen, open_ones = len(found.chosen), len(found.proposals)
    title = f"{headed(counted(chosen))} of {counted(open_ones)} proposals are worth their money"
    if not any(each.is_in is not None for each in found.proposals):
        title = f"{headed(counted(open_ones))} proposals, none weighed yet"
    lead = "No better choice exists within your money and hours." if found.is_proven and chosen else None
    return Section("proposals", title, lead, tuple(blocks))


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
            else "-"
        )
        lost = voice.money(each.lost, f"{each.name}, a year without it") if each.lost else "-"
        rows.append(Row((each.name, each.purpose, _side(each), first, lost)))
    spent = tuple(each.first_year for each in found.chosen if each.first_year is not None)
    if spent:
        total = voice.money(summed(spent, f"spent in {found.year}"), f"proposals in, {found.year}")
        rows.append(Row(("Together", "", "", total, ""), "total"))
    columns = ("Proposal", "For", "Choice", f"{found.year}>", "A year without it loses>")
    return Table(columns, tuple(rows), "All proposals", _budget(found, voice))


def _budget(found: Choice, voice: Voice) -> str | None:
    return (
        None
        if found.budget is None
        else f"There is {voice.amount(value_of(found.budget))} to spend in {found.year}."
    )


def _side(each: Proposed) -> Cell:
    if each.is_in is None:
        return Cell("not weighed", "soon")
    if each.is_in:
        return Cell("must be done" if each.is_mandatory else "in", "fine")
    return Cell("out")


def _case(each: Proposed, found: Choice, voice: Voice) -> tuple[Block, ...]:
    """Return why, what it comes to in each way, and why it is in or out."""
    facts = [Fact(why_of(each))] if each.why else []
    if each.because:
        facts.append(Fact(each.because, None, "fine" if each.is_in else ""))
    if each.is_in and each.way:
        facts.append(Fact("The way we would do it", each.way))
    head: tuple[Block, ...] = (Facts(tuple(facts), each.name),) if facts else ()
    table = _ways(each, found, voice)
    return (*head, table) if table else head


def _ways(each: Proposed, found: Choice, voice: Voice) -> Table | None:
    if not each.ways:
        return None
    rows = tuple(_way(way, each, voice) for way in each.ways[:_MOST_WAYS])
    columns = ("Way", "Costs over 5 years>", "Loss avoided a year>", "Worth today>", "Pays back after>")
    return Table(columns, rows, None if each.why or each.because else each.name)


def _way(way: Way, each: Proposed, voice: Voice) -> Row:
    of = f"{each.name}, {way.name}"
    payback = "not within 5 years"
    if way.payback is not None:
        years = value_of(way.payback)
        payback = "at once" if not years else f"{years:.1f} years"
    return Row((
        Cell(way.name, "fine" if way.is_taken else ""), voice.money(way.total, f"{of}, over 5 years"),
        voice.money(way.avoided, f"{of}, loss avoided a year"), voice.money(way.npv, f"{of}, net present value"),
        payback,
    ))  # fmt: skip


__all__ = ["section", "text"]
