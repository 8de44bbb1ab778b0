"""Who must agree follows from what is affected; silence past its day counts as agreed."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.changes.agreeing import (
    Answer,
    Asked,
    Said,
    Verdict,
    answer_by,
    asked_of,
    standing,
    unowned,
    verdict,
)
from fullscore.engine.estate.graph import Graph

ON = date(2026, 11, 23)
GRAPH = Graph(
    {node: node for node in ("services:crm", "services:mail", "services:erp", "items:fw")}, (),
    {"services:crm": "mara", "services:mail": "priya", "services:erp": "mara"},
)  # fmt: skip
PEOPLE = st.sampled_from(("mara", "priya", "ruth"))
SAYINGS = st.lists(
    st.builds(
        Said, PEOPLE, st.sampled_from(Answer),
        st.none() | st.dates(ON - timedelta(days=9), ON + timedelta(days=9)),
    ),
    unique_by=lambda one: one.person, max_size=3,
)  # fmt: skip


def test_each_owner_is_asked_once_for_all_they_answer_for() -> None:
    found = asked_of(GRAPH, ("services:erp", "services:crm", "items:fw", "services:mail"), owner=None)

    assert found == (
        Asked("mara", ("services:crm", "services:erp")),
        Asked("priya", ("services:mail",)),
    )


def test_who_asks_is_not_asked() -> None:
    assert asked_of(GRAPH, GRAPH.names, owner="mara") == (Asked("priya", ("services:mail",)),)


def test_what_nobody_answers_for_is_named() -> None:
    assert unowned(GRAPH, GRAPH.names) == ("items:fw",)


def test_the_last_day_is_counted_in_working_days() -> None:
    friday = date(2026, 11, 27)

    assert answer_by(friday, 3, Calendar()) == date(2026, 12, 2)


def test_the_last_day_itself_is_not_silence() -> None:
    said = Said("mara", Answer.ASKED, ON)

    assert standing(said, ON) is Answer.ASKED
    assert standing(said, ON + timedelta(days=1)) is Answer.SILENT


def test_without_anybody_to_ask_it_is_agreed() -> None:
    assert verdict((), (), ON) is Verdict.AGREED


def test_who_was_not_asked_yet_is_waited_for() -> None:
    assert verdict((Asked("mara", ()),), (), ON) is Verdict.WAITING


@given(SAYINGS, st.sets(PEOPLE))
def test_it_is_agreed_exactly_when_nobody_objects_and_nobody_is_waited_for(
    said: list[Said], asked: set[str]
) -> None:
    must = tuple(Asked(person, ()) for person in sorted(asked))
    stands = {one.person: standing(one, ON) for one in said}
    is_fine = all(stands.get(person) in {Answer.AGREED, Answer.SILENT} for person in asked)

    found = verdict(must, said, ON)

    assert (found is Verdict.OBJECTED) == (Answer.OBJECTED in stands.values())
    assert (found is Verdict.AGREED) == (is_fine and Answer.OBJECTED not in stands.values())


@given(SAYINGS, st.sets(PEOPLE), st.integers(0, 30))
def test_time_alone_never_takes_an_agreement_back(said: list[Said], asked: set[str], days: int) -> None:
    must = tuple(Asked(person, ()) for person in sorted(asked))

    if verdict(must, said, ON) is Verdict.AGREED:
        assert verdict(must, said, ON + timedelta(days=days)) is Verdict.AGREED
