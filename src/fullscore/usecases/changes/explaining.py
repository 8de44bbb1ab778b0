"""Why one change lies where it does, or has no date, in the calendar as it stands."""

from datetime import date, datetime

from fullscore.engine.changes.schedule import Schedule
from fullscore.engine.registers.access import Member, Right
from fullscore.usecases.changes import reasoning
from fullscore.usecases.changes.documents import Document, rule_document
from fullscore.usecases.changes.jobs import said
from fullscore.usecases.changes.living import keeping
from fullscore.usecases.changes.posing import AS_IT_IS, Asked
from fullscore.usecases.changes.reasoning import Reasons
from fullscore.usecases.changes.standing import Standing, standing
from fullscore.usecases.registers.values import RefusedError


def why(*, by: Member, ref: str, on: date, now: datetime, asked: Asked = AS_IT_IS) -> Document:
    """Return `fullscore/change-why/1`: its date with why and two others, or what leaves it none.

    Raises `NotThereError`, and `RefusedError` for a change that takes no part in any plan.
    """
    by.require(Right.PLAN_GOALS)
    row = keeping.found(by, ref)
    stands = standing(by.organisation_id, on, now, asked=asked)
    if row.ref not in stands.book.jobs and row.ref not in stands.posed.left:
        raise RefusedError(said("change-not-planned", row))
    return {
        "schema": "fullscore/change-why/1",
        "organisation": stands.posed.organisation.ref,
        "on": on.isoformat(),
        **_answer(stands, row.ref),
    }


def _answer(stands: Standing, ref: str) -> Document:
    if ref in stands.posed.left:
        return {"placed": None, "unplaced": reasoning.left_document(stands.posed, ref), "rules": []}
    reasons = Reasons(stands.posed, stands.book, Schedule(stands.placed))
    here = stands.of(ref)
    if here is None:
        return {"placed": None, "unplaced": reasoning.unplaced_document(reasons, ref), "rules": []}
    rules = stands.rules(stands.book.of(ref, stands.placed))
    return {
        "placed": reasoning.placed_document(reasons, here, lambda: True),
        "unplaced": None,
        "rules": [rule_document(rule) for rule in rules],
    }
