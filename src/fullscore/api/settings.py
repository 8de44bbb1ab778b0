"""REST about the settings of an organisation."""

from typing import Annotated

from ninja import Router, Schema
from pydantic import ConfigDict, Field

from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.settings import closed, organisation
from fullscore.usecases.settings.fields import READERS, Settings

router = Router(tags=["settings"])
Document = dict[str, object]
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


@router.get("/settings", response=Document, summary="The organisation's settings and next closed days")
def show(request: MemberRequest, org: str) -> Document:
    document = _document(organisation.settings_of(by=request.member))
    days = closed.closed_days(by=request.member, on=request.on)
    return {**document, "closed_days": [{"on": day.on, "name": day.name} for day in days]}


@router.patch("/settings", response=Document, summary="Change settings; 409 when somebody else did meanwhile")
def change(request: MemberRequest, org: str, body: Change) -> Document:
    given = {name: str(value) for name, value in body.dict(exclude={"version"}, exclude_none=True).items()}
    now = organisation.change_settings(
        by=request.member, changes=given, version=body.version, now=request.now
    )
    return _document(now)


def _document(settings: Settings) -> Document:
    values = {field: getattr(settings, field) for field in READERS}
    times = {field: f"{values[field]:%H:%M}" for field in ("opens_at", "closes_at")}
    return {
        "schema": "fullscore/settings/1",
        "ref": settings.ref,
        **values,
        **times,
        "version": settings.version,
    }
