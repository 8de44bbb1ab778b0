"""A year of lines, contracts and bills: what is expected, and one total whichever way it is grouped."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.budget.year.facts import Asked, Flow, Heading, Home, LineFact
from fullscore.engine.budget.year.proposing import proposed
from fullscore.engine.budget.year.varying import findings, variances
from fullscore.engine.budget.year.year import MEASURES, WAYS, Row, Year, amount_of, year
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.findings.trace import leaf
from fullscore.engine.vendors.ends import month_of

JANUARY = month_of(date(2026, 1, 1))
NOVEMBER = JANUARY + 10
CRM, MAIL = ("lines", "crm"), ("lines", "mail")
CONTRACT: Home = ("contracts", "crm-contract")
LINES = (
    LineFact("crm", "CRM", purpose="grow", vendor="northwind"),
    LineFact("mail", "Mail", purpose="run", vendor="contoso"),
)


def flows(home: Home, *amounts: int | None, first: int = JANUARY) -> tuple[Flow, ...]:
    """Return a flow for each month from `first`; None is a month nobody knows of."""
    return tuple(
        Flow(home, first + place, Decimal(amount), leaf(Decimal(amount)))
        for place, amount in enumerate(amounts)
        if amount is not None
    )


def headings(*homes: Home) -> dict[Home, Heading]:
    own = {("lines", line.ref): line for line in LINES}
    return {
        home: Heading(home, own[home].name, own[home].purpose, vendor=own[home].vendor, line=own[home])
        if home in own
        else Heading(home, home[1] or home[0])
        for home in (*own, *homes)
    }


def asked(*homes: Home, now: int = NOVEMBER, **given: object) -> Asked:
    return Asked(JANUARY, now, LINES, headings=headings(*homes), **given)  # type: ignore[arg-type]  # named above


def row(found: Year, home: Home) -> Row:
    return next(each for each in found.rows if each.heading.home == home)


def forecast(found: Year, home: Home, place: int) -> Decimal | None:
    return amount_of(row(found, home).cells["forecast"].get(JANUARY + place))


def test_a_month_nobody_planned_is_unknown_and_not_nothing() -> None:
    found = year(asked(planned=flows(CRM, 100, None, 100)))
    assert JANUARY + 1 not in row(found, CRM).cells["planned"]
    assert forecast(found, CRM, 1) is None
    assert row(found, MAIL).total("planned") is None
    assert amount_of(found.totals["planned"]) == 200


def test_what_is_over_counts_as_billed_and_what_comes_as_the_contract_asks() -> None:
    found = year(
        asked(
            CONTRACT, planned=flows(CRM, *[100] * 12), committed=flows(CONTRACT, *[110] * 12),
            expected=flows(CONTRACT, 120, 120, first=NOVEMBER), billed=flows(CRM, *[105] * 10),
            homes={CONTRACT: CRM},
        )
    )  # fmt: skip
    assert [forecast(found, CRM, place) for place in (0, 9, 10, 11)] == [105, 105, 120, 120]
    assert amount_of(found.totals["forecast"]) == 105 * 10 + 240


def test_a_month_that_is_not_over_counts_what_came_and_what_is_still_due() -> None:
    found = year(asked(planned=flows(CRM, *[100] * 12), billed=flows(CRM, *[90] * 9, 100, 130)))
    assert forecast(found, CRM, 10) == 130
    assert forecast(found, CRM, 11) == 100


def test_months_over_without_any_bills_count_as_contracts_ask() -> None:
    billed = flows(MAIL, 40, 40, first=JANUARY + 4)
    found = year(asked(CONTRACT, committed=flows(CONTRACT, *[110] * 12), billed=billed))
    assert found.billed == (JANUARY + 4, JANUARY + 5)
    assert forecast(found, CONTRACT, 0) == 110
    # In May bills came, and none of this contract.
    assert forecast(found, CONTRACT, 4) == 0


def test_last_year_stands_beside_in_the_same_months() -> None:
    found = year(asked(billed=flows(CRM, 70, 71, first=JANUARY - 12)))
    assert amount_of(row(found, CRM).cells["last"][JANUARY + 1]) == 71
    assert row(found, CRM).total("actual") is None


def test_money_without_a_line_stands_in_a_row_of_its_own() -> None:
    found = year(asked(CONTRACT, committed=flows(CONTRACT, 500)))
    assert row(found, CONTRACT).heading.line is None
    assert amount_of(found.totals["committed"]) == 500


def test_a_line_that_rose_in_july_says_so() -> None:
    billed = flows(CRM, *[100] * 6, *[160] * 4)
    found = year(asked(planned=flows(CRM, *[100] * 12), billed=billed))
    (one,) = findings(found, "USD")
    assert one.code == "line-over-plan"
    assert say(one) == "CRM is $240 over its plan of $1,000 until October 2026, every month since July 2026."


def test_a_line_that_cost_less_says_so() -> None:
    found = year(asked(planned=flows(CRM, *[100] * 12), billed=flows(CRM, *[80] * 10)))
    (one,) = findings(found, "USD")
    assert one.code == "line-under-plan"
    assert say(one) == "CRM is $200 under its plan of $1,000 until October 2026."


def test_a_difference_nobody_need_hear_of_is_not_told() -> None:
    found = year(asked(planned=flows(CRM, *[100] * 12), billed=flows(CRM, *[103] * 10)))
    assert [each.amount for each in variances(found)] == [30]
    assert list(findings(found, "USD")) == []


def test_next_year_is_as_contracts_say_and_else_as_this_year() -> None:
    this = year(
        asked(planned=flows(CRM, *[100] * 12), billed=(*flows(CRM, *[100] * 10), *flows(MAIL, *[40] * 10)))
    )
    following = year(
        Asked(
            JANUARY + 12, NOVEMBER, LINES, expected=flows(CRM, *[130] * 12, first=JANUARY + 12),
            planned=flows(MAIL, 41, first=JANUARY + 12), headings=headings(),
        )
    )  # fmt: skip
    found = {each.heading.home: each for each in proposed(this, following)}
    assert (found[CRM].why, amount_of(found[CRM].total)) == ("due", 1560)
    assert found[MAIL].why == "this year"
    assert amount_of(found[MAIL].total) == 400
    assert amount_of(found[MAIL].confirmed) == 41


AMOUNTS = st.lists(st.none() | st.integers(-500, 5000), max_size=30)
HOMES = st.sampled_from([CRM, MAIL, CONTRACT, ("bills", ""), ("orders", "")])


@st.composite
def years(draw: st.DrawFn) -> Asked:
    told = {
        name: tuple(
            flow
            for home in draw(st.lists(HOMES, max_size=4))
            for flow in flows(home, *draw(AMOUNTS), first=JANUARY + draw(st.integers(-14, 12)))
        )
        for name in ("planned", "committed", "expected", "billed")
    }
    homes = draw(st.sampled_from([{}, {CONTRACT: CRM}, {("orders", ""): MAIL}]))
    now = JANUARY + draw(st.integers(-3, 15))
    return asked(CONTRACT, ("bills", ""), ("orders", ""), now=now, homes=homes, **told)


def parts(found: Year, measure: str) -> list[Decimal]:
    return [amount_of(cell) or Decimal(0) for each in found.rows for cell in each.cells[measure].values()]


@given(years())
def test_every_way_of_grouping_comes_to_the_one_total(one: Asked) -> None:
    found = year(one)
    for measure in MEASURES:
        total = amount_of(found.totals.get(measure))
        cells = parts(found, measure)
        assert (total is None) == (not cells)
        assert (total or 0) == sum(cells)
        months = [amount_of(each.get(measure)) or 0 for each in found.by_month.values()]
        assert sum(months) == (total or 0)
        for way in WAYS:
            grouped = [amount_of(each.get(measure)) or 0 for each in found.by(way).values()]
            assert sum(grouped) == (total or 0), way


@given(years())
def test_nothing_is_lost_and_nothing_counted_twice(one: Asked) -> None:
    found = year(one)
    for measure, told, moved in (
        ("planned", one.planned, 0), ("committed", one.committed, 0), ("actual", one.billed, 0),
        ("last", one.billed, 12),
    ):  # fmt: skip
        inside = [flow.amount for flow in told if JANUARY <= flow.month + moved < JANUARY + 12]
        assert sum(parts(found, measure)) == sum(inside)


@given(years(), st.integers(1, 11))
def test_moving_the_start_of_the_year_changes_no_month(one: Asked, later: int) -> None:
    found = year(one)
    moved = year(
        Asked(one.first + later, one.now, one.lines, one.planned, one.committed, one.expected, one.billed,
              one.homes, one.headings)
    )  # fmt: skip
    for month in range(JANUARY + later, JANUARY + 12):
        for measure in ("planned", "committed", "actual", "last"):
            before, after = found.by_month[month].get(measure), moved.by_month[month].get(measure)
            assert amount_of(before) == amount_of(after)
