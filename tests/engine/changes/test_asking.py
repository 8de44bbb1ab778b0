"""Whether a change can be placed at all: the answer of trying every start."""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from fullscore.engine.changes.asking import Question
from fullscore.engine.changes.conflicts import standing
from fullscore.engine.changes.problem import Job, Problem, Touch
from fullscore.engine.changes.schedule import Placed
from fullscore.engine.changes.violations import Rulebook
from tests.engine.changes.small import BEGIN, END, GRAPH, HOURS, ON, problems, solutions, tangled, without


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


def _first(problem: Problem, ref: str, dropped: Collection[str] = ()) -> int | None:
    """The first start, in eight hours each, beside what was announced."""
    stay = standing(Rulebook(problem), {}, ref)
    found = Question(Rulebook(problem), ref, stay).first(dropped)
    return None if found is None else (found.start - BEGIN) // timedelta(hours=HOURS)


def _beside(node: str, *, soak_days: int = 0) -> Problem:
    """One change of a thing, beside an announced one of something that stands in for it."""
    told = Job(
        "told", "Told", HOURS * 60, touches=(Touch("items:x"),), set_for=BEGIN, is_announced=True,
        soak_days=soak_days,
    )  # fmt: skip
    job = Job("job", "Job", HOURS * 60, touches=(Touch(node),))
    return Problem((told, job), GRAPH, BEGIN, END, ON, step=HOURS * 60)


def test_one_of_two_that_stand_in_for_each_other_stays_up_while_the_other_is_watched() -> None:
    assert _first(_beside("items:y"), "job") == 1
    # Watched to the end of Tuesday; without redundancy only the hour itself is lost to both at once.
    assert _first(_beside("items:y", soak_days=1), "job") == 6
    assert _first(_beside("items:y", soak_days=1), "job", {"redundancy:services:a"}) == 1
    assert _first(_beside("items:y"), "job", {"redundancy:services:a", "joint:services:a"}) == 0


def test_who_may_disturb_at_the_same_time_as_anybody_may_beside_what_was_announced() -> None:
    problem = _beside("items:x")
    direct = tuple(replace(job, touches=(Touch("services:b"),)) for job in problem.jobs)
    problem = replace(problem, jobs=direct)
    assert [_first(problem, "job", gone) for gone in ((), {"clash:told"}, {"clash:job"})] == [1, 0, 0]
