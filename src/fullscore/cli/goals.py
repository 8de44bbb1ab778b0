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
from fullscore.usecases.goals.planning import PlanDocument
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
    console.print(
        f"Understood as {understood['team_name']} from {understood['from']} to {understood['to']} people, "
        f"needed {understood['need_by']}.", style="dim",
    )  # fmt: skip
    console.print(*lines["answer"], style="bold", highlight=False)
    table = Table("Item", "Needed", "Free", "On order", "Keep back", "To order", "Order by", "Once", "A year")
    for one in (*lines["requirements"], *lines["covered"]):
        figures = (
            one["gross"],
            one["on_hand"],
            one["scheduled_receipts"],
            one["safety_stock"],
            one["quantity"],
        )
        money = (one.get("cost_once") or "–", one.get("cost_year") or "–")  # noqa: RUF001  as the page shows it
        table.add_row(one["name"], *map(str, figures), one.get("order_by", "enough"), *money)
    console.print(table)
    totals, least = lines["totals"], "" if lines["totals"]["complete"] else "at least "
    console.print(f"{least}{totals['cost_once']} once, {totals['cost_year']} a year, {lines['currency']}")
    for one in lines["findings"]:
        console.print(f"- {one['sentence']}", highlight=False)
