"""`fullscore budget forecast`: what 1, 3 or 5 fiscal years cost, from what is known."""

import json
from typing import Annotated, Any

import typer

from fullscore.cli.estate import On, day_meant
from fullscore.cli.risk import money
from fullscore.cli.settings import AsJson, Org
from fullscore.usecases import budget
from fullscore.usecases.host import operator

Years = Annotated[int, typer.Option("--years", help="1, 3 or 5 fiscal years.")]
Smooth = Annotated[bool, typer.Option("--smooth", help="Pull replacements forward into even cohorts.")]
_MOST = 5


def forecast(
    years: Years = 5, smooth: Smooth = False, on: On = None, org: Org = None, as_json: AsJson = False
) -> None:
    """Say what the fiscal years to come cost, what for, and what nobody knows the price of."""
    by = operator(org)
    found = budget.forecast(by=by, on=day_meant(on, by), years=years, is_smoothed=smooth)
    document: Any = budget.forecast_document(found)
    if as_json:
        typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        _tell(document)


def _tell(found: dict[str, Any]) -> None:
    currency = found["currency"]
    typer.echo(f"{found['title']}.")
    for span in found["spans"]:
        year = str(span["year"]) if span["is_whole"] else f"rest of {span['year']}"
        key = str(span["year"]) if span["is_whole"] else "rest"
        purposes = ", ".join(
            f"{each['key']} {money(each['amounts'][key], currency)}" for each in found["by"]["purpose"]
        )
        typer.echo(
            f"  {year}: {money(span['amount'], currency)} ({purposes})" if purposes else f"  {year}: 0"
        )
    for each in sorted(found["parts"], key=lambda one: -float(one["total"]))[:_MOST]:
        typer.echo(f"  {money(each['total'], currency)}  {each['name']} ({each['kind']})")
    if found["effect"]["moved"]:
        typer.echo(found["effect"]["sentence"])
    for each in found["unknown"]:
        typer.echo(f"not known: {each['sentence']}")
