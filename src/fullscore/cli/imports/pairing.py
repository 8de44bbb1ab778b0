"""`fullscore imports pairs …`: rows that may be one thing, merged or kept apart by a person."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

import typer

from fullscore.cli.imports import telling
from fullscore.cli.settings import AsJson, Org
from fullscore.engine.findings.sentences_en import say
from fullscore.usecases import imports
from fullscore.usecases.host import operator
from fullscore.usecases.imports.documents import pairs_document

Number = Annotated[int, typer.Argument(help="The pair's number, as `fullscore imports pairs list` tells it.")]


class Side(StrEnum):
    """Which row of a pair stays."""

    ONE = "one"
    OTHER = "other"


group = typer.Typer(no_args_is_help=True, help="Rows that may be one thing: merge, keep apart, part again.")


@group.command("list")
def list_pairs(
    decided: Annotated[bool, typer.Option("--decided", help="Those that were decided.")] = False,
    org: Org = None,
    as_json: AsJson = False,
) -> None:
    """List the pairs that wait for a decision."""
    found = imports.pairs(by=operator(org), is_decided=decided)
    if as_json:
        telling.as_json(pairs_document(found))
    else:
        telling.pairs(found)


@group.command()
def same(
    number: Number,
    keep: Annotated[Side, typer.Option(help="The row that stays; the other is put away.")] = Side.ONE,
    org: Org = None,
    as_json: AsJson = False,
) -> None:
    """Merge a pair into one row; `part` takes it back."""
    by = operator(org)
    _say(imports.same(by=by, number=number, keep=keep.value, now=_now()), as_json=as_json)


@group.command()
def different(number: Number, org: Org = None, as_json: AsJson = False) -> None:
    """Keep a pair apart; it is never offered again."""
    _say(imports.different(by=operator(org), number=number, now=_now()), as_json=as_json)


@group.command()
def part(number: Number, org: Org = None) -> None:
    """Take a merge back: both rows stand as before, but for what was changed since."""
    parted = imports.part(by=operator(org), number=number, now=_now())
    typer.echo(f"{parted.refs[0]} and {parted.refs[1]} stand apart again.")
    for finding in parted.kept:
        typer.echo(f"  {say(finding)}")


def _say(pair: imports.Pair, *, as_json: bool) -> None:
    if as_json:
        telling.as_json(pairs_document((pair,)))
    else:
        telling.pairs((pair,))


def _now() -> datetime:
    return datetime.now(UTC)
