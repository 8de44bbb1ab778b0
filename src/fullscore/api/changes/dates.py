"""REST about the calendar of changes: all of it, one date tried or moved, and dates found for all."""

from datetime import date
from typing import Annotated

from ninja import Path, Query, Router, Schema, Status
from pydantic import ConfigDict, Field

from fullscore.usecases import changes
from fullscore.usecases.changes.documents import Document
from fullscore.usecases.policy import MemberRequest

router = Router(tags=["changes"])
Ref = Path[Annotated[str, Field(max_length=64)]]
Version = Annotated[int, Field(ge=1, le=2**31 - 1)] | None
Start = Annotated[str, Field(max_length=40)]
Text = Annotated[str, Field(max_length=200)]
Texts = Annotated[list[Text], Field(max_length=50)]
_MOST_DAYS = 400


class Trying(Schema):
    """A day and time on the organisation's clock, 2026-12-12T22:00, or with an offset."""

    model_config = ConfigDict(extra="forbid")
    start: Start


class Moving(Trying):
    """`version` is the one that was read; `is_confirmed` also moves a date that people were told."""

    version: Version = None
    is_confirmed: bool = False


class WhatIf(Schema):
    """What is tried: rules let go (`freeze:stocktaking`), days without changes (2026-12-01..2026-12-31)."""

    model_config = ConfigDict(extra="forbid")
    without: Texts = []
    no_changes: Texts = []


class Reading(Schema):
    """As if it were another day, and as if some rules did not hold."""

    on: date | None = None
    without: Texts = []


class Trial(Reading):
    """What else may be tried, and for how many seconds better dates are looked for."""

    no_changes: Texts = []
    limit: Annotated[float, Field(ge=1, le=60)] = changes.LIMIT


class Taking(Schema):
    """Which dates to write; `refs` empty: of all changes."""

    model_config = ConfigDict(extra="forbid")
    refs: Annotated[list[Annotated[str, Field(max_length=64)]], Field(max_length=1000)] | None = None
    is_confirmed: bool = False


@router.get(
    "/changes/schedule", response=Document, operation_id="changes-schedule",
    summary="Dates for all open changes, each with why and two others; writes nothing",
)  # fmt: skip
def schedule(request: MemberRequest, org: Path[str], of: Query[Trial]) -> Document:
    asked = changes.asked_for(of.without, of.no_changes)
    return changes.schedule(
        by=request.member, on=of.on or request.on, now=request.now, limit=of.limit, asked=asked
    )


@router.get(
    "/changes/calendar", response=Document, operation_id="changes-calendar",
    summary="All changes, and what says when they may be made, for some days",
)  # fmt: skip
def calendar(
    request: MemberRequest, org: Path[str], begin: date, end: date, on: date | None = None
) -> Document:
    last = min(max(begin, end), date.fromordinal(begin.toordinal() + _MOST_DAYS))
    found = changes.board(by=request.member, on=on or request.on, now=request.now, begin=begin, end=last)
    return changes.board_document(found)


@router.get(
    "/changes/plans/{ref}/why", response=Document, operation_id="changes-why",
    summary="Why a change lies where it does, or what leaves it no date",
)  # fmt: skip
def why(request: MemberRequest, org: Path[str], ref: Ref, of: Query[Reading]) -> Document:
    asked = changes.asked_for(of.without)
    return changes.why(by=request.member, ref=ref, on=of.on or request.on, now=request.now, asked=asked)


@router.post(
    "/changes/plans/{ref}/try", response=Document, operation_id="changes-try",
    summary="What stands against a date, and the next two that work; writes nothing",
)  # fmt: skip
def attempt(
    request: MemberRequest, org: Path[str], ref: Ref, body: Trying, on: date | None = None
) -> Document:
    start = changes.moment_for(by=request.member, text=body.start)
    found = changes.try_move(by=request.member, ref=ref, start=start, on=on or request.on, now=request.now)
    return changes.tried_document(found)


@router.post(
    "/changes/plans/{ref}/move", response=Document, operation_id="changes-move",
    summary="Give a change another date",
)  # fmt: skip
def move(request: MemberRequest, org: Path[str], ref: Ref, body: Moving, on: date | None = None) -> Document:
    start = changes.moment_for(by=request.member, text=body.start)
    found = changes.move(
        by=request.member, ref=ref, start=start, version=body.version, on=on or request.on, now=request.now,
        is_confirmed=body.is_confirmed,
    )  # fmt: skip
    return changes.moved_document(found)


@router.post(
    "/changes/runs", response={201: Document}, operation_id="changes-runs-ask",
    summary="Ask a worker for dates of all open changes",
)  # fmt: skip
def ask(request: MemberRequest, org: Path[str], body: WhatIf) -> Status[Document]:
    asked = changes.asked_for(body.without, body.no_changes)
    run = changes.ask(by=request.member, on=request.on, now=request.now, asked=asked)
    return Status(201, changes.run_document(run))


@router.get(
    "/changes/runs/{int:number}", response=Document, operation_id="changes-runs-read",
    summary="How far a search for dates is, and the dates it found",
)  # fmt: skip
def read(request: MemberRequest, org: Path[str], number: int) -> Document:
    return changes.run_document(changes.run(by=request.member, number=number))


@router.post(
    "/changes/runs/{int:number}/stop", response=Document, operation_id="changes-runs-stop",
    summary="Stop a search for dates; what was found so far is kept",
)  # fmt: skip
def stop(request: MemberRequest, org: Path[str], number: int) -> Document:
    return changes.run_document(changes.stop(by=request.member, number=number, now=request.now))


@router.post(
    "/changes/runs/{int:number}/take", response=Document, operation_id="changes-runs-take",
    summary="Write the dates a search found",
)  # fmt: skip
def take(request: MemberRequest, org: Path[str], number: int, body: Taking) -> Document:
    found = changes.take(
        by=request.member, number=number, refs=body.refs, on=request.on, now=request.now,
        is_confirmed=body.is_confirmed,
    )  # fmt: skip
    return changes.taken_document(found)
