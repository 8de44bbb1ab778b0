"""Tables of MRP textbooks, typed in and reproduced cell by cell; week 1 is the week of Monday 4 January 2027.

1. Shared parts: "Speaker Kits, Inc." in Heizer, Render and Munson, Operations Management, 12th edition
   (Pearson 2017), chapter 14, where the net requirements plan for fifty "Awesome" kits is worked out. D is
   part of B on the second level and of F on the third; E is part of both B and C. Typed from memory of the
   example, without page: editions number it differently.
2. Lots: the hip replacements of the same chapter's problems, solved with lots of 32 (the EOQ of twenty a
   week, $50 a setup and $2 a week): https://www.homeworklib.com/question/813594, table (a).
3. Lots again: the same chapter's EOQ example, lots of 73 for ten weeks of which two need nothing. Typed
   from memory as well.

The engine plans with kit lines that count for each unit ordered. What a textbook calls lead time is, level
by level, the time before a part must be there: an order's release is where its own parts are needed.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.estate.facts import Estate, ItemFact, KitFact, ModelFact
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.demands import needs
from fullscore.engine.goals.demands.demand import Demand
from fullscore.engine.goals.goal import House
from fullscore.engine.goals.kits.holdings import Holdings, look_up
from fullscore.engine.goals.netting import netting, supply
from fullscore.engine.goals.netting.netting import Netted
from fullscore.engine.goals.netting.places import ways
from fullscore.engine.goals.netting.supply import Supply
from fullscore.engine.goals.orders import ordering
from fullscore.engine.goals.periods import Reckoning
from fullscore.engine.goals.plans import components

WEEK = timedelta(weeks=1)
FIRST = date(2027, 1, 4)
CALENDAR = Calendar()
HOUSE = House("book", "USD", Reckoning(FIRST), CALENDAR, CALENDAR)


def monday(week: int) -> date:
    return FIRST + WEEK * (week - 1)


def week_of(day: date) -> int:
    return (day - FIRST).days // 7 + 1


@dataclass(frozen=True, slots=True)
class Cells:
    """One item's table; weeks that are not named hold nothing."""

    gross: Mapping[int, int]
    on_hand: Mapping[int, int]
    net: Mapping[int, int]
    receipts: Mapping[int, int]
    releases: Mapping[int, int]


def tables(
    estate: Estate, lead_weeks: Mapping[str, int], wanted: Mapping[int, int], item: str
) -> dict[str, Cells]:
    """Plan the item level by level, in the order of low-level codes, with the engine's own rooms."""
    known = look_up(estate, FIRST)
    waiting: defaultdict[int, list[Demand]] = defaultdict(list)
    waiting[known.parts.code(("models", item))] = [
        Demand(known.models[item], None, "asked", Trace(monday(week)), Trace(Decimal(units)))
        for week, units in wanted.items()
    ]
    found = {}
    while waiting:
        for (_, ref), together in needs.grouped(waiting.pop(min(waiting))).items():
            lead = WEEK * lead_weeks[ref]
            rows = netted(known, ref, together)
            found[ref] = cells(rows, lead)
            for one in rows:
                for part in components.demands(one, Trace(one.need.day - lead), known):
                    waiting[known.parts.code(part.key)].append(part)
    return found


def netted(known: Holdings, ref: str, together: tuple[needs.Need, ...]) -> tuple[Netted, ...]:
    model = known.models[ref]
    stock = supply.supply_of(model, known, HOUSE, (), whole_load=False)
    assert isinstance(stock, Supply)
    arrivals = {need.key: need.day for need in together}
    return netting.net(together, arrivals, ordering.lot_of(model, known), stock, ways((), CALENDAR, FIRST))


def cells(rows: tuple[Netted, ...], lead: timedelta) -> Cells:
    by_week = {week_of(one.need.day): one for one in rows}
    ordered = {week: int(one.quantity or 0) for week, one in by_week.items() if one.quantity}
    return Cells(
        gross={week: int(one.row.gross) for week, one in by_week.items()},
        on_hand={week: int(sum(part.left for part in one.row.on_hand)) for week, one in by_week.items()},
        net={week: int(one.row.net) for week, one in by_week.items() if one.row.net},
        receipts=ordered,
        releases={week_of(monday(week) - lead): count for week, count in ordered.items()},
    )


def in_stock(held: Mapping[str, int]) -> tuple[ItemFact, ...]:
    return tuple(
        ItemFact(f"{ref}-{number:02}", ref, "in stock")
        for ref, count in held.items()
        for number in range(count)
    )


def part(of: str, ref: str, count: int) -> KitFact:
    return KitFact(
        f"{of}-{ref}", None, None, for_model=of, for_pool=None, model=ref, pool=None, quantity=Decimal(count),
        when="ordered",
    )  # fmt: skip


AWESOME = Estate(
    models=tuple(ModelFact(ref, f"Part {ref}", "other") for ref in "ABCDEFG"),
    items=in_stock({"A": 10, "B": 15, "C": 20, "D": 10, "E": 10, "F": 5}),
    kits=(
        part("A", "B", 2), part("A", "C", 3), part("B", "D", 2), part("B", "E", 2), part("C", "E", 2),
        part("C", "F", 2), part("F", "G", 1), part("F", "D", 2),
    ),
)  # fmt: skip
LEAD_WEEKS = {"A": 1, "B": 2, "C": 1, "D": 1, "E": 2, "F": 3, "G": 2}


def test_parts_shared_by_two_levels_are_planned_once_all_that_ask_for_them_have_been() -> None:
    assert tables(AWESOME, LEAD_WEEKS, {8: 50}, "A") == {
        "A": Cells({8: 50}, {8: 10}, {8: 40}, {8: 40}, {7: 40}),
        "B": Cells({7: 80}, {7: 15}, {7: 65}, {7: 65}, {5: 65}),
        "C": Cells({7: 120}, {7: 20}, {7: 100}, {7: 100}, {6: 100}),
        "E": Cells({5: 130, 6: 200}, {5: 10, 6: 0}, {5: 120, 6: 200}, {5: 120, 6: 200}, {3: 120, 4: 200}),
        "F": Cells({6: 200}, {6: 5}, {6: 195}, {6: 195}, {3: 195}),
        "D": Cells({3: 390, 5: 130}, {3: 10, 5: 0}, {3: 380, 5: 130}, {3: 380, 5: 130}, {2: 380, 4: 130}),
        "G": Cells({3: 195}, {3: 0}, {3: 195}, {3: 195}, {1: 195}),
    }


def test_low_level_codes_are_those_of_the_product_structure() -> None:
    parts = look_up(AWESOME, FIRST).parts

    assert {ref: parts.code(("models", ref)) for ref in "ABCDEFG"} == {
        "A": 0, "B": 1, "C": 1, "E": 2, "F": 2, "D": 3, "G": 3,
    }  # fmt: skip


def lotted(lot: int, held: int, grosses: list[int]) -> Cells:
    estate = Estate(
        models=(ModelFact("X", "Part X", "other", lot_minimum=lot, lot_step=lot),),
        items=in_stock({"X": held}),
    )
    wanted = {week: gross for week, gross in enumerate(grosses, start=1) if gross}
    return tables(estate, {"X": 1}, wanted, "X")["X"]


def left(of: Cells, held: int, weeks: int) -> list[int]:
    """Return what is on hand at the end of each week; weeks without a need keep what there was."""
    found = [held]
    for week in range(1, weeks + 1):
        assert of.on_hand.get(week, found[-1]) == found[-1]
        found.append(found[-1] + of.receipts.get(week, 0) - of.gross.get(week, 0))
    return found[1:]


def test_hip_replacements_are_made_in_lots_of_thirty_two() -> None:
    found = lotted(32, 0, [0, 0, 50, 0, 0, 35, 15, 0, 100, 0])

    assert found == Cells(
        gross={3: 50, 6: 35, 7: 15, 9: 100}, on_hand={3: 0, 6: 14, 7: 11, 9: 28},
        net={3: 50, 6: 21, 7: 4, 9: 72}, receipts={3: 64, 6: 32, 7: 32, 9: 96},
        releases={2: 64, 5: 32, 6: 32, 8: 96},
    )  # fmt: skip
    assert left(found, 0, 10) == [0, 0, 14, 14, 14, 11, 28, 28, 24, 24]


def test_lots_of_seventy_three_last_until_they_are_used_up() -> None:
    found = lotted(73, 35, [35, 30, 40, 0, 10, 40, 30, 0, 30, 55])

    assert found.net == {2: 30, 5: 7, 7: 4, 10: 16}
    assert found.receipts == {2: 73, 5: 73, 7: 73, 10: 73}
    assert found.releases == {1: 73, 4: 73, 6: 73, 9: 73}
    assert found.on_hand == {1: 35, 2: 0, 3: 43, 5: 3, 6: 66, 7: 26, 9: 69, 10: 39}
    # At the start of each week, as the book shows it.
    assert [35, *left(found, 35, 10)[:-1]] == [35, 0, 43, 3, 3, 66, 26, 69, 69, 39]


def test_lot_for_lot_orders_what_is_short_week_by_week() -> None:
    found = lotted(1, 35, [35, 30, 40, 0, 10, 40, 30, 0, 30, 55])

    assert found.receipts == {2: 30, 3: 40, 5: 10, 6: 40, 7: 30, 9: 30, 10: 55}
    assert left(found, 35, 10) == [0] * 10
