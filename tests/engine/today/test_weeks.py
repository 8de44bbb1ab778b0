"""What of the list is for this week."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.today.ranking import ranked
from fullscore.engine.today.weeks import SOME, Week, week
from tests.engine.today.things import CALENDAR, MONDAY, actions


@dataclass(frozen=True)
class Line:
    """A line as it comes back from where it was kept."""

    name: str
    group: int
    hours: Decimal
    cost: Decimal | None = None
    is_counted_elsewhere: bool = False
    act_by: date | None = None


def line(name: str, group: int, hours: str, cost: str | None = None, *, elsewhere: bool = False) -> Line:
    return Line(name, group, Decimal(hours), Decimal(cost) if cost else None, elsewhere)


def names(lines: tuple[Line, ...]) -> str:
    return " ".join(one.name for one in lines)


def shown(free: str | None, *lines: Line) -> tuple[str, str]:
    found = week(lines, on=MONDAY, free_hours=None if free is None else Decimal(free))
    return names(found.lines), names(found.rest)


def test_the_rest_follows_what_cannot_wait_up_to_the_free_hours() -> None:
    lines = (line("now", 1, "3"), line("a", 2, "4"), line("b", 2, "2"), line("c", 3, "0.5"))

    assert shown("9", *lines) == ("now a b", "c")
    assert shown("7", *lines) == ("now a", "b c")


def test_what_loses_nothing_for_a_month_is_no_work_of_this_week() -> None:
    near, far = (
        replace(line(name, 3, "1"), act_by=MONDAY + timedelta(days=days))
        for name, days in (("n", 28), ("f", 29))
    )
    losing = replace(line("l", 2, "1", "5"), act_by=MONDAY + timedelta(days=29))

    assert shown("9", losing, near, far, line("undated", 3, "1")) == ("l n undated", "f")
    assert shown(None, far, near) == ("n", "f")


def test_the_first_that_does_not_fit_ends_the_week() -> None:
    lines = (line("now", 1, "3"), line("a", 2, "6"), line("b", 2, "0.5"))

    assert shown("8", *lines) == ("now", "a b")


def test_what_takes_more_than_any_week_is_begun_all_the_same() -> None:
    assert shown("8", line("a", 2, "40"), line("b", 2, "1")) == ("a", "b")
    assert shown("0", line("a", 2, "40")) == ("", "a")


def test_nobody_known_to_do_it_shows_what_cannot_wait_and_ten_lines() -> None:
    urgent = [line(f"u{number}", 1, "9") for number in range(3)]
    others = [line(f"o{number}", 2, "9") for number in range(12)]

    found = week((*urgent, *others), on=MONDAY, free_hours=None)

    assert (len(found.lines), len(found.rest), found.is_more_than_a_week) == (SOME, 5, False)


def test_everything_that_cannot_wait_is_shown_even_when_it_is_more_than_a_week() -> None:
    lines = (line("a", 1, "6", "900"), line("b", 1, "3", "50"), line("c", 1, "2", "20"), line("d", 2, "0"))

    found = week(lines, on=MONDAY, free_hours=Decimal(8))

    assert (names(found.lines), names(found.rest)) == ("a b c", "d")
    assert (found.is_more_than_a_week, found.hours) == (True, Decimal(11))
    # Three hours too many: c alone frees two; b alone frees them, so c is done.
    assert names(found.to_drop) == "b"


@pytest.mark.parametrize(
    ("lines", "dropped"),
    [
        ((line("known", 1, "5", "9"), line("unpriced", 1, "5")), "known"),
        ((line("known", 1, "5", "9"), line("elsewhere", 1, "5", elsewhere=True)), "elsewhere"),
        ((line("unpriced", 1, "5"), line("later", 1, "5")), "later"),
    ],
)
def test_what_nobody_can_price_is_let_go_last(lines: tuple[Line, ...], dropped: str) -> None:
    assert names(week(lines, on=MONDAY, free_hours=Decimal(6)).to_drop) == dropped


@given(actions(), st.one_of(st.none(), st.integers(0, 60).map(Decimal)))
def test_no_line_is_lost_and_none_that_cannot_wait_is_hidden(found: tuple, free: Decimal | None) -> None:
    lines = ranked(found, on=MONDAY, calendar=CALENDAR)

    this: Week = week(lines, on=MONDAY, free_hours=free)

    assert sorted((*this.lines, *this.rest), key=lambda one: one.rank) == list(lines)
    assert all(one.group != 1 for one in this.rest)
    assert this.hours == sum(one.hours for one in this.lines)
    if free is not None and this.is_more_than_a_week:
        assert this.hours - sum(one.hours for one in this.to_drop) <= free
        assert all(one.group == 1 for one in this.lines)
