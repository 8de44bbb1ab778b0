"""`fullscore budget forecast|year|next|confirm|choose|cut|frontier|case|pin`: a year, and the best use."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

import typer

from fullscore.cli.estate import On, day_meant
from fullscore.cli.forecast import forecast
from fullscore.cli.risk import money, watch
from fullscore.cli.settings import AsJson, Org
from fullscore.engine.findings.trace import Trace, plain_value
from fullscore.usecases import budget
from fullscore.usecases.host import operator

group = typer.Typer(no_args_is_help=True, help="The best use of the money, and what a cut would lose.")
Amount = Annotated[str, typer.Argument(help="So much, such as 20000.")]
More = Annotated[bool, typer.Option("--more", help="So much more instead of less.")]
Year = Annotated[int, typer.Option("--year", min=0, max=20, help="Which year: 0 is the first.")]
Limit = Annotated[float, typer.Option("--limit", min=1, max=600, help="Seconds to look for better.")]
Proposal = Annotated[str, typer.Argument(help="The proposal's ref.")]
Option = Annotated[str, typer.Argument(help="The option's ref.")]
Pin = Annotated[str, typer.Argument(help="pinned, forbidden or free.")]
Fiscal = Annotated[int | None, typer.Argument(help="The calendar year a fiscal year ends in; else this one.")]
Following = Annotated[int | None, typer.Option("--year", help="Another year than the one to come.")]
Rows = Annotated[list[str], typer.Argument(help="Rows of the proposal, such as contracts:crm or lines:mail.")]
LineRef = Annotated[str, typer.Argument(help="The line's ref.")]


def mount(app: typer.Typer) -> None:
    """Give `app` the commands about the budget."""
    app.add_typer(group, name="budget")


group.command()(forecast)


@group.command("year")
def one_year(number: Fiscal = None, on: On = None, org: Org = None, as_json: AsJson = False) -> None:
    """Say what a fiscal year was planned for, is bound to, was billed and is expected to cost."""
    by = operator(org)
    found = budget.year_document(budget.year_of(by=by, on=day_meant(on, by), number=number))
    _print(found) if as_json else _tell_year(found)


@group.command("figure")
def one_figure(
    measure: Annotated[str, typer.Argument(help="planned, committed, forecast, actual or last.")],
    number: Fiscal = None,
    row: Annotated[str, typer.Option("--row", help="Of one row: lines:crm.")] = "",
    month: Annotated[int | None, typer.Option("--month", min=0, max=11, help="Of one month from 0.")] = None,
    on: On = None, org: Org = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Open one figure of a year to the sum it comes from."""
    by, home = operator(org), budget.home_of(row) if row else None
    found, trace = budget.figure(
        by=by, on=day_meant(on, by), number=number, home=home, measure=measure, month=month
    )
    _print(budget.figure_document(found, trace)) if as_json else _tell_trace(trace, found.currency)


@group.command("next")
def following(number: Following = None, on: On = None, org: Org = None, as_json: AsJson = False) -> None:
    """Say what each line of the year to come is proposed to cost, and why."""
    by = operator(org)
    found = budget.proposal_document(*budget.next_year(by=by, on=day_meant(on, by), number=number))
    _print(found) if as_json else _tell_proposal(found)


@group.command()
def confirm(
    rows: Rows, number: Following = None, on: On = None, org: Org = None, as_json: AsJson = False
) -> None:
    """Say yes to what is proposed for these rows: it becomes their plan."""
    by = operator(org)
    done = budget.confirm(
        by=by, homes=[budget.home_of(each) for each in rows], number=number, on=day_meant(on, by),
        now=datetime.now(UTC),
    )  # fmt: skip
    words = f"{money(str(done.amount), done.currency)} planned for {done.year}."
    _print(budget.confirmed_document(done)) if as_json else typer.echo(words)


@group.command("take-back")
def unconfirm(
    line: LineRef, number: Following = None, on: On = None, org: Org = None, as_json: AsJson = False
) -> None:
    """Put away what is planned for a line in a year."""
    by = operator(org)
    done = budget.unconfirm(by=by, line=line, number=number, on=day_meant(on, by), now=datetime.now(UTC))
    words = f"{money(str(done.amount), done.currency)} of {done.year} put away."
    _print(budget.confirmed_document(done)) if as_json else typer.echo(words)


@group.command()
def choose(limit: Limit = budget.LIMIT, on: On = None, org: Org = None, as_json: AsJson = False) -> None:
    """Say what to do with the money there is, why, and what is nearly as good."""
    by = operator(org)
    found = budget.choose(by=by, on=day_meant(on, by), limit=limit, watch=watch(as_json=as_json))
    _print(found) if as_json else _tell_choice(found)


@group.command()
def cut(
    amount: Amount, more: More = False, year: Year = 0, limit: Limit = budget.LIMIT, on: On = None,
    org: Org = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Say what falls out when a year has so much less, and what that loses; or what more would bring."""
    by = operator(org)
    found = budget.cut(
        by=by, on=day_meant(on, by), amount=_amount(amount), is_more=more, year=year, limit=limit,
        watch=watch(as_json=as_json),
    )  # fmt: skip
    _print(found) if as_json else _tell_cut(found)


@group.command()
def frontier(
    year: Year = 0, limit: Limit = budget.LIMIT, on: On = None, org: Org = None, as_json: AsJson = False
) -> None:
    """Say what each budget of a year brings at best."""
    by = operator(org)
    found = budget.frontier(by=by, on=day_meant(on, by), year=year, limit=limit, watch=watch(as_json=as_json))
    _print(found) if as_json else _tell_frontier(found)


@group.command()
def case(proposal: Proposal, on: On = None, org: Org = None, as_json: AsJson = False) -> None:
    """Say what each way to do a proposal costs and brings over five years, and what must be true for it."""
    by = operator(org)
    found = budget.case(
        by=by, ref=proposal, on=day_meant(on, by), is_simulated=True, watch=watch(as_json=as_json)
    )
    _print(found) if as_json else _tell_case(found)


@group.command()
def pin(option: Option, wanted: Pin, on: On = None, org: Org = None, as_json: AsJson = False) -> None:
    """Pin an option, forbid it, or let it go."""
    by = operator(org)
    done = budget.pin(
        by=by, ref=option, pin=wanted, version=None, on=day_meant(on, by), now=datetime.now(UTC)
    )
    if as_json:
        _print(budget.pinned_document(done))
    else:
        typer.echo(f"{done.name} is {done.pin}.")


def _amount(text: str) -> Decimal:
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        raise typer.BadParameter(f"'{text}' is no amount. Write it as 20000.") from None


def _print(document: Mapping[str, Any]) -> None:
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2))


_MEASURES = {
    "planned": "planned", "committed": "contracts", "forecast": "forecast", "actual": "billed",
    "last": "last year",
}  # fmt: skip


def _tell_year(found: Mapping[str, Any]) -> None:
    currency = found["currency"]
    for row in (*found["rows"], {"name": f"{found['year']} in all", "totals": found["totals"]}):
        known = ((name, row["totals"][measure]) for measure, name in _MEASURES.items())
        typer.echo(f"{row['name']}: {_known(known, currency)}")
    for each in found["findings"]:
        typer.echo(each["sentence"])


def _known(figures: Iterable[tuple[str, str | None]], currency: str) -> str:
    told = (f"{name} {money(amount, currency)}" for name, amount in figures if amount is not None)
    return ", ".join(told) or "nothing known"


def _tell_trace(trace: Trace, currency: str, depth: int = 0) -> None:
    row = trace.row
    where = f" ({row.file}, line {row.line})" if row and row.file else ""
    amount = trace.value
    value = money(str(amount), currency) if isinstance(amount, Decimal) else str(plain_value(amount))
    typer.echo(f"{'  ' * depth}{value} {trace.note or trace.op or ''}{where}".rstrip())
    for each in trace.args:
        _tell_trace(each, currency, depth + 1)


_WHY = {"due": "contracts and plans", "this year": "as this year", "nobody": "nobody has said"}


def _tell_proposal(found: Mapping[str, Any]) -> None:
    currency = found["currency"]
    for row in found["rows"]:
        known = (
            ("proposed", row["amount"]),
            ("this year", row["this_year"]),
            ("confirmed", row["confirmed"]),
        )
        typer.echo(
            f"{row['register']}:{row['ref']} {row['name']}: {_known(known, currency)}; {_WHY[row['why']]}"
        )


def _tell_choice(found: dict[str, Any]) -> None:
    currency = found["currency"]
    if found["clash"]:
        typer.echo("Nothing can be chosen: these rules clash.")
        for rule in found["clash"]["rules"]:
            typer.echo(f"  {rule['sentence']}")
        return
    if found["value"] is None:
        typer.echo("The time was up before anything was found; --limit gives it more.")
        return
    spends = ", ".join(
        f"{money(amount, currency)} in {year}"
        for amount, year in zip(found["spends"], found["years"], strict=True)
    )
    typer.echo(f"It spends {spends}.")
    earned, saved, loss, now = (
        money(found[name], currency) for name in ("goal_value", "cost_avoided", "loss", "loss_now")
    )
    typer.echo(f"A year earns {earned}, saves {saved} and is expected to lose {loss} instead of {now}.")
    for each in found["proposals"]:
        way = f" ({each['option']['name']}, from {each['option']['starts_in']})" if each["is_in"] else ""
        typer.echo(f"{'in ' if each['is_in'] else 'out'} {each['name']}{way}: {each['sentence']}")
    for each in (*found["prices"], *found["findings"]):
        typer.echo(each["sentence"])
    typer.echo(_proof(found))


def _proof(found: dict[str, Any]) -> str:
    tail = found["tail"]
    if tail and tail["shown"]:
        return f"The best of {tail['count']} examined that keep a bad year within what you set."
    if found["status"] == "proven":
        return "No better choice exists under your limits."
    return "The best found in the time; a better one may exist."


def _tell_cut(found: dict[str, Any]) -> None:
    currency = found["currency"]
    for rule in found["clash"]["rules"] if found["clash"] else ():
        typer.echo(rule["sentence"])
    side = ("more", "gained", "spent") if found["is_more"] else ("less", "lost", "saved")
    typer.echo(
        f"{money(found['amount'], currency)} {side[0]} in {found['year']}: {money(found[side[1]], currency)} "
        f"a year {side[1]}, {money(found[side[2]], currency)} {side[2]}."
    )
    for line in found["lines"]:
        typer.echo(f"  {line['name']} {line['how']}: {money(line['lost'], currency)} a year")
    for each in found["kept"]:
        typer.echo(f"  {each['sentence']}")


def _tell_frontier(found: dict[str, Any]) -> None:
    currency = found["currency"]
    for each in found["points"]:
        plan = "  <- the plan" if each["is_plan"] else ""
        typer.echo(f"{money(each['spend'], currency)} brings {money(each['value'], currency)} a year{plan}")
    for amount in found["impossible"]:
        typer.echo(f"{money(amount, currency)} is too little for what must be done.")


def _tell_case(found: dict[str, Any]) -> None:
    currency = found["currency"]
    for each in found["options"]:
        best = "  <- best" if each["ref"] == found["best"] else ""
        paid = each["payback"]
        back = "not paid back" if paid is None else f"paid back in {paid:g} years"
        cost, worth = money(each["total"], currency), money(each["npv"], currency)
        years = len(found["years"])
        typer.echo(f"{each['name']}: costs {cost} over {years} years, is worth {worth} today, {back}{best}")
        for line in each["must_be_true"]:
            typer.echo(f"    must be true: {line}")
