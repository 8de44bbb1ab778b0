"""The life of a change: what may follow what, and what agreement and a date make of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.changes.states import OVER, Act, Stage, after, allowed, settled

STAGES, ACTS = st.sampled_from(Stage), st.sampled_from(Act)


def test_from_draft_to_done() -> None:
    stage = Stage.DRAFT
    for act in (Act.ASK, Act.GO_AHEAD, Act.BEGIN, Act.FINISH):
        found = after(stage, act)
        assert found is not None
        stage = found

    assert stage is Stage.DONE


@given(STAGES, ACTS)
def test_what_is_allowed_leads_somewhere_and_nothing_else_does(stage: Stage, act: Act) -> None:
    assert (after(stage, act) is not None) == (act in allowed(stage))


@given(STAGES, ACTS)
def test_nothing_runs_that_was_not_agreed(stage: Stage, act: Act) -> None:
    if after(stage, act) is Stage.RUNNING:
        assert stage in {Stage.AGREED, Stage.SCHEDULED}


@pytest.mark.parametrize("stage", Stage)
def test_from_everywhere_but_done_there_is_a_way_to_the_end(stage: Stage) -> None:
    seen, ahead = {stage}, [stage]
    while ahead:
        here = ahead.pop()
        fresh = {found for act in allowed(here) if (found := after(here, act))} - seen
        seen |= fresh
        ahead += fresh

    assert seen & OVER


@given(stage=STAGES, is_agreed=st.booleans(), has_date=st.booleans())
def test_agreement_once_given_stays_and_settling_twice_is_settling_once(
    *, stage: Stage, is_agreed: bool, has_date: bool
) -> None:
    found = settled(stage, is_agreed=is_agreed, has_date=has_date)

    assert settled(found, is_agreed=False, has_date=has_date) is found
    assert (found is stage) or stage in {Stage.PLANNED, Stage.AGREED, Stage.SCHEDULED}
    assert found is not Stage.PLANNED or stage is Stage.PLANNED


def test_a_date_makes_an_agreed_change_scheduled_and_no_other() -> None:
    assert settled(Stage.AGREED, is_agreed=False, has_date=True) is Stage.SCHEDULED
    assert settled(Stage.SCHEDULED, is_agreed=False, has_date=False) is Stage.AGREED
    assert settled(Stage.PLANNED, is_agreed=False, has_date=True) is Stage.PLANNED
    assert settled(Stage.DRAFT, is_agreed=True, has_date=True) is Stage.DRAFT
