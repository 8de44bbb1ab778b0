"""`fullscore doctor`: the checks as a list for people, or as one document."""

import json
from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from fullscore.usecases import host
from fullscore.usecases.host import Check, State

MARKS = {State.OK: ("ok", "green"), State.WARNING: ("warning", "yellow"), State.FAILED: ("failed", "red")}


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")] = False,
) -> None:
    """Check this installation and say what to do; exit 1 when something has failed."""
    checks = host.examine(now=datetime.now(UTC))
    if as_json:
        typer.echo(json.dumps(_document(checks), ensure_ascii=False, indent=2))
    else:
        _show(checks)
    if any(check.state is State.FAILED for check in checks):
        raise typer.Exit(1)


def _document(checks: tuple[Check, ...]) -> dict[str, object]:
    counts = {state.value: sum(check.state is state for check in checks) for state in State}
    rows = [
        {"name": check.name, "state": check.state.value, "seen": check.seen, "do": check.do}
        for check in checks
    ]
    return {"schema": "fullscore/doctor/1", "counts": counts, "checks": rows}


def _show(checks: tuple[Check, ...]) -> None:
    console = Console(highlight=False, soft_wrap=True)
    for check in checks:
        word, colour = MARKS[check.state]
        console.print(Text.assemble((f"{word:8}", colour), (f"{check.name:20}", "bold"), check.seen))
        if check.do is not None:
            console.print(Text(f"{'':28}→ {check.do}"))
