"""`fullscore plan SENTENCE`: what a goal asks of IT, by when, for how much."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from django.conf import settings

from fullscore.cli.goals import telling
from fullscore.cli.settings import AsJson, Org
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member
from fullscore.usecases import goals
from fullscore.usecases.host import operator
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.settings.organisation import settings_of

On = Annotated[str | None, typer.Option("--on", help="Plan as if it were this day, 2026-11-23.")]
Save = Annotated[bool, typer.Option("--save", help="Keep the plan as a draft; `fullscore goals` lists it.")]
Xlsx = Annotated[Path | None, typer.Option("--xlsx", help="Write the plan to this workbook as well.")]


def mount(app: typer.Typer) -> None:
    """Give `app` the command `plan`."""
    app.command("plan")(plan)


def plan(
    sentence: Annotated[str, typer.Argument(help="What the business wants, in one sentence.")],
    on: On = None,
    org: Org = None,
    as_json: AsJson = False,
    save: Save = False,
    xlsx: Xlsx = None,
) -> None:
    """Say what a goal asks of IT: what to order, by when, for how much, and why."""
    by = operator(org)
    day = day_of(on, by)
    if save:
        now = datetime.now(UTC)
        content = goals.keep_plan(by=by, sentence=sentence, on=day, now=now).shown.content
    else:
        content = goals.plan_goal(by=by, sentence=sentence, on=day).content
    if xlsx is not None:
        xlsx.write_bytes(goals.workbook(content))
    if as_json:
        telling.as_json(content)
        return
    telling.plan(content)
    if save:
        typer.echo(f"Kept as {content['kept']}.")


def day_of(text: str | None, by: Member) -> date:
    """Return the day meant; without one the day it is in the organisation's zone."""
    if text is None:
        fixed: date | None = settings.ON
        return fixed or datetime.now(UTC).astimezone(ZoneInfo(settings_of(by=by).zone)).date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RefusedError(
            Finding("day-not-understood", Subject("goals", "on"), {"said": text[:64]})
        ) from None
