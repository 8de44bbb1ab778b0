"""REST about the weekly mail: who gets which one when, and sending one now."""

from typing import Annotated, Literal

from ninja import Path, Router, Schema, Status
from pydantic import ConfigDict, Field

from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.today import digests
from fullscore.usecases.today.digests import Wanted
from fullscore.usecases.today.digests.documents import Document

router = Router(tags=["today"])
_LARGEST = 2**31 - 1
Text = Annotated[str, Field(max_length=254)]
Weekday = Annotated[int, Field(ge=1, le=7)]
Hour = Annotated[str, Field(pattern=r"^[0-9]{2}:[0-9]{2}$")]


class Asked(Schema):
    """A weekly mail; what is not named is as usual: the list, Mondays at 07:00 where the organisation is."""

    model_config = ConfigDict(extra="forbid")
    email: Text | None = None
    name: Text | None = None
    kind: Literal["list", "brief"] | None = None
    weekday: Weekday | None = None
    at: Hour | None = None
    zone: Text | None = None
    is_on: bool | None = None


class Change(Asked):
    """What becomes another; `version` is the one that was read."""

    version: Annotated[int, Field(ge=1, le=_LARGEST)] | None = None


@router.get(
    "/digests", response=Document, operation_id="digests", summary="Who gets the weekly mail, and when"
)
def listed(request: MemberRequest, org: Path[str]) -> Document:
    """List one's own weekly mail; with the right to manage settings everybody's."""
    return digests.digests_document(digests.digests(by=request.member, now=request.now))


@router.post(
    "/digests",
    response={201: Document},
    operation_id="digests-add",
    summary="Send the weekly mail to somebody",
)
def add(request: MemberRequest, org: Path[str], body: Asked) -> Status[Document]:
    made = digests.add(by=request.member, wanted=Wanted(**body.model_dump()), now=request.now)
    return Status(201, digests.digest_document(made))


@router.patch(
    "/digests/{int:digest}",
    response=Document,
    operation_id="digest-change",
    summary="Change, stop or resume one",
)
def change(request: MemberRequest, org: Path[str], digest: int, body: Change) -> Document:
    wanted = Wanted(**body.model_dump(exclude={"version"}))
    done = digests.change(by=request.member, key=digest, wanted=wanted, version=body.version, now=request.now)
    return digests.digest_document(done)


@router.delete(
    "/digests/{int:digest}",
    response=Document,
    operation_id="digest-remove",
    summary="Take one away, and its links",
)
def remove(request: MemberRequest, org: Path[str], digest: int) -> Document:
    """Answer the weekly mails that are left."""
    digests.remove(by=request.member, key=digest, now=request.now)
    return digests.digests_document(digests.digests(by=request.member, now=request.now))


@router.post(
    "/digests/{int:digest}/send", response={202: Document}, operation_id="digest-send", summary="Send one now"
)
def send(request: MemberRequest, org: Path[str], digest: int) -> Status[Document]:
    """Queue it for the worker; the list tells what became of it."""
    mail = digests.send(by=request.member, key=digest, now=request.now)
    email = digests.digest(by=request.member, key=digest, now=request.now).email
    return Status(202, digests.delivery_document(mail, email))
