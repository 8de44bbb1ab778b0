"""REST about members and tokens."""

from typing import Annotated, Literal

from ninja import Router, Schema
from pydantic import ConfigDict, Field

from fullscore.engine.registers.access import Role
from fullscore.usecases.accounts import links, members, tokens
from fullscore.usecases.accounts.members import Belonging
from fullscore.usecases.accounts.tokens import Token
from fullscore.usecases.policy import MemberRequest

router = Router(tags=["accounts"])
Document = dict[str, object]
# What a row's id may be on both databases.
Id = Annotated[int, Field(ge=1, le=2**53)]
RoleName = Literal["owner", "it", "executive", "auditor", "requester"]


class Invitation(Schema):
    model_config = ConfigDict(extra="forbid")
    email: Annotated[str, Field(max_length=254)]
    role: RoleName


class RoleChange(Schema):
    model_config = ConfigDict(extra="forbid")
    role: RoleName


@router.get("/me", response=Document, summary="Who this token acts for")
def me(request: MemberRequest, org: str) -> Document:
    by = request.member
    who: Document = {"name": by.name, "email": by.email, "role": by.role.value}
    return _document("me", organisation=by.organisation, is_read_only=by.is_read_only, **who)


@router.get("/members", response=Document, summary="Everyone who belongs or belonged")
def list_members(request: MemberRequest, org: str) -> Document:
    return _document("members", members=[_member(each) for each in members.members(by=request.member)])


@router.post("/members", response={201: Document}, summary="Invite a person; the link is shown this once")
def invite(request: MemberRequest, org: str, body: Invitation) -> tuple[int, Document]:
    link = links.invite(by=request.member, email=body.email, role=Role(body.role), now=request.now)
    address = request.build_absolute_uri(link.path)
    return 201, _document(
        "invitation", email=link.email, role=body.role, link=address, expires_at=link.expires_at
    )


@router.patch("/members/{membership}", response=Document, summary="Give a member another role")
def change_role(request: MemberRequest, org: str, membership: Id, body: RoleChange) -> Document:
    done = members.change_role(
        by=request.member, membership=membership, role=Role(body.role), now=request.now
    )
    return _document("member", member=_member(done))


@router.delete("/members/{membership}", response=Document, summary="Close every door for a member")
def deactivate(request: MemberRequest, org: str, membership: Id) -> Document:
    done = members.deactivate(by=request.member, membership=membership, now=request.now)
    return _document("member", member=_member(done))


@router.get("/tokens", response=Document, summary="Tokens, never their secrets")
def list_tokens(request: MemberRequest, org: str) -> Document:
    return _document("tokens", tokens=[_token(each) for each in tokens.tokens(by=request.member)])


@router.delete("/tokens/{token}", response=Document, summary="End a token now")
def revoke_token(request: MemberRequest, org: str, token: Id) -> Document:
    done = tokens.revoke_token(by=request.member, token=token, now=request.now)
    return _document("token", token=_token(done))


def _document(kind: str, **values: object) -> Document:
    return {"schema": f"fullscore/{kind}/1", **values}


def _member(each: Belonging) -> Document:
    return {
        "id": each.id,
        "name": each.name,
        "email": each.email,
        "role": each.role.value,
        "since": each.since,
        "last_seen_at": each.last_seen_at,
        "deactivated_at": each.deactivated_at,
    }


def _token(each: Token) -> Document:
    return {
        "id": each.id,
        "name": each.name,
        "shown": each.shown,
        "scope": each.scope,
        "holder": each.holder,
        "expires_at": each.expires_at,
        "last_used_at": each.last_used_at,
        "revoked_at": each.revoked_at,
    }
