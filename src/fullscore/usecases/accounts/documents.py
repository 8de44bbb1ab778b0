"""What REST and the command line say about accounts: the same documents."""

from collections.abc import Iterable
from datetime import datetime

from fullscore.usecases.accounts.links import Link
from fullscore.usecases.accounts.members import Belonging
from fullscore.usecases.accounts.tokens import Token

Document = dict[str, object]


def members_document(members: Iterable[Belonging]) -> Document:
    return {"schema": "fullscore/members/1", "members": [_member(each) for each in members]}


def member_document(member: Belonging) -> Document:
    return {"schema": "fullscore/member/1", "member": _member(member)}


def tokens_document(tokens: Iterable[Token]) -> Document:
    return {"schema": "fullscore/tokens/1", "tokens": [_token(each) for each in tokens]}


def token_document(token: Token) -> Document:
    return {"schema": "fullscore/token/1", "token": _token(token)}


def link_document(link: Link, address: str) -> Document:
    """Return the one document that holds a link's secret, inside its address."""
    return {
        "schema": "fullscore/link/1",
        "purpose": link.purpose.value,
        "email": link.email,
        "link": address,
        "expires_at": _moment(link.expires_at),
    }


def _member(each: Belonging) -> Document:
    return {
        "id": each.id,
        "name": each.name,
        "email": each.email,
        "role": each.role.value,
        "since": _moment(each.since),
        "last_seen_at": _moment(each.last_seen_at),
        "deactivated_at": _moment(each.deactivated_at),
    }


def _token(each: Token) -> Document:
    return {
        "id": each.id,
        "name": each.name,
        "shown": each.shown,
        "scope": each.scope,
        "holder": each.holder,
        "expires_at": _moment(each.expires_at),
        "last_used_at": _moment(each.last_used_at),
        "revoked_at": _moment(each.revoked_at),
    }


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
