"""REST about the settings of an organisation."""

from typing import Annotated

from django.http import HttpResponse
from ninja import Path, Router, Schema
from pydantic import ConfigDict, Field

from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.settings import branding, closed, documents, organisation
from fullscore.usecases.settings.documents import Document

router = Router(tags=["settings"])
Text = Annotated[str, Field(max_length=200)]


class Change(Schema):
    """The settings to change, as texts; `version` is the one that was read."""

    model_config = ConfigDict(extra="forbid")
    version: Annotated[int, Field(ge=1, le=2**31)]
    name: Text | None = None
    zone: Text | None = None
    country: Text | None = None
    subdivision: Text | None = None
    fiscal_start_month: Annotated[int, Field(ge=1, le=12)] | None = None
    working_weekdays: Text | None = None
    opens_at: Text | None = None
    closes_at: Text | None = None
    currency: Text | None = None
    date_order: Text | None = None
    silence_days: Annotated[int, Field(ge=1, le=60)] | None = None
    discount_percent: Text | None = None
    person_day_cost: Text | None = None
    person_day_cost_by: Text | None = None
    person_day_cost_on: Text | None = None


class Brand(Schema):
    """How packs look; what is left out stays, an empty text clears. `version` is the one that was read."""

    model_config = ConfigDict(extra="forbid")
    version: Annotated[int, Field(ge=0, le=2**31)]
    colour: Text | None = None
    paper: Text | None = None
    year_label: Text | None = None


@router.get("/settings", response=Document, summary="The organisation's settings and next closed days")
def show(request: MemberRequest, org: Path[str]) -> Document:
    days = closed.closed_days(by=request.member, on=request.on)
    return documents.settings_document(organisation.settings_of(by=request.member), days)


@router.patch("/settings", response=Document, summary="Change settings; 409 when somebody else did meanwhile")
def change(request: MemberRequest, org: Path[str], body: Change) -> Document:
    sent = body.model_dump(exclude={"version"}, exclude_none=True)
    given = {name: str(value) for name, value in sent.items()}
    now = organisation.change_settings(
        by=request.member, changes=given, version=body.version, now=request.now
    )
    return documents.settings_document(now, closed.closed_days(by=request.member, on=request.on))


@router.get(
    "/settings/brand", response=Document, operation_id="brand", summary="How packs look: colour, paper, logo"
)  # fmt: skip
def brand(request: MemberRequest, org: Path[str]) -> Document:
    return branding.brand_document(branding.branding_of(by=request.member))


@router.patch(
    "/settings/brand", response=Document, operation_id="brand-change",
    summary="Change how packs look; 409 when somebody else did meanwhile",
)  # fmt: skip
def change_brand(request: MemberRequest, org: Path[str], body: Brand) -> Document:
    given = body.model_dump(exclude={"version"}, exclude_none=True)
    found = branding.change_brand(
        by=request.member, changes=given, version=body.version, now=request.now
    )  # fmt: skip
    return branding.brand_document(found)


@router.get("/settings/brand/logo", operation_id="brand-logo", summary="The logo as it was sent")
def logo(request: MemberRequest, org: Path[str]) -> HttpResponse:
    media, content = branding.logo_of(by=request.member)
    return HttpResponse(content, content_type=media, headers={"Content-Disposition": "attachment"})


@router.put(
    "/settings/brand/logo", response=Document, operation_id="brand-logo-put",
    summary="Send a PNG, JPEG or SVG of at most 1 MB as it is",
    openapi_extra={"requestBody": {"required": True, "content": {"application/octet-stream": {"schema": {
        "type": "string", "format": "binary"}}}}},
)  # fmt: skip
def put_logo(request: MemberRequest, org: Path[str]) -> Document:
    content = request.read(branding.LIMIT_MB * 1024 * 1024 + 1)
    return branding.brand_document(branding.put_logo(by=request.member, content=content, now=request.now))


@router.delete(
    "/settings/brand/logo", response=Document, operation_id="brand-logo-drop", summary="Print no logo"
)  # fmt: skip
def drop_logo(request: MemberRequest, org: Path[str]) -> Document:
    return branding.brand_document(branding.drop_logo(by=request.member, now=request.now))
