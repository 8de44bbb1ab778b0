"""Whether a change can be placed at all: the answer of trying every start."""

from hypothesis import assume, given
from hypothesis import strategies as st

from fullscore.engine.changes.asking import Question
from fullscore.engine.changes.conflicts import standing
from fullscore.engine.changes.problem import Problem
from fullscore.engine.changes.schedule import Placed
from fullscore.engine.changes.violations import Rulebook
from tests.engine.changes.small import problems, solutions, tangled, without


def is_unharmed(book: Rulebook, stay: tuple[Placed, ...]) -> bool:
    """What was announced may break a rule about others already; then nobody can say who is to blame."""
    return not (*book.redundancy(stay), *book.joint(stay))


def compare(problem: Problem, ref: str, dropped: set[str]) -> None:
    """Asked and tried, the earliest start is the same."""
    book = Rulebook(problem)
    stay = standing(book, {}, ref)
    assume(is_unharmed(book, stay))
    question = Question(book, ref, stay, [each.ref for each in stay])
    staying = [each for each in stay if f"announced:{each.ref}" not in dropped]
    tried = solutions(without(problem, dropped), ref, staying)
    first = min((found[ref].start for found in tried), default=None)
    asked = question.first(dropped)
    assert (asked.start if asked else None) == first
    assert question.is_placeable(dropped) == (first is not None)


def keys_of(problem: Problem, ref: str) -> tuple[str, ...]:
    book = Rulebook(problem)
    stay = standing(book, {}, ref)
    return Question(book, ref, stay, [each.ref for each in stay]).keys()


@given(problems(), st.data())
def test_a_change_has_a_place_where_trying_every_start_finds_one(
    problem: Problem, data: st.DataObject
) -> None:
    ref = data.draw(st.sampled_from(problem.jobs)).ref
    keys = keys_of(problem, ref)
    compare(problem, ref, data.draw(st.sets(st.sampled_from(keys))) if keys else set())


@given(tangled(), st.data())
def test_what_must_come_before_a_change_keeps_out_of_its_own_way(
    problem: Problem, data: st.DataObject
) -> None:
    keys = keys_of(problem, "j2")
    one = st.sampled_from([set[str](), {"redundancy:services:a"}, {"clash:j0"}])
    compare(problem, "j2", data.draw(one | st.sets(st.sampled_from(keys), max_size=2)))
