"""REST about one change: written down, agreed to, worked on, over; and what changed just before."""

from datetime import date
from typing import Annotated, Literal

from ninja import Path, Query, Router, Schema, Status
from pydantic import ConfigDict, Field

from fullscore.engine.changes.states import Act
from fullscore.usecases.changes import living
from fullscore.usecases.changes.living.documents import Document
from fullscore.usecases.policy import MemberRequest

router = Router(tags=["changes"])
Ref = Path[Annotated[str, Field(max_length=64)]]
Version = Annotated[int, Field(ge=1, le=2**31 - 1)] | None
Words = Annotated[str, Field(max_length=4000)]
Days = Annotated[int, Query(ge=1, le=366)]


class Written(Schema):
    """A change in plain words: `touches`, `crew`, `after` and `steps` are lines, lengths such as 1 h 30 min.

    What is left out stays as it is; a template fills in what a standard change leaves out.
    """

    model_config = ConfigDict(extra="forbid")
    name: Annotated[str, Field(max_length=200)] | None = None
    why: Words | None = None
    kind: Literal["standard", "normal", "emergency"] | None = None
    template: Annotated[str, Field(max_length=64)] | None = None
    is_template: Literal["yes", "no"] | None = None
    touches: Words | None = None
    crew: Words | None = None
    after: Words | None = None
    steps: Words | None = None
    shortest_hours: Annotated[str, Field(max_length=40)] | None = None
    likely_hours: Annotated[str, Field(max_length=40)] | None = None
    longest_hours: Annotated[str, Field(max_length=40)] | None = None
    rollback_hours: Annotated[str, Field(max_length=40)] | None = None
    earliest: date | None = None
    latest: date | None = None
    due: date | None = None
    starts_on: date | None = None
    starts_at: Annotated[str, Field(max_length=5)] | None = None
    is_announced: Literal["yes", "no"] | None = None
    waiting_cost_day: Annotated[str, Field(max_length=20)] | None = None
    notice_days: Annotated[int, Field(ge=0, le=365)] | None = None
    soak_days: Annotated[int, Field(ge=0, le=60)] | None = None
    owner: Annotated[str, Field(max_length=200)] | None = None
    vendor: Annotated[str, Field(max_length=200)] | None = None
    serves: Annotated[str, Field(max_length=64)] | None = None
    test: Words | None = None
    rollback: Words | None = None
    notice: Words | None = None
    begun_day: date | None = None
    begun_at: Annotated[str, Field(max_length=5)] | None = None
    ended_day: date | None = None
    ended_at: Annotated[str, Field(max_length=5)] | None = None
    outcome: Literal["done", "rolled back"] | None = None


class Rewritten(Written):
    """What to change, and the version that was read: with another one there nothing happens."""

    version: Version = None


class Deed(Schema):
    """Which version of the change was read."""

    model_config = ConfigDict(extra="forbid")
    version: Version = None


class Answering(Schema):
    """What somebody who was asked said; an objection needs a reason."""

    model_config = ConfigDict(extra="forbid")
    person: Annotated[str, Field(max_length=64)]
    answer: Literal["agreed", "objected"]
    reason: Words = ""


class Deciding(Deed):
    """Go ahead although somebody has not agreed, or give it up; kept among the decisions."""

    outcome: Literal["approved", "declined"]
    reason: Words
    decided_by: Annotated[str, Field(max_length=200)] = ""


class Acting(Deed):
    """What is done; `day` and `at` where it was not just now."""

    act: Literal["begin", "finish", "roll back", "abandon", "again"]
    day: date | None = None
    at: Annotated[str, Field(max_length=5)] = ""


class Ticking(Schema):
    model_config = ConfigDict(extra="forbid")
    is_done: bool = True


@router.post(
    "/changes/plans", response={201: Document}, operation_id="change-add",
    summary="Write a change down in plain words",
)  # fmt: skip
def add(request: MemberRequest, org: Path[str], body: Written) -> Status[Document]:
    done = living.add(by=request.member, given=_given(body), now=request.now)
    return Status(201, living.change_document(living.whole(by=request.member, ref=done.ref, on=request.on)))


@router.get(
    "/changes/plans/{ref}", response=Document, operation_id="change",
    summary="One change: what it disturbs, who must agree, its risk, steps and times",
)  # fmt: skip
def one(request: MemberRequest, org: Path[str], ref: Ref) -> Document:
    return living.change_document(living.whole(by=request.member, ref=ref, on=request.on))


@router.patch(
    "/changes/plans/{ref}", response=Document, operation_id="change-rewrite",
    summary="Change what is written of a change",
)  # fmt: skip
def change(request: MemberRequest, org: Path[str], ref: Ref, body: Rewritten) -> Document:
    done = living.change(
        by=request.member, ref=ref, given=_given(body), version=body.version, on=request.on, now=request.now
    )
    return living.change_document(living.whole(by=request.member, ref=done.ref, on=request.on))


def _given(body: Written) -> dict[str, str]:
    told = body.model_dump(exclude_unset=True, exclude={"version"})
    return {name: "" if value is None else str(value) for name, value in told.items()}


@router.post(
    "/changes/plans/{ref}/ask", response=Document, operation_id="change-ask",
    summary="Ask the owners of what it affects",
)  # fmt: skip
def ask(request: MemberRequest, org: Path[str], ref: Ref, body: Deed) -> Document:
    return living.done_document(
        living.ask(by=request.member, ref=ref, version=body.version, on=request.on, now=request.now)
    )


@router.post(
    "/changes/plans/{ref}/answer", response=Document, operation_id="change-answer",
    summary="Note what somebody said who was asked",
)  # fmt: skip
def answer(request: MemberRequest, org: Path[str], ref: Ref, body: Answering) -> Document:
    return living.done_document(
        living.answer(
            by=request.member, ref=ref, person=body.person, said=body.answer, reason=body.reason,
            on=request.on, now=request.now,
        )
    )  # fmt: skip


@router.post(
    "/changes/plans/{ref}/decide", response=Document, operation_id="change-decide",
    summary="Decide without everybody's yes",
)  # fmt: skip
def decide(request: MemberRequest, org: Path[str], ref: Ref, body: Deciding) -> Document:
    return living.done_document(
        living.decide(
            by=request.member, ref=ref, outcome=body.outcome, decided_by=body.decided_by, reason=body.reason,
            version=body.version, on=request.on, now=request.now,
        )
    )  # fmt: skip


@router.post(
    "/changes/plans/{ref}/act", response=Document, operation_id="change-act",
    summary="Begin, finish, roll back, give up or take up again",
)  # fmt: skip
def act(request: MemberRequest, org: Path[str], ref: Ref, body: Acting) -> Document:
    return living.done_document(
        living.act(
            by=request.member, ref=ref, doing=Act(body.act), version=body.version, on=request.on,
            now=request.now, day=body.day.isoformat() if body.day else "", at=body.at,
        )
    )  # fmt: skip


@router.post(
    "/changes/plans/{ref}/steps/{step}", response=Document, operation_id="change-step",
    summary="Tick a step off, or take the tick away",
)  # fmt: skip
def tick(request: MemberRequest, org: Path[str], ref: Ref, step: Ref, body: Ticking) -> Document:
    return living.done_document(
        living.tick(
            by=request.member, ref=ref, step=step, is_done=body.is_done, version=None, on=request.on,
            now=request.now,
        )
    )  # fmt: skip


@router.post(
    "/changes/plans/{ref}/undo/{int:entry}", response=Document, operation_id="change-undo",
    summary="Take the last act back",
)  # fmt: skip
def undo(request: MemberRequest, org: Path[str], ref: Ref, entry: Path[int]) -> Document:
    return living.done_document(living.take_back(by=request.member, ref=ref, entry=entry, now=request.now))


@router.get(
    "/changes/before/{kind}/{ref}", response=Document, operation_id="changed-before",
    summary="What was worked on just before, on this or below it",
)  # fmt: skip
def before(
    request: MemberRequest, org: Path[str], kind: Ref, ref: Ref, days: Days = 14
) -> Document:  # fmt: skip
    found = living.before(by=request.member, register=kind, ref=ref, now=request.now, days=days)
    return living.before_document(kind, ref, days, found)
