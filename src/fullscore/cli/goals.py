"""`fullscore plan SENTENCE`: what a goal asks of IT, by when, for how much."""

import json
from datetime import UTC, date, datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer
from django.conf import settings
from rich.console import Console
from rich.table import Table

from fullscore.cli.settings import AsJson, Org
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.usecases.goals import plan_goal
from fullscore.usecases.goals import PlanDocument
from fullscore.usecases.host import operator
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.settings.organisation import settings_of

On = Annotated[str | None, typer.Option("--on", help="Plan as if it were this day, 2026-11-23.")]
Save = Annotated[bool, typer.Option("--save", help="Keep the plan. Not possible yet: it is refused.")]


def mount(app: typer.Typer) -> None:
    """Give `app` the command `plan`."""
    app.command("plan")(plan)


def plan(
    sentence: Annotated[str, typer.Argument(help="What the business wants, in one sentence.")],
    on: On = None,
    org: Org = None,
    as_json: AsJson = False,
    save: Save = False,
) -> None:
    """Say what a goal asks of IT: what to order, by when, for how much, and why."""
    by = operator(org)
    if save:
        raise RefusedError(Finding("plan-not-kept-yet", Subject("goals", "save")))
    made = plan_goal(by=by, sentence=sentence, on=_day(on, settings_of(by=by).zone))
    if as_json:
        typer.echo(json.dumps(made.content, ensure_ascii=False, indent=2))
    else:
        _tell(made)


def _day(text: str | None, zone: str) -> date:
    if text is None:
        fixed: date | None = settings.ON
        return fixed or datetime.now(UTC).astimezone(ZoneInfo(zone)).date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RefusedError(
            Finding("day-not-understood", Subject("goals", "on"), {"said": text[:64]})
        ) from None


def _tell(made: PlanDocument) -> None:
    console, content = Console(), made.content
    lines: Any = content
    understood = lines["understood"]
    heads = f"{understood['from']} to {understood['to']} people, needed {_short(understood['need_by'])}"
    console.print(f"Understood as {understood['team_name']} from {heads}.", style="dim", highlight=False)
    console.print(" ".join(lines["answer"]), style="bold", highlight=False)
    console.print(_table(lines))
    totals, least = lines["totals"], "" if lines["totals"]["complete"] else "at least "
    amounts = f"{least}{totals['cost_once']} once, {least}{totals['cost_year']} a year"
    console.print(f"{amounts}, {lines['currency']}", highlight=False)
    for one in lines["findings"]:
        console.print(f"- {one['sentence']}", highlight=False)


def _table(lines: Any) -> Table:  # noqa: ANN401  the plan's own JSON
    table = Table("Item", box=None)
    for head in ("To order", "Order by", "Once", "A year"):
        table.add_column(head, justify="left" if head == "Order by" else "right", no_wrap=True)
    for one in lines["requirements"]:
        costs = (one["cost_once"] or "", one["cost_year"] or "")
        late = " (late)" if one["late"] else ""
        table.add_row(one["name"], f"{one['quantity']:g}", _short(one["order_by"]) + late, *costs)
    for one in lines["covered"]:
        table.add_row(one["name"], "0", "enough", "", "")
    return table


def _short(day: str) -> str:
    """Return a day as tables show it: Wed 25 Nov."""
    found = date.fromisoformat(day)
    return f"{found:%a} {found.day} {found:%b}"
