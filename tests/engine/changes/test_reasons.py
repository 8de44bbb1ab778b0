"""Why a change lies where it does."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fullscore.engine.calendars.spans import Span
from fullscore.engine.changes.listing import list_schedule
from fullscore.engine.changes.problem import Frozen, Problem, Use
from fullscore.engine.changes.reasons import NotPlacedError, alternatives, why
from fullscore.engine.changes.schedule import LevelName, Schedule
from fullscore.engine.changes.starts import at_slot
from fullscore.engine.changes.values import levels_of
from fullscore.engine.changes.violations import Rulebook, placed_at, violations
from tests.engine.changes import small
from tests.engine.changes.test_violations import BEGIN, CLASHING, FIREWALL

FREE = replace(CLASHING, jobs=(replace(FIREWALL, earliest=None, latest=None),), freezes=())
SATURDAY = BEGIN + timedelta(days=5)


def _lying(problem: Problem, days: int, hours: int = 0) -> Schedule:
    effect = Rulebook(problem).effects["firewall"]
    return Schedule((placed_at(problem, effect, days * 96 + hours * 4),))


def test_a_change_lies_at_the_beginning_of_its_window() -> None:
    found = why(FREE, _lying(FREE, 5), "firewall")
    assert found.earlier == SATURDAY - timedelta(minutes=15)
    assert found.reason is not None
    assert (found.reason.key, found.worse) == ("window:services:crm", None)
    assert found.alternatives == (SATURDAY + timedelta(days=7), SATURDAY + timedelta(days=14))


def test_starts_that_are_as_good_are_passed_over() -> None:
    """At noon of the Saturday: the morning would do as well, and Friday night breaks the window."""
    assert why(FREE, _lying(FREE, 5, 12), "firewall").earlier == SATURDAY - timedelta(minutes=15)


def test_an_earlier_start_would_disturb_more_people() -> None:
    morning = Span(SATURDAY, SATURDAY + timedelta(hours=8))
    used = replace(FREE, uses=(Use("services:crm", frozenset({"ann"}), (morning,)),))
    found = why(used, _lying(used, 5, 8), "firewall")
    assert (found.earlier, found.reason) == (SATURDAY + timedelta(hours=7, minutes=45), None)
    assert found.worse is LevelName.DISTURBED


def test_an_earlier_start_that_disturbs_fewer_people_is_passed_over() -> None:
    """A better start is no reason to lie later: only what breaks or is worse is named."""
    evening = Span(SATURDAY + timedelta(hours=9), SATURDAY + timedelta(hours=12))
    used = replace(FREE, uses=(Use("services:crm", frozenset({"ann"}), (evening,)),))
    found = why(used, _lying(used, 5, 8), "firewall")
    assert found.earlier == SATURDAY - timedelta(minutes=15)


def test_a_freeze_is_the_reason_not_to_begin_earlier() -> None:
    frozen = replace(
        FREE, freezes=(Frozen("stock", "Stock-taking", (Span(BEGIN, SATURDAY + timedelta(hours=9)),)),)
    )
    found = why(frozen, _lying(frozen, 5, 9), "firewall")
    assert found.reason is not None
    assert found.reason.key == "freeze:stock"


def test_what_has_no_date_lies_nowhere() -> None:
    with pytest.raises(NotPlacedError):
        why(FREE, Schedule((), ("firewall",)), "firewall")
    with pytest.raises(NotPlacedError):
        alternatives(FREE, Schedule((), ("firewall",)), "firewall")


@given(small.problems(), st.data())
def test_the_start_that_is_named_breaks_a_rule_or_is_worse(problem: Problem, data: st.DataObject) -> None:
    book = Rulebook(problem)
    schedule = list_schedule(problem, book)
    assume(schedule.placed)
    here = data.draw(st.sampled_from(schedule.placed))
    others = [each for each in schedule.placed if each.ref != here.ref]
    found = why(problem, schedule, here.ref, book=book)
    assert found.alternatives == alternatives(problem, schedule, here.ref)
    if found.earlier is None:
        assert found.reason is None and found.worse is None  # noqa: PT018  one fact: nothing is named
        return
    assert found.earlier < here.start
    slot = next(slot for slot in range(problem.slots) if at_slot(problem, slot) == found.earlier)
    there = [placed_at(problem, book.effects[here.ref], slot, who) for who in small.crews(book, here.ref)]
    is_broken = [bool(violations([*others, each], problem)) for each in there]
    if found.reason is not None:
        assert all(is_broken)
        return
    assert found.worse is not None
    now, then = (levels_of([*others, each], problem, book.effects) for each in (here, there[0]))
    assert next(name for name in LevelName if now[name] != then[name]) is found.worse
    assert then[found.worse] > now[found.worse]
