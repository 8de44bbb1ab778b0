"""Planning a kept goal again, and saying what has changed since it was kept, and why."""

from dataclasses import replace
from datetime import date

from fullscore.engine.goals.goal import Goal, Reading
from fullscore.engine.goals.plans import comparing, keeping
from fullscore.engine.registers.access import Member, Right
from fullscore.store.models import KeptPlan
from fullscore.usecases.goals import planning, remembering
from fullscore.usecases.goals.planning import Situation
from fullscore.usecases.goals.values import PlanDocument
from fullscore.usecases.registers.values import RefusedError


def replan(*, by: Member, ref: str, on: date) -> PlanDocument:
    """Return today's plan for a kept goal; `compared` says what has changed since it was kept, and why.

    Raises `RefusedError` when nobody of the goal is still to come, or its team is no longer there.
    """
    by.require(Right.PLAN_GOALS)
    return planned_again(by, remembering.found(by, ref), on)


def planned_again(by: Member, row: KeptPlan, on: date) -> PlanDocument:
    """Return the plan of a kept goal on a day, beside the other accepted ones; it need not be accepted."""
    return beside_accepted(planning.situation(by, on, asked=row), row)


def beside_accepted(here: Situation, row: KeptPlan) -> PlanDocument:
    """Return the plan of the kept goal that is asked again in a situation."""
    made = planning.answered(here, _reading(here, row))
    compared = {
        "since": row.on.isoformat(),
        "changes": [
            {"text": one.text, "item": one.item, "before": one.before, "after": one.after}
            for one in comparing.changes(row.document, made.content)
        ],
    }
    return replace(made, content={**made.content, "kept": row.ref, "compared": compared})


def _reading(here: Situation, row: KeptPlan) -> Reading:
    goal = _still_asked(here, row)
    return Reading(
        row.sentence, replace(goal, ref="asked"), trace=keeping.traced(goal, here.estate, here.house),
        team=goal.team, period=goal.period, need_by=goal.need_by,
    )  # fmt: skip


def _still_asked(here: Situation, row: KeptPlan) -> Goal:
    if here.asked is None:
        about = [one for one in here.accepted.findings if one.subject.ref == row.ref]
        raise RefusedError(*about) if about else remembering.refused("kept-goal-finished", row)
    return here.asked
