"""What somebody typed: which line is nearest, how part-timers count, what shifts share, hours."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from fullscore.engine.estate.facts import Estate, KitFact, ModelFact, PersonFact, PoolFact
from fullscore.engine.goals.hours import setup
from fullscore.engine.goals.kits import sharing
from fullscore.engine.goals.kits.holdings import look_up
from fullscore.engine.goals.kits.kit import KitLine
from fullscore.engine.goals.kits.kits import learn
from fullscore.engine.goals.kits.sharing import Places
from tests.engine.goals.mill import CRM, LAPTOP, LINK, TODAY, mill, people

D = Decimal


def line(
    ref: str, quantity: int, team: str | None = None, site: str | None = None, per: str = "head"
) -> KitFact:
    return KitFact(ref, team, site, None, None, None, "crm", D(quantity), per=per)


def kit(estate: Estate, team: str = "sales") -> dict[str, KitLine]:
    return {one.thing.ref: one for one in learn(look_up(estate, TODAY), team, "dayton")}


def per_head(*lines: KitFact) -> Fraction:
    """Return how many CRM seats a newcomer of sales in Dayton gets, whichever line was typed first."""
    (found,) = {kit(replace(mill(), kits=order))["crm"].per_head for order in (lines, lines[::-1])}
    return found


def test_the_nearest_line_counts_the_team_before_the_site_before_everybody() -> None:
    everybody, here = line("z", 2), line("y", 3, site="dayton")
    team, both = line("b", 4, "sales"), line("a", 5, "sales", "dayton")

    assert per_head(everybody, here) == 3
    assert per_head(everybody, team) == 4
    assert per_head(here, team) == 4
    assert per_head(here, team, both) == 5
    assert per_head(everybody, line("x", 9, "packing"), line("w", 9, site="erie")) == 2


def test_of_two_lines_for_the_same_people_the_last_by_ref_counts() -> None:
    assert per_head(line("a", 2), line("b", 3)) == 3


def test_what_a_line_typed_rests_on_is_nobody_asked() -> None:
    typed = kit(replace(mill(), kits=(line("a", 2, "sales"),)))["crm"]
    standing = kit(mill())["link"]

    assert (typed.holders, typed.sample, typed.low, typed.high) == (0, 0, 2.0, 2.0)
    assert (standing.holders, standing.sample, standing.low, standing.high) == (0, 0, 1.75, 1.75)
    assert [one.text for one in typed.assumptions] == ["CRM: 2 per head, as typed"]


def test_nothing_a_head_is_nothing() -> None:
    assert "crm" not in kit(replace(mill(), pools=(replace(CRM, per_head=D(0)), LINK)))


def test_what_stands_at_another_site_is_given_to_nobody_here() -> None:
    lima = replace(LINK, ref="link-lima", site="lima")
    both = tuple(KitFact(ref, None, None, None, None, None, ref, D(7)) for ref in ("link", "link-lima"))
    found = kit(replace(mill(), pools=(CRM, LINK, lima), kits=both))

    assert found["link"].per_head == 7
    assert "link-lima" not in found


@pytest.mark.parametrize(
    ("hours", "pattern", "fte"),
    [
        ((40, 40), None, Fraction(1)),
        ((20, 40), None, Fraction(3, 4)),
        ((30, None), None, Fraction(7, 8)),
        ((None, None), "part time", Fraction(1, 2)),
        ((), None, Fraction(1)),
    ],
)
def test_what_a_newcomer_counts_is_what_the_teams_people_count_on_average(
    hours: Sequence[int | None], pattern: str | None, fte: Fraction
) -> None:
    team = tuple(
        PersonFact(
            f"p{n}", "sales", "dayton", working_pattern=pattern, hours_week=None if one is None else D(one)
        )
        for n, one in enumerate(hours)
    )
    estate = replace(mill(), people=team, items=(), seats=(), kits=(line("a", 1, "sales", per="FTE"),))

    assert kit(estate)["crm"].fte == fte
    assert kit(estate)["crm"].drivers(8) == 8 * fte


def test_newcomers_of_no_team_count_what_everybody_counts() -> None:
    # Thirty-four work full time, Tomas 32.5 of 40 hours.
    line_of_all = kit(replace(mill(), kits=(line("a", 1, per="FTE"),)), team="")["crm"]

    assert line_of_all.fte == (34 + Fraction(65, 80)) / 35


def shift(name: str | None, count: int, holders: int) -> tuple[tuple[PersonFact, ...], dict[str, int]]:
    some = tuple(
        replace(one, ref=f"{name}-{one.ref}", working_pattern=name) for one in people("sales", count)
    )
    return some, {one.ref: 1 for one in some[:holders]}


def places(*shifts: tuple[tuple[PersonFact, ...], dict[str, int]]) -> Places | None:
    held = {ref: count for _, holding in shifts for ref, count in holding.items()}
    return sharing.places([one for some, _ in shifts for one in some], held)


def test_a_thing_is_shared_when_most_of_one_shift_hold_it_and_nobody_of_the_others() -> None:
    assert places(shift("shift 1", 4, 3), shift("shift 2", 6, 0)) == Places(6, 2)
    assert places(shift("shift 1", 4, 4), shift("shift 2", 3, 0), shift("shift 3", 1, 0)) == Places(4, 3)
    # Half of a shift is not most of it.
    assert places(shift("shift 1", 4, 2), shift("shift 2", 6, 0)) is None
    # Somebody of the other shift has one, too.
    assert places(shift("shift 1", 4, 4), shift("shift 2", 6, 1)) is None
    assert places(shift("shift 1", 4, 0), shift("shift 2", 6, 0)) is None


def test_one_shift_shares_with_nobody_and_neither_does_who_works_in_none() -> None:
    assert places(shift("shift 1", 4, 4)) is None
    assert places(shift("shift 1", 4, 4), shift("shift 2", 4, 0), shift(None, 1, 0)) is None
    assert places(shift(None, 4, 4)) is None


def test_hours_to_set_up_are_the_typed_ones_else_the_usual_ones_of_the_kind() -> None:
    assert setup.hours_of(replace(LAPTOP, deploy_hours=D(4))) == 4
    assert setup.hours_of(replace(LAPTOP, deploy_hours=D(0))) == 0
    assert setup.hours_of(replace(LAPTOP, deploy_hours=None)) == Fraction(5, 2)
    assert setup.hours_of(ModelFact("s", "Server", "server")) == 8
    assert setup.hours_of(replace(LINK, deploy_hours=None)) == 4
    assert setup.hours_of(PoolFact("x", "X")) == Fraction(1, 4)
