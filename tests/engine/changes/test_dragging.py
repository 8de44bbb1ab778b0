"""What a change meets where it is dragged: every rule against it, and the next two dates that work."""

from datetime import timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from fullscore.engine.changes.dragging import dragged
from fullscore.engine.changes.listing import list_schedule
from fullscore.engine.changes.problem import Problem
from fullscore.engine.changes.starts import at_slot
from fullscore.engine.changes.violations import Rulebook, placed_at, violations
from fullscore.engine.estate.graph import State
from tests.engine.changes import small
from tests.engine.changes.test_violations import BEGIN, CLASHING


def test_a_drag_names_every_rule_against_it_and_what_it_touches() -> None:
    found = dragged(CLASHING, (), "firewall", BEGIN + timedelta(days=18, hours=23))
    assert [rule.key for rule in found.violations] == [
        "window:services:crm", "freeze:new-year", "latest:firewall",
    ]  # fmt: skip
    assert found.touches == {"services:crm": State.DOWN}
    assert found.alternatives == ()


def test_a_drag_lies_on_the_grid() -> None:
    found = dragged(CLASHING, (), "firewall", BEGIN + timedelta(minutes=22))
    assert found.at.start == BEGIN + timedelta(minutes=15)


@given(small.problems(), st.data())
def test_the_two_dates_are_the_next_on_other_days_that_break_nothing(
    problem: Problem, data: st.DataObject
) -> None:
    """All starts are tried, with everybody who might do it; the others keep their dates and people."""
    book = Rulebook(problem)
    placed = list_schedule(problem, book).placed
    assume(placed)
    here = data.draw(st.sampled_from(placed))
    others = [each for each in placed if each.ref != here.ref]
    slot = data.draw(st.integers(0, problem.slots - 1))
    found = dragged(problem, placed, here.ref, at_slot(problem, slot), book=book)

    days: dict[object, object] = {at_slot(problem, slot).date(): None}
    for later in range(slot + 1, problem.slots):
        tries = (
            placed_at(problem, book.effects[here.ref], later, who) for who in small.crews(book, here.ref)
        )
        if any(not violations([*others, each], problem) for each in tries):
            days.setdefault(at_slot(problem, later).date(), at_slot(problem, later))
    assert found.alternatives == tuple(list(days.values())[1:3])
    if not found.violations:
        assert not violations([*others, found.at], problem)
