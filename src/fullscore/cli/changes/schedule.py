"""`fullscore changes schedule`: dates for all open changes, and why each lies where it does."""

import json
from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from fullscore.cli.estate import On, day_meant
from fullscore.cli.settings import AsJson, Org
from fullscore.usecases import changes
from fullscore.usecases.host import operator

Limit = Annotated[float, typer.Option("--limit", help="Seconds to look for better dates, 1 to 600.")]
Keep = Annotated[bool, typer.Option("--keep", help="Write the dates into the changes.")]
Yes = Annotated[bool, typer.Option("--yes", help="With --keep: also move dates that people were told.")]
NoChanges = Annotated[
    list[str] | None,
    typer.Option("--no-changes", help="What if nothing may change then: 2026-12-01..2026-12-31."),
]
Without = Annotated[
    list[str] | None,
    typer.Option("--without", help="What if this rule did not hold: freeze:stocktaking."),
]
_LEVELS = {
    "unplaced": "Changes without a date", "lateness": "Days late, each as dear as waiting is",
    "disturbed": "Hours of people at work that are disturbed", "moved": "Announced dates that move",
    "earliness": "Days until they begin, added up",
}  # fmt: skip


def add_to(group: typer.Typer) -> None:
    """Give the commands of the register of changes the one that finds dates."""
    group.command("schedule")(schedule)


def schedule(
    limit: Limit = changes.LIMIT,
    keep: Keep = False,
    yes: Yes = False,
    no_changes: NoChanges = None,
    without: Without = None,
    on: On = None,
    org: Org = None,
    as_json: AsJson = False,
) -> None:
    """Find dates for all open changes, with why, two others, and what stands against those without."""
    by, now = operator(org), datetime.now(UTC)
    asked = changes.asked_for(without or (), no_changes or ())
    day = day_meant(on, by)
    watch = changes.Watch(progress=_progress if not as_json else lambda _level, _value: None)
    found = changes.schedule(by=by, on=day, now=now, limit=limit, asked=asked, watch=watch)
    if keep:
        taken = changes.keep(by=by, document=found, on=day, now=now, is_confirmed=yes)
        found["taken"] = changes.taken_document(taken)
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        tell(found)


def _progress(level: str, value: str) -> None:
    typer.echo(f"{_LEVELS.get(level, level)} {value}".rstrip(), err=True)


def tell(found: dict[str, Any]) -> None:
    """Say dates and reasons in words."""
    typer.echo(f"{len(found['placed'])} with a date, {len(found['unplaced'])} without.")
    for each in found["placed"]:
        _tell_placed(each)
    for each in found["unplaced"]:
        tell_unplaced(each)
    for level in found["levels"]:
        proof = "no fewer is possible" if level["proven"] else f"not below {level['bound']}"
        typer.echo(f"{_LEVELS[level['name']]}: {level['value']} ({proof})")
    for said in (*found["findings"], *found.get("taken", {}).get("left", ())):
        typer.echo(said["sentence"])
    if found["is_cut"]:
        typer.echo("The time was up before everything was tried; --limit gives it more.")


def _tell_placed(each: dict[str, Any]) -> None:
    typer.echo(f"{moment(each['start'])}  {each['name']}{_who(each)}")
    for why in each["why"] or ():
        typer.echo(f"    Not earlier: {why['sentence']}")
    if each["alternatives"]:
        typer.echo(f"    Also: {', '.join(moment(at) for at in each['alternatives'])}")


def tell_unplaced(each: dict[str, Any]) -> None:
    """Say what leaves a change no date, and what would help."""
    typer.echo(f"{each['name']} has no date:")
    for rule in (*each["conflict"], *each["facts"]):
        typer.echo(f"    {rule['sentence']}")
    if each["others_stay"]:
        typer.echo("    It would have one if other changes gave way.")
    for repair in each["repairs"]:
        typer.echo(f"    {repair['rule']}: {repair['sentence']}")


def moment(text: str) -> str:
    """Return a moment as people write it, on the clock it carries."""
    return f"{datetime.fromisoformat(text):%a %d %b %Y %H:%M}"


def _who(each: dict[str, Any]) -> str:
    return f" ({', '.join(each['who'])})" if each["who"] else ""
