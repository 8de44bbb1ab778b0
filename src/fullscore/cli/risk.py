"""`fullscore risk simulate`: what a year may cost, and how bad the worst of ten and of a hundred are."""

import json
from decimal import Decimal
from typing import Annotated, Any

import typer

from fullscore.cli.estate import On, day_meant
from fullscore.cli.settings import AsJson, Org
from fullscore.engine.money.amounts import words
from fullscore.usecases import risk
from fullscore.usecases.host import operator

group = typer.Typer(no_args_is_help=True, help="What may happen, and what it costs a year.")
Seed = Annotated[int, typer.Option("--seed", min=0, max=2**31 - 1, help="Other years by chance.")]


def mount(app: typer.Typer) -> None:
    """Give `app` the commands about risk."""
    app.add_typer(group, name="risk")


@group.callback()
def about() -> None:
    """Keep `simulate` a command of its own."""


@group.command()
def simulate(seed: Seed = risk.SEED, on: On = None, org: Org = None, as_json: AsJson = False) -> None:
    """Simulate years of losses until their mean is known well enough."""
    by = operator(org)
    found = risk.simulate(by=by, on=day_meant(on, by), seed=seed, watch=watch(as_json=as_json))
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        _tell(found)


def watch(*, as_json: bool) -> risk.Watch:
    """Return who says on standard error how far it is, unless a machine listens."""
    return risk.ALONE if as_json else risk.Watch(progress=_Said())


class _Said:
    """Says each new step once, and every further word of it."""

    def __init__(self) -> None:
        self.last = ("", "")

    def __call__(self, level: str, value: str) -> None:
        if (level, value) != self.last:
            self.last = (level, value)
            typer.echo(f"{level} {value}".rstrip(), err=True)


def _tell(found: dict[str, Any]) -> None:
    currency = found["currency"]
    typer.echo(f"A year is expected to cost {money(found['expected'], currency)}.")
    tell_bad(found, currency)
    if found["after_insurance"]:
        typer.echo("After insurance:")
        tell_bad(found["after_insurance"], currency)
    for each in found["scenarios"]:
        assumed = ", an assumption to replace" if each["is_assumed"] else ""
        typer.echo(f"  {each['name']}: {money(each['mean'], currency)} a year{assumed}")
    for each in found["tolerances"]:
        kept = "kept" if each["is_kept_net"] else "not kept"
        typer.echo(
            f"{each['name']}, {money(each['amount'], currency)} in one year of {each['years']}: {kept}"
        )
    for each in found["findings"]:
        typer.echo(each["sentence"])
    precise = "" if found["is_precise"] else ", its mean not yet within 2 %"
    typer.echo(f"{found['years']:,} years, seed {found['seed']}{precise}.")


def tell_bad(found: dict[str, Any], currency: str) -> None:
    """Say the mean with its error and what bad years cost."""
    if found["mean"] is None:
        return
    typer.echo(f"  mean {money(found['mean'], currency)}, give or take {money(found['error'], currency)}")
    for each in found["points"]:
        low, high = money(each["low"], currency), money(each["high"], currency)
        typer.echo(f"  1 year in {each['one_in']}: {money(each['value'], currency)} ({low} to {high})")


def money(text: str, currency: str) -> str:
    """Return an amount of a document as people read it."""
    return words(Decimal(text), currency)
