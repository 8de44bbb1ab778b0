"""What holds for every estate and every goal."""

import importlib.util
import json
import random
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.estate.facts import (
    Estate,
    ItemFact,
    LevelFact,
    ModelFact,
    OrderFact,
    PoolFact,
    SeatFact,
    TeamFact,
)
from fullscore.engine.goals.goal import Goal
from fullscore.engine.goals.periods import Edge, Period
from fullscore.engine.goals.plans.document import document
from fullscore.engine.goals.plans.plan import Plan, plan
from tests.engine.goals.mill import TITLE, TODAY, goal, house, mill, people, planned, read

RECOMPUTE = Path(__file__).parents[3] / "docs/recompute.py"
TEAMS = ("sales", "packing", "lab")
prices = st.none() | st.decimals(0, 5000, places=2)
quantities = st.integers(0, 60).map(Decimal)
sites = st.sampled_from(["dayton", "erie", None])
model_values = st.fixed_dictionaries(
    {
        "category": st.sampled_from(["laptop", "monitor", "accessory"]), "unit_cost": prices,
        "lead_days": st.none() | st.integers(0, 60), "lot_minimum": st.integers(1, 6),
        "lot_step": st.integers(1, 5), "safety_stock": st.integers(0, 3),
    }
)  # fmt: skip
pool_values = st.fixed_dictionaries(
    {
        "capacity": st.none() | quantities, "used": st.none() | quantities, "unit_cost": prices,
        "cost_period": st.sampled_from(["once", "month", "year"]), "lot_step": st.integers(1, 10),
        "planning_limit": st.integers(50, 100),
    }
)  # fmt: skip
link_values = st.fixed_dictionaries({"used": quantities, "per_head": st.decimals(0, 9, places=3)})
LINK = PoolFact(
    "link", "Link", "link", "site", "dayton", unit="Mbit/s", capacity=Decimal(100), lot_type="levels"
)  # fmt: skip


@st.composite
def estates(draw: st.DrawFn) -> Estate:
    """Organisations of up to thirty people in three teams, with things, seats, links and orders."""
    everybody = tuple(
        one for team in TEAMS for one in people(team, draw(st.integers(0, 10)), site=draw(sites))
    )  # fmt: skip
    refs = [one.ref for one in everybody] or ["nobody"]
    item_values = st.tuples(
        st.sampled_from(["m0", "m1", "m2", None]), st.sampled_from(["in use", "in stock", "lost"]),
        st.none() | st.sampled_from(refs),
    )  # fmt: skip
    due = st.none() | st.dates(date(2026, 10, 1), date(2027, 2, 1))
    ordered = TODAY - timedelta(days=60)
    coming = draw(st.lists(st.tuples(quantities, due), max_size=4))
    return Estate(
        people=everybody,
        teams=tuple(TeamFact(team, team.title(), "Works") for team in TEAMS),
        models=tuple(ModelFact(f"m{n}", f"Model {n}", **draw(model_values)) for n in range(3)),
        items=tuple(
            ItemFact(f"i{n}", *values) for n, values in enumerate(draw(st.lists(item_values, max_size=30)))
        ),
        pools=(PoolFact("crm", "CRM", **draw(pool_values)), replace(LINK, **draw(link_values))),
        levels=tuple(
            LevelFact(f"l{n}", "link", Decimal(n), draw(prices), draw(prices)) for n in (100, 200, 400)
        ),
        seats=tuple(SeatFact(f"s-{ref}", "crm", ref) for ref in sorted(draw(st.sets(st.sampled_from(refs))))),
        orders=tuple(
            OrderFact(f"o{n}", "m0", None, count, ordered, day) for n, (count, day) in enumerate(coming)
        ),
    )


@st.composite
def goals_for(draw: st.DrawFn, estate: Estate, ref: str) -> Goal:
    """A goal of up to twenty more people within the next hundred days."""
    team = draw(st.sampled_from(estate.teams))
    present = sum(one.team == team.ref for one in estate.people)
    start = TODAY + timedelta(days=draw(st.integers(0, 100)))
    period = Period(start, start, draw(st.sampled_from(Edge)))
    day = house().calendar
    need_by = day.on_or_before(start) if period.edge is Edge.END else day.on_or_after(start)
    return Goal(ref, team, present, present + draw(st.integers(1, 20)), period, need_by)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Estate, tuple[Goal, ...]]:
    estate = draw(estates())
    return estate, tuple(draw(goals_for(estate, f"g{number}")) for number in range(draw(st.integers(1, 3))))


def plans(case: tuple[Estate, tuple[Goal, ...]]) -> Plan:
    return plan(case[1], estate=case[0], house=house())


@given(cases())
def test_every_requirement_adds_up(case: tuple[Estate, tuple[Goal, ...]]) -> None:
    made = plans(case)

    for one in (*made.orders, *made.covered):
        figures = one.figures
        gross, free, coming, kept, net = (
            figures.amount(name) for name in ("gross", "on_hand", "scheduled_receipts", "safety_stock", "net")
        )
        assert net == max(0, gross - free - coming + kept)
        assert one.ordered >= net
        assert (one.ordered > 0) == one.is_order
        assert sum(peg.quantity for peg in one.pegs) == (one.ordered if one.is_order else 0)


@given(cases())
def test_totals_are_the_sum_of_the_orders(case: tuple[Estate, tuple[Goal, ...]]) -> None:
    made = plans(case)

    known = [one.cost for one in made.orders if one.cost is not None]
    assert made.totals.once.value == sum(cost.once.value for cost in known if cost.once)  # type: ignore[misc]
    assert made.totals.year.value == sum(cost.year.value for cost in known if cost.year)  # type: ignore[misc]
    assert made.totals.is_complete == all(cost.is_known for cost in known)


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_goals_and_rows_does_not_matter(
    case: tuple[Estate, tuple[Goal, ...]], dice: random.Random
) -> None:
    estate, goals = case
    mixed = list(goals)
    dice.shuffle(mixed)

    assert plans((estate, tuple(mixed))).orders == plans(case).orders


@given(cases())
def test_planning_twice_is_the_same(case: tuple[Estate, tuple[Goal, ...]]) -> None:
    assert plans(case) == plans(case)


@given(cases(), st.integers(1, 10))
def test_more_growth_never_needs_less(case: tuple[Estate, tuple[Goal, ...]], more: int) -> None:
    estate, (first, *_) = case
    bigger = replace(first, head_to=first.head_to + more)

    small, large = (plans((estate, (one,))) for one in (first, bigger))

    wanted = {one.ref: one.figures.amount("gross") for one in (*large.orders, *large.covered)}
    unmet = {one.subject.ref for one in large.findings if one.code == "pool-no-size-large-enough"}
    for one in (*small.orders, *small.covered):
        assert one.ref in unmet or wanted[one.ref] >= one.figures.amount("gross")


@given(cases())
def test_dates_go_back_in_order_and_orders_go_out_on_working_days(
    case: tuple[Estate, tuple[Goal, ...]],
) -> None:
    for one in plans(case).orders:
        when = one.timing
        assert when is not None
        days: list[Any] = [
            when.order_by.value, when.order_by_likely.value, when.arrive_by.value, when.deploy_from.value,
            when.need_by.value,
        ]  # fmt: skip
        assert days == sorted(days)
        assert all(house().calendar.is_workday(day) for day in days[:4])
        assert one.is_late == (days[0] < TODAY)


def recomputed(content: object, tmp: Path) -> subprocess.CompletedProcess[str]:
    tmp.write_text(json.dumps(content))
    return subprocess.run(  # noqa: S603  our own script
        [sys.executable, str(RECOMPUTE), str(tmp)], capture_output=True, text=True, check=False
    )


def test_the_script_in_docs_recomputes_every_figure_of_the_title_sentence(tmp_path: Path) -> None:
    reading = read(TITLE)
    assert reading.goal is not None

    done = recomputed(document(reading, planned(mill(), reading.goal), house(), {}), tmp_path / "plan.json")

    assert done.returncode == 0, done.stdout
    assert done.stdout.endswith("figures recomputed, 0 wrong\n")
    assert int(done.stdout.split()[0]) >= 40


@pytest.mark.parametrize(
    ("figure", "wrong"), [("quantity", 10), ("order_by", "2026-11-26"), ("cost_once", "11565.01"), ("net", 8)]
)
def test_the_script_in_docs_finds_a_figure_that_is_off(tmp_path: Path, figure: str, wrong: object) -> None:
    reading = read(TITLE)
    assert reading.goal is not None
    content: Any = document(reading, planned(mill(), reading.goal), house(), {})
    (laptops,) = [one for one in content["requirements"] if one["item"] == "laptop-14"]
    laptops[figure] = wrong

    done = recomputed(content, tmp_path / "plan.json")

    assert done.returncode == 1
    assert f"field {figure}" in done.stdout


def test_the_script_in_docs_finds_a_sum_that_is_off(tmp_path: Path) -> None:
    reading = read(TITLE)
    assert reading.goal is not None
    content: Any = document(reading, planned(mill(), reading.goal), house(), {})
    (laptops,) = [one for one in content["requirements"] if one["item"] == "laptop-14"]
    (free,) = [one for one in laptops["trace"]["args"] if one["figure"] == "on_hand"]
    free["args"].pop()

    assert recomputed(content, tmp_path / "plan.json").returncode == 1


@given(case=cases())
def test_every_figure_of_every_plan_can_be_recomputed(case: tuple[Estate, tuple[Goal, ...]]) -> None:
    estate, (first, *_) = case
    reading = replace(read(TITLE), goal=first, trace=None)
    content: Any = json.loads(json.dumps(document(reading, plans((estate, (first,))), house(), {})))
    spec = importlib.util.spec_from_file_location("recompute", RECOMPUTE)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)

    wrong: list[str] = []
    for one in (*content["requirements"], *content["covered"], content["totals"]):
        script.check(one, one.get("id", "totals"), wrong)

    assert wrong == []


def test_the_goal_of_the_title_is_the_one_the_look_was_drawn_from() -> None:
    assert read(TITLE).goal == replace(goal(mill()), period=Period(date(2027, 1, 1), date(2027, 3, 31)))
