"""REST about the budget: the best use of the money, cuts, the frontier, cases and pins.

A worker solves; what was answered of the same rows is there at once.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from ninja import Path, Router, Schema, Status
from pydantic import ConfigDict, Field

from fullscore.usecases import budget
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.risk.values import Document

router = Router(tags=["budget"])
Ref = Path[Annotated[str, Field(max_length=64)]]
Version = Annotated[int, Field(ge=1, le=2**31 - 1)] | None


class Question(Schema):
    """What is asked: `amount` (20000.00) of a cut, or of so much more; `ref` of the proposal of a case."""

    model_config = ConfigDict(extra="forbid")
    kind: Literal["choose", "cut", "frontier", "case"] = "choose"
    amount: Annotated[Decimal, Field(gt=0, le=10**12, decimal_places=2)] | None = None
    is_more: bool = False
    year: Annotated[int, Field(ge=0, le=20)] = 0
    ref: Annotated[str, Field(max_length=64)] = ""


class Wanted(Schema):
    """What somebody decides of an option beforehand; `version` is the one that was read."""

    model_config = ConfigDict(extra="forbid")
    pin: Literal["free", "pinned", "forbidden"]
    version: Version = None


@router.post(
    "/budget/runs", response={201: Document}, operation_id="budget-runs-ask",
    summary="Ask for a choice, a cut, a frontier or a case; answered at once where nothing changed",
)  # fmt: skip
def ask(request: MemberRequest, org: Path[str], body: Question, on: date | None = None) -> Status[Document]:
    run = budget.ask(
        by=request.member, kind=body.kind, on=on or request.on, now=request.now, amount=body.amount,
        is_more=body.is_more, year=body.year, ref=body.ref,
    )  # fmt: skip
    return Status(201, budget.run_document(run))


@router.get(
    "/budget/runs/{int:number}", response=Document, operation_id="budget-runs-read",
    summary="How far a question is, and its answer",
)  # fmt: skip
def read(request: MemberRequest, org: Path[str], number: int) -> Document:
    return budget.run_document(budget.run(by=request.member, number=number))


@router.post(
    "/budget/runs/{int:number}/stop", response=Document, operation_id="budget-runs-stop",
    summary="Stop a question; what was found so far is kept",
)  # fmt: skip
def stop(request: MemberRequest, org: Path[str], number: int) -> Document:
    return budget.run_document(budget.stop(by=request.member, number=number, now=request.now))


@router.get(
    "/budget/choice", response=Document, operation_id="budget-choice",
    summary="The newest choice, and whether rows changed since",
)  # fmt: skip
def choice(request: MemberRequest, org: Path[str], on: date | None = None) -> Document:
    return _newest(request, "choose", on)


@router.get("/budget/cut", response=Document, operation_id="budget-cut", summary="The newest cut, or more")
def cut(request: MemberRequest, org: Path[str], on: date | None = None) -> Document:
    return _newest(request, "cut", on)


@router.get(
    "/budget/frontier", response=Document, operation_id="budget-frontier", summary="The newest frontier"
)
def frontier(request: MemberRequest, org: Path[str], on: date | None = None) -> Document:
    return _newest(request, "frontier", on)


def _newest(request: MemberRequest, kind: str, on: date | None) -> Document:
    return budget.run_document(budget.answer(by=request.member, kind=kind, on=on or request.on))


@router.get(
    "/budget/cases/{ref}", response=Document, operation_id="budget-case",
    summary="The business case of a proposal; bad years once somebody asked for them",
)  # fmt: skip
def case(request: MemberRequest, org: Path[str], ref: Ref, on: date | None = None) -> Document:
    return budget.case(by=request.member, ref=ref, on=on or request.on)


@router.post(
    "/budget/pins/{ref}", response=Document, operation_id="budget-pin",
    summary="Pin, forbid or free an option, by its ref",
)  # fmt: skip
def pin(request: MemberRequest, org: Path[str], ref: Ref, body: Wanted) -> Document:
    found = budget.pin(
        by=request.member, ref=ref, pin=body.pin, version=body.version, on=request.on, now=request.now
    )
    return budget.pinned_document(found)


@router.post(
    "/budget/pins/{ref}/undo/{int:entry}", response=Document, operation_id="budget-pin-undo",
    summary="Take a pin back",
)  # fmt: skip
def undo(request: MemberRequest, org: Path[str], ref: Ref, entry: int) -> Document:
    return budget.pinned_document(budget.take_back(by=request.member, ref=ref, entry=entry, now=request.now))
