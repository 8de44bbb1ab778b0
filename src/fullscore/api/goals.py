"""REST about goals: a sentence in, the plan document out; plans kept, accepted, ordered and shared."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from ninja import Path, Router, Schema, Status
from pydantic import ConfigDict, Field

from fullscore.engine.goals.plans.document import Document
from fullscore.usecases import goals
from fullscore.usecases.goals import documents
from fullscore.usecases.policy import MemberRequest

router = Router(tags=["goals"])
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_VERSION = 2**31 - 1
Version = Annotated[int, Field(ge=1, le=_VERSION)] | None
Ref = Path[Annotated[str, Field(max_length=64)]]


class Asking(Schema):
    """One sentence, and the day to plan on."""

    model_config = ConfigDict(extra="forbid")
    sentence: Annotated[str, Field(max_length=10_000)]
    on: date | None = None


class Question(Asking):
    """A sentence to plan; with `save` the plan is kept as a draft."""

    save: bool = False


class Deed(Schema):
    """Which version of the plan was read: with another one there nothing happens; and the day it happens."""

    model_config = ConfigDict(extra="forbid")
    version: Version = None
    on: date | None = None


class Moving(Deed):
    """How early the plan is served where stock is short: 1 first, 9 last."""

    priority: Annotated[int, Field(ge=-(2**31), le=2**31)]


class Ordering(Schema):
    """What becomes of one order of an accepted plan; "to order" takes the earlier step back."""

    model_config = ConfigDict(extra="forbid")
    requirement: Annotated[str, Field(max_length=200)]
    state: Literal["ordered", "not needed", "to order"] = "ordered"
    ordered_on: date | None = None
    due_on: date | None = None
    quantity: Annotated[Decimal, Field(ge=0, le=10**9)] | None = None


class Sharing(Schema):
    """For how many days a link shows the plan."""

    model_config = ConfigDict(extra="forbid")
    days: Annotated[int, Field(ge=-(2**31), le=2**31)] = 14


@router.post("/goals/plans", response=Document, summary="Plan a goal; keep the plan with `save`")
def ask(request: MemberRequest, org: Path[str], body: Question) -> Document:
    """Answer what a goal asks of IT: what to order, by when, for how much, and why."""
    by, on = request.member, body.on or request.on
    if body.save:
        return goals.keep_plan(by=by, sentence=body.sentence, on=on, now=request.now).shown.content
    return goals.plan_goal(by=by, sentence=body.sentence, on=on).content


@router.post("/goals/what-if", response=Document, summary="A goal beside the accepted plans; keeps nothing")
def what_if(request: MemberRequest, org: Path[str], body: Asking) -> Document:
    """Answer the goal's plan, and what everything costs without and with it."""
    found = goals.what_if(by=request.member, sentence=body.sentence, on=body.on or request.on)
    return documents.what_if_document(found)


@router.get("/goals/plans", response=Document, summary="Kept plans, and what accepted ones ask to be ordered")
def plans(request: MemberRequest, org: Path[str]) -> Document:
    by = request.member
    return documents.plans_document(goals.kept_plans(by=by), goals.to_order(by=by, on=request.on))


@router.get("/goals/plans/{ref}.xlsx", operation_id="plans-xlsx", summary="A kept plan as a workbook")
def workbook(request: MemberRequest, org: Path[str], ref: Ref) -> HttpResponse:
    content = goals.kept_plan_xlsx(by=request.member, ref=ref)
    disposition = content_disposition_header(True, f"{ref}.xlsx") or "attachment"
    return HttpResponse(content, content_type=_XLSX, headers={"Content-Disposition": disposition})


@router.get("/goals/plans/{ref}", response=Document, summary="A kept plan, its orders and links")
def one(request: MemberRequest, org: Path[str], ref: Ref) -> Document:
    return documents.kept_document(goals.kept_plan(by=request.member, ref=ref))


@router.get("/goals/plans/{ref}/today", response=Document, summary="A kept goal planned again: what changed")
def again(request: MemberRequest, org: Path[str], ref: Ref, on: date | None = None) -> Document:
    return goals.replan(by=request.member, ref=ref, on=on or request.on).content


@router.post("/goals/plans/{ref}/accept", response=Document, summary="Accept a plan: its orders are to place")
def accept(request: MemberRequest, org: Path[str], ref: Ref, body: Deed) -> Document:
    on = body.on or request.on
    done = goals.accept_plan(by=request.member, ref=ref, version=body.version, on=on, now=request.now)
    return documents.kept_document(done)


@router.post("/goals/plans/{ref}/withdraw", response=Document, summary="Take an acceptance back")
def withdraw(request: MemberRequest, org: Path[str], ref: Ref, body: Deed) -> Document:
    on = body.on or request.on
    done = goals.withdraw_plan(by=request.member, ref=ref, version=body.version, on=on, now=request.now)
    return documents.kept_document(done)


@router.post("/goals/plans/{ref}/drop", response=Document, summary="Put a plan out of the list")
def drop(request: MemberRequest, org: Path[str], ref: Ref, body: Deed) -> Document:
    goals.drop_plan(by=request.member, ref=ref, version=body.version, now=request.now)
    return documents.kept_document(goals.kept_plan(by=request.member, ref=ref))


@router.post("/goals/plans/{ref}/restore", response=Document, summary="Take a dropped plan back")
def restore(request: MemberRequest, org: Path[str], ref: Ref, body: Deed) -> Document:
    goals.restore_plan(by=request.member, ref=ref, version=body.version, now=request.now)
    return documents.kept_document(goals.kept_plan(by=request.member, ref=ref))


@router.patch("/goals/plans/{ref}", response=Document, summary="Serve a plan earlier or later than others")
def move(request: MemberRequest, org: Path[str], ref: Ref, body: Moving) -> Document:
    done = goals.set_priority(
        by=request.member, ref=ref, priority=body.priority, version=body.version,
        on=body.on or request.on, now=request.now,
    )  # fmt: skip
    return documents.kept_document(done)


@router.post("/goals/plans/{ref}/order", response=Document, summary="Place one order of an accepted plan")
def order(request: MemberRequest, org: Path[str], ref: Ref, body: Ordering) -> Document:
    by, line, now = request.member, body.requirement, request.now
    match body.state:
        case "ordered":
            goals.order_requirement(
                by=by, ref=ref, requirement=line, ordered_on=body.ordered_on or request.on,
                due_on=body.due_on, quantity=body.quantity, now=now,
            )  # fmt: skip
        case "not needed":
            goals.set_aside(by=by, ref=ref, requirement=line, now=now)
        case "to order":
            goals.cancel_order(by=by, ref=ref, requirement=line, now=now)
    return documents.kept_document(goals.kept_plan(by=by, ref=ref))


@router.post("/goals/plans/{ref}/links", response={201: Document}, summary="Make a read-only link")
def share(request: MemberRequest, org: Path[str], ref: Ref, body: Sharing) -> Status[Document]:
    """Answer the link's address this once; it shows the plan to whoever holds it."""
    made = goals.share_plan(by=request.member, ref=ref, days=body.days, now=request.now)
    return Status(201, documents.link_document(made, _absolute(request, made.path)))


@router.delete("/goals/plans/{ref}/links/{int:link}", response=Document, summary="End a link")
def revoke(request: MemberRequest, org: Path[str], ref: Ref, link: int) -> Document:
    goals.revoke_link(by=request.member, ref=ref, link=link, now=request.now)
    return documents.kept_document(goals.kept_plan(by=request.member, ref=ref))


def _absolute(request: HttpRequest, path: str) -> str:
    return request.build_absolute_uri(path)
