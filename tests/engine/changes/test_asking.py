"""Whether a change can be placed at all: the answer of trying every start."""

from hypothesis import assume, given
from hypothesis import strategies as st

from fullscore.engine.changes.asking import Question
from fullscore.engine.changes.conflicts import standing
from fullscore.engine.changes.problem import Problem
from fullscore.engine.changes.schedule import Placed
from fullscore.engine.changes.violations import Rulebook
from tests.engine.changes.small import problems, solutions, without


def is_unharmed(book: Rulebook, stay: tuple[Placed, ...]) -> bool:
    """What was announced may break a rule about others already; then nobody can say who is to blame."""
    return not (*book.redundancy(stay), *book.joint(stay))


@given(problems(), st.data())
def test_a_change_has_a_place_where_trying_every_start_finds_one(
    problem: Problem, data: st.DataObject
) -> None:
    book = Rulebook(problem)
    job = data.draw(st.sampled_from(problem.jobs))
    stay = standing(book, {}, job.ref)
    assume(is_unharmed(book, stay))
    question = Question(book, job.ref, stay, [each.ref for each in stay])
    dropped = data.draw(st.sets(st.sampled_from(question.keys()))) if question.keys() else set[str]()

    staying = [each for each in stay if f"announced:{each.ref}" not in dropped]
    tried = solutions(without(problem, dropped), job.ref, staying)
    first = min((found[job.ref].start for found in tried), default=None)
    asked = question.first(dropped)
    assert (asked.start if asked else None) == first
    assert question.is_placeable(dropped) == (first is not None)
