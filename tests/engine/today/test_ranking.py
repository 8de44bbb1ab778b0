"""Thirty things to do, ranked by hand; and what makes one line of several."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.findings.actions import Action
from fullscore.engine.findings.finding import Basis
from fullscore.engine.findings.losses import Loss, Step
from fullscore.engine.today.ranking import Ranked, ranked
from tests.engine.goals.recomputing import wrong_in
from tests.engine.today.things import CALENDAR, MONDAY, PRICE, daily, once, thing, workdays


def nov(day: int) -> date:
    return date(2026, 11, day)


def dec(day: int) -> date:
    return date(2026, 12, day)


def a_year(amount: int) -> Decimal:
    return Decimal(amount) / 365


# Today is Monday 23 November; a week on is Monday 30. Thursday 26 and Friday 27 are closed, so the week
# [23, 30) has three working days: 23, 24, 25. What is done on its last safe day costs nothing yet.
BY_HAND: tuple[tuple[Action, int, str | None], ...] = (
    # 1: the last safe day lies before 30 November, or has passed and it goes on losing. Dearest first.
    (thing("copier lease", nov(25), once(nov(26), "9840")), 1, "9840.00"),  # renews for 12 x 820
    (thing("order late", nov(16), workdays(nov(16), "736")), 1, "2208.00"),  # 4 people x 184 x 3 days
    (thing("domain", nov(29), once(nov(30), "20000", "0.1")), 1, "2000.00"),  # 20,000 x one in ten
    (thing("laptops", nov(25), workdays(nov(25), "1288")), 1, "1288.00"),  # 7 x 184, only the 25th
    (thing("claim", nov(27), once(nov(28), "500")), 1, "500.00"),
    (thing("today", nov(23), once(nov(24), "300", "0.5")), 1, "150.00"),
    (thing("price rise", nov(20), daily(nov(21), "10")), 1, "70.00"),  # has passed: 10 x 7 days
    (thing("unpriced, past", nov(1)), 1, None),  # nobody knows whether it goes on losing
    (thing("unpriced, soon", nov(24), missing=PRICE), 1, None),
    (thing("decide on the copier", nov(28), once(nov(29), "9840"), cause="copier"), 1, None),  # see below
    # 2: it is losing. By what an hour of work saves.
    (thing("slow link", None, workdays(nov(2), "828"), hours="2"), 2, "2484.00"),  # 3 x 828 / 2 = 1242
    (thing("restore proof", None, daily(nov(2), a_year(33300))), 2, "638.63"),  # 33,300 x 7/365 / 1
    (thing("a click", None, daily(nov(2), "1"), hours="0"), 2, "7.00"),  # 7 / a minute = 420
    (thing("dear already", dec(11), daily(nov(2), "5"), hours="0.1"), 2, "35.00"),  # 35 / 0.1 = 350
    (thing("firewall", None, daily(nov(2), a_year(61000)), hours="4"), 2, "1169.86"),  # / 4 = 292.47
    (thing("no day, a bill", None, once(nov(27), "400"), hours="2"), 2, "400.00"),  # / 2 = 200
    (thing("seats", None, daily(nov(2), a_year(1584)), hours="0.17", cause="ms"), 2, "30.38"),  # 178.70
    (thing("gap", None, daily(nov(2), a_year(625)), hours="0.25"), 2, "11.99"),  # 47.95
    (thing("other seats", None, daily(nov(2), a_year(100)), cause="ms"), 2, None),  # counted in "seats"
    (thing("owner of the MES", None, missing=PRICE), 2, None),  # one field would price it
    (thing("missed long ago", date(2026, 10, 30), once(date(2026, 10, 31), "900")), 2, "0.00"),  # all lost
    (thing("missed", nov(1), once(nov(2), "1000")), 2, "0.00"),
    # 3: nothing is lost yet. By days of slack: days left less working days of 8 hours.
    (thing("a mail", nov(30), once(dec(1), "640"), hours="0.33"), 3, "0.00"),  # 7 - 1 = 6
    (thing("a tender", dec(1), once(dec(2), "10"), hours="9"), 3, "0.00"),  # 8 - 2 = 6, ties by name
    (thing("a move", dec(4), once(dec(5), "9000"), hours="20"), 3, "0.00"),  # 11 - 3 = 8
    (thing("a warranty", dec(2)), 3, None),  # 9 - 1 = 8: slack needs no price
    (thing("a visit", dec(3), once(dec(4), "80"), hours="8"), 3, "0.00"),  # 10 - 1 = 9
    (thing("an audit", date(2027, 3, 1), once(date(2027, 3, 2), "50000"), hours="40"), 3, "0.00"),  # 93
    (thing("far off", None, once(date(2027, 6, 1), "700")), 3, "0.00"),  # no day
    (thing("nobody can say", None), 3, None),
)


def of(actions: Iterable[Action]) -> tuple[Ranked, ...]:
    return ranked(actions, on=MONDAY, calendar=CALENDAR)


def by_hand() -> tuple[Action, ...]:
    """The thirty, the copier's two lines with their one cause."""
    return tuple(
        Action(a.finding, a.loss, a.hours, cause="copier") if a.finding.subject.ref == "copier lease" else a
        for a, _, _ in BY_HAND
    )


def test_thirty_things_stand_in_the_order_worked_out_by_hand() -> None:
    found = of(reversed(by_hand()))

    assert [(one.rank, one.action.finding.subject.ref, one.group, shown(one)) for one in found] == [
        (rank, action.finding.subject.ref, group, cost)
        for rank, (action, group, cost) in enumerate(BY_HAND, 1)
    ]


def shown(one: Ranked) -> str | None:
    return None if one.cost is None else f"{one.cost:.2f}"


def test_each_of_the_thirty_opens_to_a_sum_anybody_can_do_again() -> None:
    found = of(by_hand())

    traces = [one.cost_trace for one in found if one.cost_trace is not None]
    assert len(traces) == 23
    assert wrong_in(*traces) == []
    assert [trace.value for trace in traces] == [one.cost for one in found if one.cost is not None]


def test_what_the_page_says_a_week_costs_is_the_sum_of_its_lines() -> None:
    found = of(by_hand())

    # 9840 + 2208 + 2000 + 1288 + 500 + 150 + 70, then 2484 + 638.63 + 7 + 35 + 1169.86 + 400 + 30.38 + 11.99
    assert sum(one.cost for one in found if one.cost is not None) == Decimal("20832.86")


def test_a_loss_that_another_line_carries_is_referred_to() -> None:
    found = {one.action.finding.subject.ref: one for one in of(by_hand())}

    assert found["decide on the copier"].counted_in == ("thing", "contracts", "copier lease")
    assert found["other seats"].counted_in == ("thing", "contracts", "seats")
    assert found["seats"].counted_in is None


def test_without_a_figure_a_line_refers_to_the_one_that_prices_its_cause() -> None:
    """Seats of a contract: what they cost stands with its renewal, though that costs nothing this week."""
    seats = thing("seats", None, cause="pools:ms")
    renewal = thing("renewal", date(2027, 1, 31), once(date(2027, 2, 1), "2880"), cause="pools:ms")

    found = {one.action.finding.subject.ref: one for one in of((seats, renewal))}

    assert found["seats"].counted_in == ("thing", "contracts", "renewal")
    assert (found["seats"].cost, found["renewal"].cost) == (None, Decimal(0))


def licence(ref: str, price: str, cause: str = "") -> Action:
    return thing(ref, nov(30), daily(nov(2), price), hours="0.25", group="vendors:ms", cause=cause)


def test_thirty_licences_of_one_vendor_ending_together_are_one_line_with_thirty_parts() -> None:
    found = of([licence(f"l{number:02}", "1") for number in range(30)])

    (line,) = found
    assert line.action.key == ("thing", "vendors", "ms@2026-11-30")
    assert (len(line.parts), line.cost, line.action.hours) == (30, Decimal(210), Decimal("7.5"))
    assert line.action.finding.values["count"] == 30
    assert line.action.finding.values["names"] == ("l00", "l01", "l02")
    assert line.cost_trace is not None
    assert wrong_in(line.cost_trace) == []


def test_a_group_of_one_stays_itself() -> None:
    (line,) = of([licence("alone", "1")])

    assert (line.action.key, line.parts) == (("thing", "contracts", "alone"), ())


def test_what_ends_on_another_day_is_another_line() -> None:
    later = thing("later", dec(31), daily(nov(2), "1"), group="vendors:ms")
    also = thing("also later", dec(31), daily(nov(2), "1"), group="vendors:ms")

    found = of([licence("a", "1"), licence("b", "2"), later, also])

    assert {one.action.finding.subject.ref for one in found} == {"ms@2026-11-30", "ms@2026-12-31"}


def test_one_cause_within_a_line_is_counted_once_in_its_dearest_part() -> None:
    (line,) = of([licence("a", "1", "same"), licence("b", "2", "same"), licence("c", "4")])

    assert line.cost == Decimal(42)  # 7 x (2 + 4)
    assert [(part.action.finding.subject.ref, part.cost, part.counted_in) for part in line.parts] == [
        ("a", None, ("thing", "contracts", "b")), ("b", Decimal(14), None), ("c", Decimal(28), None),
    ]  # fmt: skip


def test_a_line_costs_what_its_known_parts_cost() -> None:
    unpriced = thing("u", nov(30), hours="0.25", group="vendors:ms", missing=PRICE)

    (line,) = of([licence("a", "1"), unpriced])

    assert (line.cost, line.action.missing) == (Decimal(7), PRICE)


def test_a_figure_on_an_assumption_says_so() -> None:
    bare = thing("idle", None)
    step = Step(nov(2), per_day=Decimal(184), basis=Basis.CERTAIN)

    (line,) = of([Action(bare.finding, Loss((step,), "Ruth Morrow"))])

    assert line.action.finding.basis is Basis.ASSUMED


@pytest.mark.parametrize(("day", "group"), [(23, 1), (29, 1), (30, 3)])
def test_inside_the_next_seven_days_means_that_a_week_later_is_too_late(day: int, group: int) -> None:
    (line,) = of([thing("x", nov(day), once(nov(1 + day) if day < 30 else dec(1), "5"))])

    assert line.group == group
    assert (line.cost == 5) == (group == 1)


def test_a_longer_working_day_leaves_more_slack() -> None:
    work = thing("x", dec(11), once(dec(12), "5"), hours="20")

    slack = [
        ranked([work], on=MONDAY, calendar=Calendar(), hours_a_day=Decimal(day))[0].slack
        for day in (4, 8, 10)
    ]

    assert slack == [13, 15, 16]  # 18 days less 5, 3 and 2 working days


def test_ranking_changes_nothing_of_a_thing_but_its_figure_and_how_sure_it_is() -> None:
    for one in of(by_hand()):
        before = next(each for each in by_hand() if each.key == one.action.key)
        told = replace(before.finding, cost_of_waiting=one.cost, basis=one.action.finding.basis)
        assert one.action == replace(before, finding=told)


def test_a_line_is_placed_by_what_it_counts_not_by_what_its_parts_say_twice() -> None:
    """Fourteen for half an hour's work is 28 an hour, less than 35; seven more would be 42."""
    twice = (licence("a", "1", "same"), licence("b", "2", "same"))
    between = thing("between", None, daily(nov(2), "5"))

    found = of((*twice, between))

    assert [(one.action.finding.subject.ref, one.cost) for one in found] == [
        ("between", Decimal(35)), ("ms@2026-11-30", Decimal(14)),
    ]  # fmt: skip
