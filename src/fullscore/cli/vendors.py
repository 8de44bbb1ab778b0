"""`fullscore vendors renewals`: by when notice must be given, which contract how, and what it saves."""

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

import typer

from fullscore.cli.estate import On, day_meant
from fullscore.cli.settings import AsJson, Org
from fullscore.engine.money.amounts import words
from fullscore.usecases import vendors
from fullscore.usecases.host import operator

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

Within = Annotated[
    int | None, typer.Option(min=0, max=36_600, help="Only with a last notice day in so many days.")
]
_HEADINGS = ("Notice by", "Contract", "Vendor", "Seats", "A year", "Renew", "Saves a year")


def add_to(group: typer.Typer) -> None:
    """Give the commands of the register of vendors the one about what they are owed."""
    group.command("renewals")(renewals)


def renewals(within: Within = None, on: On = None, org: Org = None, as_json: AsJson = False) -> None:
    """Say by when notice must be given on each contract, what to renew, and what that saves."""
    by = operator(org)
    found = vendors.renewals(by=by, on=day_meant(on, by))
    document = vendors.renewals_document(found, within)
    if as_json:
        typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        _tell(document)


def _tell(document: dict[str, Any]) -> None:
    currency, listed = document["currency"], document["renewals"]
    console = _console()
    console.print(_title(document), style="bold", highlight=False)
    if listed:
        table = _table()
        for one in listed:
            table.add_row(*_cells(one, currency))
        console.print(table)
    missing = sum(bool(one["unknown"]) for one in listed)
    if missing:
        console.print(f"{missing} without a notice date: start, term and notice period are enough.")


def _title(document: dict[str, Any]) -> str:
    count, currency = document["contracts"], document["currency"]
    title = f"{count} contract{'' if count == 1 else 's'}"
    if document["price_year"] is not None:
        title += f", {_money(document['price_year'], currency)} a year"
    if document["owed"] is not None:
        title += f"; {_money(document['owed'], currency)} owed even with notice on everything today"
    return title


def _cells(one: dict[str, Any], currency: str) -> tuple[str, ...]:
    seats = one["seats"]
    return (
        _day(one["notice_by"]) or "not known",
        f"{one['name']} ({one['contract']})",
        one["vendor_name"] or "",
        "" if not seats or seats["paid"] is None else f"{_number(seats['needed'])} of {seats['paid']}",
        _money(one["price_year"], currency),
        one["renew"],
        _money(one["saves_year"], currency),
    )


def _number(count: float | None) -> str:
    return "?" if count is None else f"{count:g}"


def _day(text: str | None) -> str:
    return "" if text is None else f"{date.fromisoformat(text):%a %d %b %Y}"


def _money(text: str | None, currency: str) -> str:
    return "" if text is None else words(Decimal(text), currency)


def _table() -> "Table":
    from rich.table import Table  # noqa: PLC0415  who asks for JSON does not wait for drawing

    table = Table(box=None)
    for heading in _HEADINGS:
        table.add_column(heading, justify="right" if heading in {"A year", "Saves a year"} else "left")
    return table


def _console() -> "Console":
    from rich.console import Console  # noqa: PLC0415  as above

    return Console()
