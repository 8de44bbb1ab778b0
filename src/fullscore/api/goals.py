"""REST about goals: a sentence in, the plan document out."""

from datetime import date
from typing import Annotated

from ninja import Path, Router, Schema
from pydantic import ConfigDict, Field

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.goals.document import Document
from fullscore.usecases.goals import plan_goal
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import RefusedError

router = Router(tags=["goals"])


class Question(Schema):
    """One sentence, and the day to plan on; `save` comes with kept plans and is refused until then."""

    model_config = ConfigDict(extra="forbid")
    sentence: Annotated[str, Field(max_length=10_000)]
    on: date | None = None
    save: bool = False


@router.post("/goals/plans", response=Document, summary="Plan a goal without keeping it")
def plans(request: MemberRequest, org: Path[str], body: Question) -> Document:
    """Answer what a goal asks of IT: what to order, by when, for how much, and why."""
    if body.save:
        raise RefusedError(Finding("plan-not-kept-yet", Subject("goals", "save")))
    return plan_goal(by=request.member, sentence=body.sentence, on=body.on or request.on).content
