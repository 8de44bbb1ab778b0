"""What IT costs in a pack: every year adds up, and what changes is said in words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.findings.trace import leaf
from fullscore.engine.reports.blocks import Bars, Facts, Section, Table
from fullscore.engine.reports.sections.budget import section
from fullscore.engine.reports.sections.cost_bars import bars
from fullscore.engine.reports.sections.costs import KINDS, PURPOSES, Against, Cost, Strayed, money
from fullscore.engine.reports.voice import Voice, value_of

VOICE = Voice("USD", date(2026, 11, 23))
NOTHING = money((), ())
YEARS = tuple(date(year, 1, 1) for year in (2026, 2027, 2028))
AMOUNTS = st.one_of(st.none(), st.decimals(0, 10**7, places=2).map(leaf))
COSTS = st.lists(
    st.builds(
        Cost, st.text("abc", min_size=1), st.sampled_from(PURPOSES), st.just("contract"),
        st.tuples(AMOUNTS, AMOUNTS, AMOUNTS),
    ),
    min_size=1,
)  # fmt: skip


def cost(name: str, *amounts: int | None, purpose: str = "run") -> Cost:
    traces = tuple(None if each is None else leaf(Decimal(each)) for each in amounts)
    return Cost(name, purpose, "contract", traces)


def told(*costs: Cost) -> Section:
    return section(money(YEARS[: len(costs[0].by_year)], costs), NOTHING, VOICE)


def table_of(found: Section) -> Table:
    return next(each for each in found.blocks if isinstance(each, Table))


def said(found: Section) -> list[str]:
    facts = next(each for each in found.blocks if isinstance(each, Facts))
    return [f"{item.words} | {item.spoken}" for item in facts.items]


@given(COSTS)
def test_every_year_is_the_sum_of_its_purposes_and_of_its_costs(costs: list[Cost]) -> None:
    found = money(YEARS, tuple(costs))
    for place in range(len(YEARS)):
        every = sum((each.in_year(place) for each in costs), Decimal(0))
        parts = (found.of_purpose(place, one) for one in found.purposes)

        assert value_of(found.totals[place]) == every
        assert sum((value_of(each) for each in parts if each), Decimal(0)) == every


@given(COSTS)
def test_the_bars_of_a_year_stack_up_to_its_total(costs: list[Cost]) -> None:
    found = section(money(YEARS, tuple(costs)), NOTHING, VOICE)
    drawn = next(each for each in found.blocks if isinstance(each, Bars))

    for place, bar in enumerate(drawn.bars):
        every = sum((each.in_year(place) for each in costs), Decimal(0))
        assert sum((value for value in bar.values if value is not None), Decimal(0)) == every


def test_the_year_before_is_drawn_first_where_all_its_bills_are_there() -> None:
    found = replace(
        money(YEARS[:1], (cost("CRM", 100), cost("Locks", 5, purpose="secure"))),
        before={"run": leaf(Decimal(80)), "secure": leaf(Decimal(4))}, before_from=date(2025, 1, 1),
    )  # fmt: skip

    drawn = [(bar.label, bar.values, str(bar.spoken)) for bar in bars(found, VOICE).bars]
    assert drawn == [("2025", (80, 4), "$84"), ("2026", (100, 5), "$105")]


def test_a_purpose_only_the_year_before_knew_is_drawn_too() -> None:
    found = replace(
        money(YEARS[:1], (cost("CRM", 100),)),
        before={"run": leaf(Decimal(80)), "grow": leaf(Decimal(7))}, before_from=date(2025, 1, 1),
    )  # fmt: skip

    assert [str(bar.spoken) for bar in bars(found, VOICE).bars] == ["$87", "$100"]


@given(COSTS)
def test_where_page_one_draws_two_years_the_years_to_come_are_drawn_with_the_dearest_named(
    costs: list[Cost],
) -> None:
    found, ahead = money(YEARS[:2], tuple(costs)), money(YEARS, tuple(costs), KINDS)
    told = section(found, ahead, VOICE, is_drawn_before=True)
    (drawn,) = [each for each in told.blocks if isinstance(each, Bars)]

    sums = [sum((value or Decimal(0) for value in bar.values), Decimal(0)) for bar in drawn.bars]
    assert sums == [value_of(each) for each in ahead.totals]
    dearest = YEARS[sums.index(max(sums))].year
    assert drawn.words.startswith(f"The dearest year is {dearest}, with {VOICE.money(leaf(max(sums)), '')}.")


def test_the_title_is_the_answer() -> None:
    assert told(cost("CRM", 100, 150, 150)).title == "2027 is proposed at $150, $50 more than 2026"
    assert told(cost("CRM", 200, 150, 150)).title == "2027 is proposed at $150, $50 less than 2026"
    assert told(cost("CRM", 150, 150, 150)).title == "2027 is proposed at $150, as much as 2026"
    assert told(cost("CRM", 150)).title == "2026 costs $150"


def test_what_changes_most_is_said_first_with_what_is_new_and_what_is_not_due() -> None:
    found = told(
        cost("CRM", 100, 150, 150), cost("CAD", None, 400, 0), cost("Copiers", 300, None, 0),
        cost("Phones", 900, 700, 0), cost("Mail", 10, 10, 10),
    )  # fmt: skip

    assert said(found) == [
        "CAD: new in 2027 | $400", "Copiers: nothing due in 2027 yet | $300", "Phones costs less | $200",
        "CRM costs more | $50",
    ]  # fmt: skip


def test_a_purpose_nobody_knows_anything_of_is_not_nothing() -> None:
    found = told(cost("CRM", 100, 150, 150), cost("Locks", None, 40, None, purpose="secure"))

    rows = {row.cells[0]: [str(cell) for cell in row.cells[1:]] for row in table_of(found).rows}
    assert rows["secure"] == ["not known", "$40", "not known"]
    assert rows["Together"] == ["$100", "$190", "$150"]
    assert "grow" not in rows


def test_without_any_cost_one_line_says_what_would_fill_it() -> None:
    found = section(NOTHING, NOTHING, VOICE)

    assert found.blocks == ()
    assert found.missing is not None


def test_the_sums_open_to_what_they_are_made_of() -> None:
    found = money(YEARS, (cost("CRM", 100, 150, 150), cost("Locks", 5, 40, 1, purpose="secure")))

    total = found.totals[1]
    assert [each.note for each in total.args] == ["run", "secure"]
    assert [[one.value for one in each.args] for each in total.args] == [[150], [40]]


def test_the_year_in_hand_stands_beside_its_plan_with_the_lines_that_strayed() -> None:
    whole = money(YEARS[:2], (cost("CRM", 300, 310),))
    strayed = (
        Strayed("CRM", leaf(Decimal(60)), is_over=True), Strayed("Phones", leaf(Decimal(40)), is_over=False),
    )  # fmt: skip
    beside = (Against("Billed so far", leaf(Decimal(200))),)
    found = replace(whole, planned=leaf(Decimal(250)), against=beside, strayed=strayed)

    assert said(section(found, NOTHING, VOICE)) == [
        "Planned for the whole year | $250", "Billed so far | $200", "Expected for the whole year | $300",
        "Expected over its plan by | $50", "CRM: over its plan so far by | $60",
        "Phones: under its plan so far by | $40",
    ]  # fmt: skip


def test_what_is_known_of_later_years_adds_up_apart() -> None:
    parts = (cost("CRM", 100, 150), replace(cost("Laptops", None, 7), kind="refresh"))
    known = replace(money(YEARS[1:], parts, KINDS), unpriced=("Server",))

    table = section(money(YEARS[:1], (cost("CRM", 100),)), known, VOICE).blocks[-1]

    assert isinstance(table, Table)
    assert table.title == "Known of 2027 to 2028"
    assert [[str(cell) for cell in row.cells] for row in table.rows] == [
        ["Contracts", "$100", "$150"], ["Devices to replace", "none due", "$7"],
        ["Together", "$100", "$157"],
    ]  # fmt: skip
    assert table.note == "Not priced: Server."
