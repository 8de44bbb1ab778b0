"""REST about what to do this week: every finding in order, and what is done about one."""

from datetime import date
from typing import Annotated, Literal

from ninja import Path, Router, Schema
from pydantic import ConfigDict, Field

from fullscore.usecases import today
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.today.documents import Document

router = Router(tags=["today"])
_LARGEST = 2**31 - 1


class Deed(Schema):
    """What becomes of a finding; what is not named stays. `until` empty: until something changes."""

    model_config = ConfigDict(extra="forbid")
    state: Literal["open", "snoozed", "done", "declined"] | None = None
    until: date | None = None
    reason: Annotated[str, Field(max_length=4000)] | None = None
    decided_by: Annotated[str, Field(max_length=400)] | None = None
    assigned_to: Annotated[int, Field(ge=1, le=_LARGEST)] | None = None
    version: Annotated[int, Field(ge=1, le=_LARGEST)] | None = None


@router.get(
    "/today", response=Document, operation_id="today",
    summary="What to do this week and what waiting costs, in order",
)  # fmt: skip
def lines(request: MemberRequest, org: Path[str], on: date | None = None) -> Document:
    found = today.at_hand(by=request.member, on=on or request.on, now=request.now)
    return today.today_document(found)


@router.patch(
    "/today/{int:finding}", response=Document, operation_id="today-act",
    summary="Put a finding off, finish it, decide against it, reopen it, or give it to somebody",
)  # fmt: skip
def act(request: MemberRequest, org: Path[str], finding: int, body: Deed) -> Document:
    wanted = body.model_dump(exclude_unset=True, exclude={"version"})
    done = today.amend(
        by=request.member, finding=finding, wanted=wanted, on=request.on, now=request.now,
        version=body.version,
    )  # fmt: skip
    return today.line_document(done)
