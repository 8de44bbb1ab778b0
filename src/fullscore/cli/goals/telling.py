"""Plans in a shell: the answer in words, a table of orders, the sums."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import typer

from fullscore.engine.findings.sentences_en import say
from fullscore.engine.money.amounts import plain
from fullscore.usecases.goals import Kept, OrderLine, ToOrder

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

Json = Any


def as_json(document: Mapping[str, object]) -> None:
    """Print one document on standard output."""
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2))


def plan(lines: Json) -> None:
    """Print a plan document for people."""
    console, understood = _console(), lines["understood"]
    console.print(f"Understood as {_understood(understood)}.", style="dim", highlight=False)
    console.print(" ".join(lines["answer"]), style="bold", highlight=False)
    console.print(_orders_of(lines))
    totals, least = lines["totals"], "" if lines["totals"]["complete"] else "at least "
    amounts = f"{least}{totals['cost_once']} once, {least}{totals['cost_year']} a year"
    console.print(f"{amounts}, {lines['currency']}", highlight=False)
    for one in lines["findings"]:
        console.print(f"- {one['sentence']}", highlight=False)


def _understood(told: Json) -> str:
    """Return the goal in words: a team from so many to so many, or a new site with so many people."""
    until = f", until {_short(told['until'])}" if told["until"] else ""
    needed = f"needed {_short(told['need_by'])}{until}"
    if told["kind"] == "new site":
        return f"a new site, {told['site']}, with {told['delta']} people, {needed}"
    return f"{told['team_name']} from {told['from']} to {told['to']} people, {needed}"


def changes(lines: Json) -> None:
    """Print what is otherwise than when the plan was kept."""
    console, compared = _console(), lines["compared"]
    since = _short(compared["since"])
    if not compared["changes"]:
        console.print(f"Nothing has changed since {since}.", highlight=False)
    for one in compared["changes"]:
        console.print(f"- {one['text']}", highlight=False)


def plans(kept: Iterable[Kept]) -> None:
    """Print the list of kept plans."""
    table = _table("Plan", "State", "Sentence", "Needed", box=None)
    for head in ("Once", "A year"):
        table.add_column(head, justify="right", no_wrap=True)
    for one in kept:
        amounts = (plain(one.cost_once), plain(one.cost_year))
        table.add_row(one.ref, one.state, one.sentence, _short(one.need_by.isoformat()), *amounts)
    _console().print(table)


def orders(lines: Iterable[OrderLine]) -> None:
    """Print orders with where they stand."""
    table = _table("Plan", "Item", box=None)
    table.add_column("Quantity", justify="right", no_wrap=True)
    for head in ("Order by", "Needed", "State"):
        table.add_column(head, no_wrap=True)
    for one in lines:
        days = (_short(one.order_by.isoformat()), _short(one.need_by.isoformat()))
        state = f"{one.state}, {one.order}" if one.order else one.state
        table.add_row(one.plan, one.name, f"{one.quantity.normalize():f}", *days, state)
    _console().print(table)


def to_order(found: ToOrder) -> None:
    """Print what cannot wait, then every open order."""
    console = _console()
    for finding in found.findings:
        console.print(f"- {say(finding)}", highlight=False)
    orders(found.lines)


def _orders_of(lines: Json) -> "Table":
    table = _table("Item", box=None)
    for head in ("To order", "Order by", "Once", "A year"):
        table.add_column(head, justify="left" if head == "Order by" else "right", no_wrap=True)
    several = len({one["place"] for one in _stock(lines)}) > 1
    for one in lines["requirements"]:
        costs = (one["cost_once"] or "", one["cost_year"] or "")
        late = " (late)" if one["late"] else ""
        table.add_row(
            _name(one, is_placed=several), f"{one['quantity']:g}", _short(one["order_by"]) + late, *costs
        )
    for one in lines["covered"]:
        table.add_row(_name(one, is_placed=several), "0", "enough", "", "")
    return table


def _stock(lines: Json) -> list[Json]:
    return [one for one in (*lines["requirements"], *lines["covered"]) if one["kind"] == "stock"]


def _name(one: Json, *, is_placed: bool) -> str:
    """Return what is needed, with its place where things go to more than one."""
    return (
        f"{one['name']} ({one['place']})"
        if is_placed and one["kind"] == "stock" and one["place"]
        else one["name"]
    )


def _short(day: str) -> str:
    """Return a day as tables show it: Wed 25 Nov."""
    found = date.fromisoformat(day)
    return f"{found:%a} {found.day} {found:%b}"


def _console() -> "Console":
    from rich.console import Console  # noqa: PLC0415  who asks for JSON does not wait for drawing

    return Console()


def _table(*heads: str, box: None) -> "Table":
    from rich.table import Table  # noqa: PLC0415  as above

    return Table(*heads, box=box)
