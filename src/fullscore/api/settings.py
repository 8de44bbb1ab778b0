"""REST about the settings of an organisation."""

from typing import Annotated

from ninja import Path, Router, Schema
from pydantic import ConfigDict, Field

from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.settings import closed, documents, organisation
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
