"""REST about the estate as a whole: what is not known, what rests on what, and what fails with what."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from ninja import Path, Query, Router, Schema, Status
from pydantic import ConfigDict, Field

from fullscore.usecases import estate
from fullscore.usecases.estate.documents import Document
from fullscore.usecases.policy import MemberRequest

router = Router(tags=["estate"])
Of = Annotated[list[str], Query(min_length=1, description="A name, or items:fw-1; may be repeated.")]
Hours = Annotated[
    Decimal | None, Query(gt=0, le=2160, description="How long it lasts; without it a working day.")
]
Words = Annotated[str, Query(max_length=200, description="Every release known by these words.")]
Begin = Annotated[datetime | None, Query(description="From when; without it from the next opening on.")]


class Sentence(Schema):
    """What rests on what, as people say it."""

    model_config = ConfigDict(extra="forbid")

    sentence: str = Field(max_length=500)
    adds: bool = False


@router.get(
    "/estate/completeness", response=Document, operation_id="estate-completeness",
    summary="What is not known yet and what it is about in money; what to see to meanwhile",
)  # fmt: skip
def completeness(request: MemberRequest, org: Path[str], on: date | None = None) -> Document:
    return estate.completeness(by=request.member, on=on or request.on)


@router.get(
    "/changes/impact", response=Document, operation_id="impact",
    summary="What is down or worse when these fail, who waits, and what it costs",
)  # fmt: skip
def impact(  # noqa: PLR0917  what the address asks for
    request: MemberRequest, org: Path[str], of: Of, on: date | None = None, begin: Begin = None,
    hours: Hours = None,
) -> Document:  # fmt: skip
    found = estate.impacted(by=request.member, of=of, on=on or request.on, begin=begin, hours=hours)
    return estate.impact_document(found)


@router.get(
    "/estate/dependencies", response=Document, operation_id="dependencies",
    summary="What rests on what, what alone stops services, and what to see to",
)  # fmt: skip
def dependencies(request: MemberRequest, org: Path[str], on: date | None = None) -> Document:
    return estate.overview_document(estate.overview(by=request.member, on=on or request.on))


@router.post(
    "/estate/connect", response={201: Document}, operation_id="connect",
    summary="Write down a sentence such as: CRM rests on Internet link, M365 login",
)  # fmt: skip
def connect(request: MemberRequest, org: Path[str], body: Sentence) -> Status[Document]:
    found = estate.connect(by=request.member, sentence=body.sentence, now=request.now, adds=body.adds)
    return Status(201, estate.connected_document(found))


@router.get(
    "/estate/support-ends", response=Document, operation_id="support-ends",
    summary="Until when makers support what items run, and who says so",
)  # fmt: skip
def support_ends(request: MemberRequest, org: Path[str], q: Words = "", on: date | None = None) -> Document:
    found = estate.supported(by=request.member, on=on or request.on, search=q)
    return estate.support_ends_document(found)


@router.post(
    "/estate/support-ends", response=Document, operation_id="support-ends-refresh",
    summary="Ask endoflife.date about the products items name, and keep what it says",
)  # fmt: skip
def refresh_support_ends(request: MemberRequest, org: Path[str]) -> Document:
    asked = estate.refresh(by=request.member, now=request.now)
    return estate.refreshed_document(asked, estate.supported(by=request.member, on=request.on))
