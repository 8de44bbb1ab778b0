"""Classic projects by the same door: three cases from textbooks, and all small ones by trying."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.changes.projects import Activity, Project, faults, least
from fullscore.engine.changes.solver.projects import solved
from fullscore.engine.changes.solver.serial import early, justified, network


def project(capacities: tuple[int, ...], *rows: tuple[str, int, tuple[int, ...], str]) -> Project:
    return Project(
        tuple(Activity(ref, length, needs, tuple(after.split())) for ref, length, needs, after in rows),
        capacities,
    )


# The longest chain A-C-F-H-J... of a plant with a new bay: the pollution filter of Heizer and Render, weeks.
CHAIN = project(
    (),
    ("A", 2, (), ""), ("B", 3, (), ""), ("C", 2, (), "A"), ("D", 4, (), "A B"),
    ("E", 4, (), "C"), ("F", 3, (), "C"), ("G", 5, (), "D E"), ("H", 2, (), "F G"),
)  # fmt: skip
# Ten units at most: work for the one capacity decides, no chain does.
ENERGY = project(
    (2,),
    ("A", 3, (2,), ""), ("B", 3, (1,), ""), ("C", 3, (1,), ""), ("D", 2, (2,), ""),
)  # fmt: skip
# Five pieces for three machines, two of which can never be shared: neither chain nor work says 8.
SHARED = project(
    (3,),
    ("A", 4, (2,), ""), ("B", 4, (2,), ""), ("C", 4, (1,), ""), ("D", 2, (1,), ""), ("E", 2, (1,), "D"),
)  # fmt: skip


@pytest.mark.parametrize(("given_", "length"), [(CHAIN, 15), (ENERGY, 8), (SHARED, 8)])
def test_textbook_projects_take_as_long_as_the_books_say(given_: Project, length: int) -> None:
    course = solved(given_, limit=5)

    assert (course.length, course.bound, course.is_proven) == (length, length, True)
    assert faults(course.starts, given_) == ()


def test_a_plan_that_breaks_something_is_told_what() -> None:
    starts = {"A": 0, "B": 2, "C": 4, "D": 5}

    assert faults(starts, ENERGY) == (
        "At 2 capacity 1 is asked for 3 of 2.", "At 5 capacity 1 is asked for 3 of 2.",
        "At 6 capacity 1 is asked for 3 of 2.",
    ) or "At 2 capacity 1 is asked for 3 of 2." in faults(starts, ENERGY)  # fmt: skip
    assert "C begins before A is over." in faults(dict.fromkeys("ABCDEFGH", 0), CHAIN)
    assert faults({}, ENERGY)[0] == "A has no start."


@pytest.mark.parametrize(
    ("rows", "word"),
    [
        ((("A", 1, (3,), ""),), "needs more than there is"),
        ((("A", 1, (1,), "B"), ("B", 1, (1,), "A")), "wait for itself"),
        ((("A", 1, (1,), "Z"),), "not in the project"),
        ((("A", 1, (1,), ""), ("A", 1, (1,), "")), "named once"),
        ((("A", -1, (1,), ""),), "how long it takes"),
    ],
)
def test_what_can_never_be_done_is_said(
    rows: tuple[tuple[str, int, tuple[int, ...], str], ...], word: str
) -> None:
    with pytest.raises(ValueError, match=word):
        project((2,), *rows)


@st.composite
def projects(draw: st.DrawFn, most: int = 5) -> Project:
    rows = []
    for at in range(draw(st.integers(1, most))):
        after = " ".join(f"{first}" for first in range(at) if draw(st.integers(0, 3)) == 0)
        rows.append(
            (f"{at}", draw(st.integers(0, 3)), (draw(st.integers(0, 2)), draw(st.integers(0, 3))), after)
        )
    return project((2, 3), *rows)


@given(projects(12))
def test_lists_become_plans_that_break_nothing_and_pushing_never_lengthens_them(given_: Project) -> None:
    of = network(given_)
    starts = early(range(len(given_.activities)), of)
    plan = justified(starts, of)
    refs = [each.ref for each in given_.activities]

    assert faults(dict(zip(refs, starts, strict=True)), given_) == ()
    assert faults(dict(zip(refs, plan.starts, strict=True)), given_) == ()
    first = max(start + length for start, length in zip(starts, of.lengths, strict=True))
    assert least(given_) <= plan.length <= first


@pytest.mark.nightly
@given(projects(4))
def test_small_projects_are_as_short_as_trying_every_start_finds(given_: Project) -> None:
    refs = [each.ref for each in given_.activities]
    plans = (
        dict(zip(refs, some, strict=True)) for some in product(range(given_.horizon + 1), repeat=len(refs))
    )
    shortest = min(
        max(plan[each.ref] + each.length for each in given_.activities)
        for plan in plans
        if not faults(plan, given_)
    )

    course = solved(given_, limit=5)

    assert (course.length, course.is_proven) == (shortest, True)
