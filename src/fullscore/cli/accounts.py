"""`fullscore accounts …`: who may enter, from the host."""

import json
from datetime import UTC, datetime
from typing import Annotated, Literal

import typer
from rich.console import Console
from rich.table import Table

from fullscore.engine.registers.access import Member, Role
from fullscore.usecases.accounts import documents, links, members, tokens
from fullscore.usecases.accounts.links import Link, Purpose
from fullscore.usecases.accounts.members import Belonging
from fullscore.usecases.host import operator

Org = Annotated[
    str | None, typer.Option(envvar="FULLSCORE_ORG", help="The organisation; needed when there are several.")
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]
Email = Annotated[str, typer.Argument(help="The person's e-mail.")]
Days = Annotated[int, typer.Option(min=1, max=tokens.LONGEST_DAYS, help="How long it lives.")]
Site = Annotated[
    str, typer.Option(envvar="FULLSCORE_SITE", help="Where the pages are; the link begins with it.")
]

group = typer.Typer(no_args_is_help=True, help="Who may enter: members, invitations, links, tokens.")


def mount(app: typer.Typer) -> None:
    """Give `app` the commands about accounts."""
    app.add_typer(group, name="accounts")


@group.command("list")
def list_members(org: Org = None, as_json: AsJson = False) -> None:
    """List everyone who belongs or belonged."""
    found = members.members(by=operator(org))
    if as_json:
        _print(documents.members_document(found))
        return
    table = Table("name", "e-mail", "role", "enters", box=None)
    for each in found:
        table.add_row(each.name, each.email, each.role.value, "no" if each.deactivated_at else "yes")
    Console().print(table)


@group.command()
def invite(
    email: Email,
    role: Annotated[Role, typer.Option(help="What they may do.")],
    org: Org = None,
    site: Site = "",
    as_json: AsJson = False,
) -> None:
    """Print a link by which a person becomes a member; it works once, for seven days."""
    link = links.invite(by=operator(org), email=email, role=role, now=_now())
    _show_link(link, site, as_json=as_json)


@group.command()
def reset(email: Email, org: Org = None, site: Site = "", as_json: AsJson = False) -> None:
    """Print a link to choose a new password; it works once, for an hour."""
    link = links.link_for_member(by=operator(org), email=email, purpose=Purpose.RESET, now=_now())
    _show_link(link, site, as_json=as_json)


@group.command()
def token(
    email: Email,
    scope: Annotated[Literal["read", "write"], typer.Option(help="What it may.")] = "read",
    days: Days = 90,
    org: Org = None,
    as_json: AsJson = False,
) -> None:
    """Print a token that acts for a member over REST; it is shown this once."""
    made = tokens.issue_token_for(by=operator(org), email=email, scope=scope, days=days, now=_now())
    if as_json:
        _print({**documents.token_document(made.token), "secret": made.secret})
        return
    typer.echo(made.secret)
    typer.echo(f"Acts for {made.token.holder} until {made.token.expires_at:%Y-%m-%d}. Shown once.", err=True)


@group.command()
def role(
    email: Email,
    new: Annotated[Role, typer.Argument(help="The new role.")],
    org: Org = None,
    as_json: AsJson = False,
) -> None:
    """Give a member another role."""
    by = operator(org)
    done = members.change_role(by=by, membership=_place(by, email), role=new, now=_now())
    _show_member(done, f"{done.name} is now {done.role.value}.", as_json=as_json)


@group.command()
def deactivate(email: Email, org: Org = None, as_json: AsJson = False) -> None:
    """Close every door for a member, from the next request on."""
    by = operator(org)
    done = members.deactivate(by=by, membership=_place(by, email), now=_now())
    sentence = f"{done.name} can no longer enter. What they did stays in the history."
    _show_member(done, sentence, as_json=as_json)


def _show_member(member: Belonging, sentence: str, *, as_json: bool) -> None:
    if as_json:
        _print(documents.member_document(member))
    else:
        typer.echo(sentence)


def _place(by: Member, email: str) -> int:
    return members.membership_of(by=by, email=email)


def _show_link(link: Link, site: str, *, as_json: bool) -> None:
    address = site.rstrip("/") + link.path
    if as_json:
        _print(documents.link_document(link, address))
        return
    typer.echo(address)
    typer.echo(f"For {link.email}, once, until {link.expires_at:%Y-%m-%d %H:%M} UTC.", err=True)


def _print(document: documents.Document) -> None:
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2))


def _now() -> datetime:
    return datetime.now(UTC)
