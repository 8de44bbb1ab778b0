"""REST about packs: drafts, issued ones with their files, and links for people without an account."""

from datetime import date
from typing import Annotated, Literal

from django.http import HttpResponse
from ninja import Path, Router, Schema, Status
from pydantic import ConfigDict, Field

from fullscore.usecases import reports
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.risk.values import Document

router = Router(tags=["reports"])
Kind = Path[Annotated[str, Field(max_length=16)]]
_TYPES = {
    "pdf": "application/pdf", "zip": "application/zip",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}  # fmt: skip


class Asked(Schema):
    """A draft, or the next number; `left_out` names sections of a board pack."""

    model_config = ConfigDict(extra="forbid")
    kind: Literal["board", "hand-over"] = "board"
    is_draft: bool = False
    is_as_drafted: bool = False
    left_out: Annotated[list[Annotated[str, Field(max_length=32)]], Field(max_length=20)] = []


class NewLink(Schema):
    """For whom a link is, and for how many days."""

    model_config = ConfigDict(extra="forbid")
    to_name: Annotated[str, Field(max_length=200)]
    to_email: Annotated[str, Field(max_length=254)] = ""
    days: Annotated[int, Field(ge=-(2**53), le=2**53)] = 30


class Move(Schema):
    """A proposal and the first day of the quarter it starts in."""

    model_config = ConfigDict(extra="forbid")
    proposal: Annotated[str, Field(max_length=64)]
    quarter: date


@router.get("/reports/packs", response=Document, operation_id="packs", summary="Drafts and issued packs")
def packs(request: MemberRequest, org: Path[str]) -> Document:
    return reports.packs_document(request.member.organisation, reports.packs(by=request.member))


@router.post(
    "/reports/packs", response={201: Document}, operation_id="packs-ask",
    summary="Prepare a draft or issue the next number; a worker makes it",
)  # fmt: skip
def ask(request: MemberRequest, org: Path[str], body: Asked, on: date | None = None) -> Status[Document]:
    day, left_out = on or request.on, frozenset(body.left_out)
    if body.is_draft:
        made = reports.prepare(by=request.member, kind=body.kind, on=day, now=request.now, left_out=left_out)
    else:
        made = reports.issue(
            by=request.member, kind=body.kind, on=day, now=request.now, left_out=left_out,
            is_as_drafted=body.is_as_drafted,
        )  # fmt: skip
    return Status(201, reports.pack_document(request.member.organisation, made))


@router.get(
    "/reports/packs/{kind}/{int:number}", response=Document, operation_id="pack",
    summary="One pack with its document; 0 is the draft",
)  # fmt: skip
def pack(request: MemberRequest, org: Path[str], kind: Kind, number: int) -> Document:
    found = reports.pack(by=request.member, kind=kind, number=number)
    return reports.pack_document(request.member.organisation, found)


@router.get(
    "/reports/packs/{kind}/{int:number}/pack.{form}", operation_id="pack-file",
    summary="A pack as pdf, pptx or zip, as it was printed when it was made",
)  # fmt: skip
def file(
    request: MemberRequest, org: Path[str], kind: Kind, number: int,
    form: Path[Annotated[str, Field(max_length=8)]],
) -> HttpResponse:  # fmt: skip
    content = reports.file(by=request.member, kind=kind, number=number, form=form)
    answer = HttpResponse(content, content_type=_TYPES.get(form, "application/octet-stream"))
    answer.headers["Content-Disposition"] = f'attachment; filename="{kind}-{number}.{form}"'
    return answer


@router.post(
    "/reports/packs/{kind}/{int:number}/stop", response=Document, operation_id="pack-stop",
    summary="Let a pack be that is being made",
)  # fmt: skip
def stop(request: MemberRequest, org: Path[str], kind: Kind, number: int) -> Document:
    found = reports.stop(by=request.member, kind=kind, number=number, now=request.now)
    return reports.pack_document(request.member.organisation, found)


@router.post(
    "/reports/packs/{kind}/{int:number}/again", response=Document, operation_id="pack-again",
    summary="Ask once more for a pack that was stopped or failed",
)  # fmt: skip
def again(request: MemberRequest, org: Path[str], kind: Kind, number: int) -> Document:
    found = reports.again(by=request.member, kind=kind, number=number, now=request.now)
    return reports.pack_document(request.member.organisation, found)


@router.get(
    "/reports/packs/{kind}/{int:number}/links", response=Document, operation_id="pack-links",
    summary="For whom links to a pack were made",
)  # fmt: skip
def links(request: MemberRequest, org: Path[str], kind: Kind, number: int) -> Document:
    return reports.links_document(reports.links(by=request.member, kind=kind, number=number))


@router.post(
    "/reports/packs/{kind}/{int:number}/links", response={201: Document}, operation_id="pack-links-add",
    summary="A link for somebody without an account; its address is told this once",
)  # fmt: skip
def link(
    request: MemberRequest, org: Path[str], kind: Kind, number: int, body: NewLink
) -> Status[Document]:  # fmt: skip
    made = reports.link(
        by=request.member, kind=kind, number=number, to_name=body.to_name, to_email=body.to_email,
        days=body.days, now=request.now,
    )  # fmt: skip
    site = request.build_absolute_uri("/").rstrip("/")
    return Status(201, reports.new_link_document(made, site))


@router.delete(
    "/reports/packs/{kind}/{int:number}/links/{int:link}", response=Document, operation_id="pack-links-end",
    summary="End a link now",
)  # fmt: skip
def end(request: MemberRequest, org: Path[str], kind: Kind, number: int, link: int) -> Document:
    return reports.links_document([reports.end(by=request.member, link=link, now=request.now)])


@router.post(
    "/reports/roadmap", response=Document, operation_id="roadmap-move",
    summary="Let a proposal start in another quarter",
)  # fmt: skip
def move(request: MemberRequest, org: Path[str], body: Move) -> Document:
    done = reports.move(by=request.member, proposal=body.proposal, quarter=body.quarter, now=request.now)
    return reports.moved_document(done)
