"""REST about the budget: the best use of the money, cuts, the frontier, cases and pins.

A worker solves; what was answered of the same rows is there at once.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from ninja import Path, Query, Router, Schema, Status
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


class Chosen(Schema):
    """Which rows of a year's proposal are confirmed, as "register:ref": contracts:crm."""

    model_config = ConfigDict(extra="forbid")
    rows: Annotated[list[Annotated[str, Field(max_length=100)]], Field(min_length=1, max_length=500)]


class OneLine(Schema):
    model_config = ConfigDict(extra="forbid")
    line: Annotated[str, Field(max_length=64)]


YearNumber = Path[Annotated[int, Field(ge=1, le=9999)]]


class Figure(Schema):
    """Which figure of a year: of a row ("lines:crm") or of all, of a month (0 is the first) or of all."""

    model_config = ConfigDict(extra="forbid")
    measure: Literal["planned", "committed", "forecast", "actual", "last"]
    row: Annotated[str, Field(max_length=100)] | None = None
    month: Annotated[int, Field(ge=0, le=11)] | None = None


class Ahead(Schema):
    """How many fiscal years, and whether replacements are pulled forward into even cohorts."""

    model_config = ConfigDict(extra="forbid")
    years: Literal["1", "3", "5"] = "5"
    smooth: bool = False


@router.get(
    "/budget/forecast", response=Document, operation_id="budget-forecast",
    summary="What 1, 3 or 5 fiscal years cost, month by month, from what is known",
)  # fmt: skip
def forecast(request: MemberRequest, org: Path[str], asked: Query[Ahead], on: date | None = None) -> Document:
    found = budget.forecast(
        by=request.member, on=on or request.on, years=int(asked.years), is_smoothed=asked.smooth
    )
    return budget.forecast_document(found)


@router.get(
    "/budget/years/{int:year}", response=Document, operation_id="budget-year",
    summary="A fiscal year: every line by month, grouped every way, with one total",
)  # fmt: skip
def year_of(request: MemberRequest, org: Path[str], year: YearNumber, on: date | None = None) -> Document:
    return budget.year_document(budget.year_of(by=request.member, on=on or request.on, number=year))


@router.get(
    "/budget/years/{int:year}/figure", response=Document, operation_id="budget-figure",
    summary="One figure of a year opened to its sum; without a row of all of them",
)  # fmt: skip
def figure(
    request: MemberRequest, org: Path[str], year: YearNumber, asked: Query[Figure], on: date | None = None
) -> Document:
    home = None if asked.row is None else budget.home_of(asked.row)
    found, trace = budget.figure(
        by=request.member, on=on or request.on, number=year, home=home, measure=asked.measure,
        month=asked.month,
    )  # fmt: skip
    return budget.figure_document(found, trace)


@router.get(
    "/budget/years/{int:year}/proposal", response=Document, operation_id="budget-proposal",
    summary="What a year is proposed to cost, row by row, and why",
)  # fmt: skip
def proposal(request: MemberRequest, org: Path[str], year: YearNumber, on: date | None = None) -> Document:
    return budget.proposal_document(*budget.next_year(by=request.member, on=on or request.on, number=year))


@router.post(
    "/budget/years/{int:year}/confirm", response=Document, operation_id="budget-confirm",
    summary="Write what is proposed for these rows as planned amounts, all or none",
)  # fmt: skip
def confirm(request: MemberRequest, org: Path[str], year: YearNumber, body: Chosen) -> Document:
    homes = [budget.home_of(each) for each in body.rows]
    done = budget.confirm(by=request.member, homes=homes, number=year, on=request.on, now=request.now)
    return budget.confirmed_document(done)


@router.post(
    "/budget/years/{int:year}/take-back", response=Document, operation_id="budget-take-back",
    summary="Put away what is planned for a line in a year",
)  # fmt: skip
def take_back(request: MemberRequest, org: Path[str], year: YearNumber, body: OneLine) -> Document:
    done = budget.unconfirm(by=request.member, line=body.line, number=year, on=request.on, now=request.now)
    return budget.confirmed_document(done)


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
