"""REST about members and tokens."""

from typing import Annotated, Literal

from ninja import Path, Router, Schema, Status
from pydantic import ConfigDict, Field

from fullscore.engine.registers.access import Role
from fullscore.usecases.accounts import documents, links, members, tokens
from fullscore.usecases.accounts.documents import Document
from fullscore.usecases.policy import MemberRequest

router = Router(tags=["accounts"])
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
def me(request: MemberRequest, org: Path[str]) -> Document:
    by = request.member
    return {
        "schema": "fullscore/me/1",
        "organisation": by.organisation,
        "name": by.name,
        "email": by.email,
        "role": by.role.value,
        "is_read_only": by.is_read_only,
    }


@router.get("/members", response=Document, summary="Everyone who belongs or belonged")
def list_members(request: MemberRequest, org: Path[str]) -> Document:
    return documents.members_document(members.members(by=request.member))


@router.post("/members", response={201: Document}, summary="Invite a person; the link is shown this once")
def invite(request: MemberRequest, org: Path[str], body: Invitation) -> Status[Document]:
    link = links.invite(by=request.member, email=body.email, role=Role(body.role), now=request.now)
    return Status(201, documents.link_document(link, request.build_absolute_uri(link.path)))


@router.patch("/members/{membership}", response=Document, summary="Give a member another role")
def change_role(request: MemberRequest, org: Path[str], membership: Id, body: RoleChange) -> Document:
    done = members.change_role(
        by=request.member, membership=membership, role=Role(body.role), now=request.now
    )
    return documents.member_document(done)


@router.delete("/members/{membership}", response=Document, summary="Close every door for a member")
def deactivate(request: MemberRequest, org: Path[str], membership: Id) -> Document:
    done = members.deactivate(by=request.member, membership=membership, now=request.now)
    return documents.member_document(done)


@router.get("/tokens", response=Document, summary="Tokens, never their secrets")
def list_tokens(request: MemberRequest, org: Path[str]) -> Document:
    return documents.tokens_document(tokens.tokens(by=request.member))


@router.delete("/tokens/{token}", response=Document, summary="End a token now")
def revoke_token(request: MemberRequest, org: Path[str], token: Id) -> Document:
    done = tokens.revoke_token(by=request.member, token=token, now=request.now)
    return documents.token_document(done)
