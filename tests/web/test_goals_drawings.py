"""Drawings of a plan: every mark within its frame, few words on an axis, and the same told in words."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from fullscore.web.goals import axis, months, timeline, weeks
from fullscore.web.goals.canvas import Drawing

MONDAY = date(2026, 11, 23)
SHAPES = [(months.WIDE, weeks.WIDE), (months.NARROW, weeks.NARROW)]


def month(name: str, once: str = "0.00", running: str = "0.00") -> dict[str, Any]:
    return {"month": name, "cost_once": once, "cost_running": running}


def week(monday: date, needed: float, free: float, who: str = "IT") -> dict[str, Any]:
    return {
        "week": monday.isoformat(), "person_or_team": who, "needed_hours": needed, "free_hours": free
    }  # fmt: skip


def order(**values: object) -> dict[str, Any]:
    usual: dict[str, Any] = {
        "name": "Laptop", "quantity": 9, "unit": None, "kind": "stock", "late": None,
        "order_by": "2026-12-01", "arrive_by": "2026-12-21", "deploy_from": "2026-12-22",
        "need_by": "2027-01-04",
    }  # fmt: skip
    return usual | values


def is_within(drawing: Drawing) -> bool:
    """Return whether every path begins, and every word stands, inside the frame."""
    starts = [
        (float(x), float(y))
        for layer in drawing.layers
        for x, y in re.findall(r"M(-?[\d.]+),(-?[\d.]+)", layer.path)
    ]
    words = [(word.x, word.y) for word in drawing.words]
    return all(0 <= x <= drawing.width and 0 <= y <= drawing.height for x, y in (*starts, *words))


def words(drawing: Drawing, role: str) -> list[str]:
    return [word.text for word in drawing.words if word.role == role]


@pytest.mark.parametrize("shape", [timeline.WIDE, timeline.NARROW])
def test_the_timeline_draws_every_order_within_its_frame(shape: timeline.Shape) -> None:
    late = order(name="Link", late={"earliest": "2027-01-11", "people": 10, "working_days": 5})
    drawing = timeline.draw([late, order()], ((date(2026, 12, 25), "Christmas"),), MONDAY, shape)

    assert is_within(drawing)
    assert [layer.role for layer in drawing.layers] == [
        "shut",
        "line",
        "wait",
        "grow",
        "over",
        "post",
        "ring",
    ]
    assert words(drawing, "name") == ["Link, 9", "Laptop, 9"]


def test_a_plan_over_years_still_has_few_dates_on_its_axis() -> None:
    years = order(arrive_by="2029-12-01", deploy_from="2029-12-02", need_by="2029-12-20")

    drawing = timeline.draw([years], (), MONDAY, timeline.NARROW)

    assert 1 < len(words(drawing, "label")) <= 6


def test_the_months_say_where_most_falls_and_what_a_month_costs_afterwards() -> None:
    listed = [month("2026-12", "17015.00"), month("2027-01", "450.00", "665.00")]
    listed += [month(f"2027-{number:02}", running="940.00") for number in range(2, 12)]
    shown = months.months(listed)

    assert months.caption(shown, "USD") == (
        "Almost all of what is paid once falls in December: $17,015. From February it is $940 a month."
    )
    drawing = months.draw(shown, "USD", months.WIDE)
    assert words(drawing, "peak") == ["$17,015"]
    assert [word for word in words(drawing, "label") if word.startswith("$")] == ["$5k", "$10k", "$15k"]


def test_seats_for_a_time_only_cost_nothing_afterwards() -> None:
    shown = months.months([month("2026-12", running="300.00"), month("2027-01"), month("2027-02")])

    assert months.caption(shown, "USD") == "From January on it costs nothing more."


def test_the_weeks_say_what_is_too_full_and_by_how_much() -> None:
    listed = [week(MONDAY + timedelta(days=7 * place), 2, 18) for place in range(2)]
    listed += [week(date(2026, 12, 21), 14, 11), week(date(2026, 12, 28), 33, 14)]
    shown = weeks.weeks(listed)

    said = weeks.caption(shown, Decimal(51))
    assert said == "Set up at the last moment, the weeks of 21 December and 28 December are 22 h too full."
    assert words(weeks.draw(shown, weeks.WIDE), "over") == ["+3 h", "+19 h"]
    assert len(shown) == 6, "the weeks without work between them stand in the drawing too"


def test_work_that_fits_says_so_and_names_other_plans_where_they_have_a_part() -> None:
    shown = weeks.weeks([week(MONDAY, 8, 18), week(MONDAY, 4, 6, "Tomas")])

    assert weeks.caption(shown, Decimal(12)).startswith("12 h of work, set up at the last moment, fit")
    assert weeks.caption(shown, Decimal(5)).startswith("12 h of work with other plans")
    assert words(weeks.draw(shown, weeks.NARROW), "over") == []


def test_work_that_does_not_fit_stands_over_the_week_it_was_due_in() -> None:
    finding = {"code": weeks.DOES_NOT_FIT, "values": {"week": "2026-12-28", "hours": 22}}
    listed = [week(date(2026, 12, 28), 14, 14), week(date(2027, 1, 4), 22, 24)]

    shown = weeks.weeks(listed, [finding])

    assert weeks.caption(shown, Decimal(36)) == (
        "Set up at the last moment, the week of 28 December is 22 h too full."
    )
    assert words(weeks.draw(shown, weeks.WIDE), "over") == ["+22 h"]


def test_a_stranger_is_told_that_not_all_fits() -> None:
    shown = weeks.weeks([week(MONDAY, 8, 18)], [{"code": weeks.DOES_NOT_FIT}])

    assert (
        weeks.caption(shown, Decimal(8), is_known_to_fit=False) == "Not all of it fits into the free hours."
    )


def test_one_who_has_too_much_is_not_helped_by_another_who_is_idle() -> None:
    shown = weeks.weeks([week(MONDAY, 10, 4), week(MONDAY, 0, 40, "Tomas")])

    assert (shown[0].needed, shown[0].free, shown[0].over) == (10, 44, 6)


amounts = some.decimals(0, 10**9, places=2)


@given(some.lists(some.tuples(amounts, amounts), min_size=1, max_size=14))
def test_months_of_any_amounts_are_drawn_within_their_frame(pairs: list[tuple[Decimal, Decimal]]) -> None:
    listed = [
        month(f"{2026 + place // 12}-{place % 12 + 1:02}", str(once), str(running))
        for place, (once, running) in enumerate(pairs)
    ]
    shown = months.months(listed)

    assert months.caption(shown, "USD") or not any(one.once for one in shown)
    assert all(is_within(months.draw(shown, "USD", shape)) for shape in (months.WIDE, months.NARROW))


hours = some.floats(0, 1e5).map(lambda value: round(value, 1))


@given(some.lists(some.tuples(hours, hours), min_size=1, max_size=60))
def test_weeks_of_any_hours_are_drawn_within_their_frame(pairs: list[tuple[float, float]]) -> None:
    listed = [week(MONDAY + timedelta(days=7 * place), *pair) for place, pair in enumerate(pairs)]
    shown = weeks.weeks(listed)

    assert all(is_within(weeks.draw(shown, shape)) for shape in (weeks.WIDE, weeks.NARROW) if shown)


@given(some.decimals("0.01", 10**12, places=2))
def test_an_axis_has_few_round_figures_none_above_what_is_shown(highest: Decimal) -> None:
    figures = axis.steps(highest)

    assert figures[0] == 0
    assert 2 <= len(figures) <= axis.MOST_LINES
    assert figures[-1] <= highest
