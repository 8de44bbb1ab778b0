"""`fullscore goals …`: kept plans listed, compared, accepted, ordered and shared."""

from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Annotated

import typer

from fullscore.cli.goals import telling
from fullscore.cli.goals.planning import On, Xlsx, day_of
from fullscore.cli.settings import AsJson, Org
from fullscore.usecases import goals
from fullscore.usecases.goals import KeptWhole, documents
from fullscore.usecases.host import operator

Ref = Annotated[str, typer.Argument(help="The plan, such as g-1.")]
Requirement = Annotated[str, typer.Argument(help="The item's ref, or the order's id in the plan.")]
Site = Annotated[
    str, typer.Option(envvar="FULLSCORE_SITE", help="Where the pages are; the link begins with it.")
]

group = typer.Typer(no_args_is_help=True, help="Kept plans: compare, accept, order, share.")


def mount(app: typer.Typer) -> None:
    """Give `app` the commands about kept plans."""
    app.add_typer(group, name="goals")


@group.command("list")
def list_plans(on: On = None, org: Org = None, as_json: AsJson = False) -> None:
    """List the kept plans, newest first."""
    by = operator(org)
    kept = goals.kept_plans(by=by)
    if as_json:
        telling.as_json(documents.plans_document(kept, goals.to_order(by=by, on=day_of(on, by))))
    else:
        telling.plans(kept)


@group.command()
def show(ref: Ref, org: Org = None, as_json: AsJson = False, xlsx: Xlsx = None) -> None:
    """Show a plan as it was kept, and where its orders stand."""
    whole = goals.kept_plan(by=operator(org), ref=ref)
    if xlsx is not None:
        xlsx.write_bytes(goals.workbook(whole.shown.content))
    if as_json:
        telling.as_json(documents.kept_document(whole))
        return
    typer.echo(f"{whole.plan.ref}, {whole.plan.state}: {whole.plan.sentence}")
    telling.plan(whole.shown.content)
    telling.orders(whole.lines)


@group.command()
def compare(ref: Ref, on: On = None, org: Org = None, as_json: AsJson = False) -> None:
    """Plan a kept goal again and say what has changed since, and why."""
    by = operator(org)
    made = goals.replan(by=by, ref=ref, on=day_of(on, by))
    if as_json:
        telling.as_json(made.content)
        return
    telling.plan(made.content)
    telling.changes(made.content)


@group.command("what-if")
def what_if(
    sentence: Annotated[str, typer.Argument(help="What the business might want, in one sentence.")],
    on: On = None,
    org: Org = None,
    as_json: AsJson = False,
) -> None:
    """Plan a goal beside the accepted plans, and say what all costs without and with it; keeps nothing."""
    by = operator(org)
    found = goals.what_if(by=by, sentence=sentence, on=day_of(on, by))
    if as_json:
        telling.as_json(documents.what_if_document(found))
        return
    telling.plan(found.shown.content)
    for words, sums in (("Without it", found.without), ("With it", found.with_it)):
        least = "" if sums.is_complete else "at least "
        typer.echo(f"{words}: {least}{sums.cost_once} once, {least}{sums.cost_year} a year.")


@group.command()
def accept(ref: Ref, on: On = None, org: Org = None, as_json: AsJson = False) -> None:
    """Accept a plan: what it asks for becomes orders to place."""
    by = operator(org)
    day = day_of(on, by)
    _say(goals.accept_plan(by=by, ref=ref, version=None, on=day, now=_now()), as_json=as_json)


@group.command()
def withdraw(ref: Ref, on: On = None, org: Org = None, as_json: AsJson = False) -> None:
    """Take an acceptance back; what was ordered stays ordered."""
    by = operator(org)
    day = day_of(on, by)
    _say(goals.withdraw_plan(by=by, ref=ref, version=None, on=day, now=_now()), as_json=as_json)


@group.command()
def priority(
    ref: Ref,
    rank: Annotated[int, typer.Argument(help="1 is served first, 9 last, where stock is short.")],
    on: On = None,
    org: Org = None,
    as_json: AsJson = False,
) -> None:
    """Serve a plan earlier or later than others that need the same on one day."""
    by = operator(org)
    day = day_of(on, by)
    done = goals.set_priority(by=by, ref=ref, priority=rank, version=None, on=day, now=_now())
    _say(done, as_json=as_json)


@group.command()
def order(
    ref: Ref,
    requirement: Requirement,
    quantity: Annotated[str | None, typer.Option(help="How many; without it all of them.")] = None,
    due: Annotated[str | None, typer.Option(help="When they come; without it by the lead time.")] = None,
    on: On = None,
    org: Org = None,
    as_json: AsJson = False,
) -> None:
    """Place one order of an accepted plan: a purchase order is kept."""
    by = operator(org)
    goals.order_requirement(
        by=by, ref=ref, requirement=requirement, ordered_on=day_of(on, by),
        due_on=day_of(due, by) if due else None, quantity=_number(quantity), now=_now(),
    )  # fmt: skip
    _say(goals.kept_plan(by=by, ref=ref), as_json=as_json)


@group.command()
def cancel(ref: Ref, requirement: Requirement, org: Org = None, as_json: AsJson = False) -> None:
    """Take an order back: it is to place again."""
    by = operator(org)
    goals.cancel_order(by=by, ref=ref, requirement=requirement, now=_now())
    _say(goals.kept_plan(by=by, ref=ref), as_json=as_json)


@group.command("to-order")
def to_order(on: On = None, org: Org = None, as_json: AsJson = False) -> None:
    """Say what accepted plans still ask to be ordered, and what cannot wait."""
    by = operator(org)
    found = goals.to_order(by=by, on=day_of(on, by))
    if as_json:
        telling.as_json(documents.plans_document(goals.kept_plans(by=by), found))
    else:
        telling.to_order(found)


@group.command()
def share(
    ref: Ref,
    days: Annotated[int, typer.Option(help="How long the link lives, 1 to 90.")] = 14,
    org: Org = None,
    site: Site = "",
    as_json: AsJson = False,
) -> None:
    """Print a read-only link to a plan, this once."""
    made = goals.share_plan(by=operator(org), ref=ref, days=days, now=_now())
    address = site.rstrip("/") + made.path
    if as_json:
        telling.as_json(documents.link_document(made, address))
    else:
        typer.echo(f"{address}\nIt shows the plan until {made.expires_at:%Y-%m-%d %H:%M} UTC.")


def _say(whole: KeptWhole, *, as_json: bool) -> None:
    if as_json:
        telling.as_json(documents.kept_document(whole))
        return
    typer.echo(f"{whole.plan.ref} is {whole.plan.state}.")
    telling.orders(whole.lines)


def _number(text: str | None) -> Decimal | None:
    if text is None:
        return None
    try:
        found = Decimal(text)
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite():
        raise typer.BadParameter(f"'{text}' is not a number.")
    return found


def _now() -> datetime:
    return datetime.now(UTC)
