"""`fullscore changes add|show|ask|agree|object|decide|begin|finish|…`: the life of one change."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated

import typer

from fullscore.cli.estate import On, day_meant
from fullscore.cli.settings import AsJson, Org
from fullscore.engine.changes.states import Act
from fullscore.usecases.changes import living
from fullscore.usecases.changes.living import Done
from fullscore.usecases.host import operator

Ref = Annotated[str, typer.Argument(help="The change's ref.")]
Given = Annotated[
    list[str],
    typer.Argument(help="field=words, such as touches='Firewall HQ: down', likely_hours='1 h 30 min'."),
]
Who = Annotated[str, typer.Argument(help="The ref of the person who was asked.")]
Why = Annotated[str, typer.Option("--reason", help="Their reason.")]
Day = Annotated[str, typer.Option("--day", help="The day it was, where it was not just now.")]
At = Annotated[str, typer.Option("--at", help="The time it was, such as 22:10.")]


def add_to(group: typer.Typer) -> None:
    """Give the commands of the register of changes those of their life."""
    group.command("add")(add)
    group.command("write")(write)
    group.command("show")(show)
    group.command("ask")(ask)
    group.command("agree")(agree)
    group.command("object")(objects)
    group.command("decide")(decide)
    group.command("tick")(tick)
    group.command("before")(before)
    for word, doing, about in _ACTS:
        group.command(word, help=about)(_acting(doing))


_ACTS = (
    ("begin", Act.BEGIN, "Note that a change has begun."),
    ("finish", Act.FINISH, "Note that a change is done."),
    ("roll-back", Act.ROLL_BACK, "Note that a change was rolled back."),
    ("abandon", Act.ABANDON, "Give a change up."),
    ("again", Act.AGAIN, "Take a change up again."),
)


def add(given: Given, on: On = None, org: Org = None, as_json: AsJson = False) -> None:
    """Write a change down in plain words, each as field=words."""
    by = operator(org)
    done = living.add(by=by, given=dict(_pair(one) for one in given), now=datetime.now(UTC))
    show(done.ref, on=on, org=org, as_json=as_json)


def write(ref: Ref, given: Given, on: On = None, org: Org = None, as_json: AsJson = False) -> None:
    """Change what is written of a change; lines replace those that were there."""
    by = operator(org)
    done = living.change(
        by=by, ref=ref, given=dict(_pair(one) for one in given), version=None, on=day_meant(on, by),
        now=datetime.now(UTC),
    )  # fmt: skip
    show(done.ref, on=on, org=org, as_json=as_json)


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise typer.BadParameter(f"'{text}' has no '='. Write field=words.")
    return name.strip(), value


def show(ref: Ref, on: On = None, org: Org = None, as_json: AsJson = False) -> None:
    """Show one change: what it disturbs, who must agree, its risk and its steps."""
    by = operator(org)
    found = living.whole(by=by, ref=ref, on=day_meant(on, by))
    if as_json:
        _print(living.change_document(found))
        return
    typer.echo(f"{found.ref}, {found.stage.value}, risk {found.risk}")
    typer.echo(living.text(found))
    for one in found.asking:
        typer.echo(f"{one.name}: {one.answer or 'not asked'}{f' ({one.reason})' if one.reason else ''}")
    for step in found.steps:
        typer.echo(f"[{'x' if step.is_done else ' '}] {step.text} ({step.ref})")


def ask(ref: Ref, on: On = None, org: Org = None, as_json: AsJson = False) -> None:
    """Ask the owners of what a change affects."""
    by = operator(org)
    done = living.ask(by=by, ref=ref, version=None, on=day_meant(on, by), now=datetime.now(UTC))
    _tell(done, as_json=as_json)
    if not as_json and done.not_mailed:
        typer.echo(f"No mail went to: {', '.join(done.not_mailed)}. Their links are on the page.")


def agree(
    ref: Ref, person: Who, reason: Why = "", on: On = None, org: Org = None, as_json: AsJson = False
) -> None:
    """Note that somebody agrees."""
    _answer(ref, person, "agreed", reason, on, org, as_json=as_json)


def objects(
    ref: Ref, person: Who, reason: Why = "", on: On = None, org: Org = None, as_json: AsJson = False
) -> None:
    """Note that somebody objects, with --reason."""
    _answer(ref, person, "objected", reason, on, org, as_json=as_json)


def _answer(
    ref: str, person: str, said: str, reason: str, on: str | None, org: str | None, *, as_json: bool
) -> None:
    by = operator(org)
    done = living.answer(
        by=by, ref=ref, person=person, said=said, reason=reason, on=day_meant(on, by), now=datetime.now(UTC)
    )
    _tell(done, as_json=as_json)


def decide(
    ref: Ref,
    outcome: Annotated[str, typer.Argument(help="approved or declined.")],
    reason: Why = "",
    decided_by: Annotated[str, typer.Option("--by", help="Who decided.")] = "",
    on: On = None,
    org: Org = None,
    as_json: AsJson = False,
) -> None:
    """Go ahead although somebody has not agreed, or give it up; kept among the decisions."""
    by = operator(org)
    done = living.decide(
        by=by, ref=ref, outcome=outcome, decided_by=decided_by, reason=reason, version=None,
        on=day_meant(on, by), now=datetime.now(UTC),
    )  # fmt: skip
    _tell(done, as_json=as_json)


def tick(
    ref: Ref,
    step: Annotated[str, typer.Argument(help="The step's ref.")],
    undo: Annotated[bool, typer.Option("--undo", help="Take the tick away.")] = False,
    on: On = None,
    org: Org = None,
    as_json: AsJson = False,
) -> None:
    """Tick one step off."""
    by = operator(org)
    done = living.tick(
        by=by, ref=ref, step=step, is_done=not undo, version=None, on=day_meant(on, by), now=datetime.now(UTC)
    )
    _tell(done, as_json=as_json)


def before(
    node: Annotated[str, typer.Argument(help="services:crm, items:fw-1; without a register: a service.")],
    days: Annotated[int, typer.Option(min=1, max=366)] = 14,
    org: Org = None,
    as_json: AsJson = False,
) -> None:
    """Say what was worked on just before, on a service or anything it rests on."""
    register, sign, ref = node.partition(":")
    register, ref = (register, ref) if sign else ("services", node)
    found = living.before(
        by=operator(org), register=register, ref=ref, now=datetime.now(UTC), days=days
    )  # fmt: skip
    if as_json:
        _print(living.before_document(register, ref, days, found))
        return
    for one in found:
        typer.echo(f"{one.begun_at:%Y-%m-%d %H:%M} UTC  {one.name} ({one.ref}), {one.state}")
    if not found:
        typer.echo(f"Nothing was worked on in {days} days.")


def _acting(doing: Act) -> Callable[..., None]:
    def command(
        ref: Ref, day: Day = "", at: At = "", on: On = None, org: Org = None, as_json: AsJson = False
    ) -> None:
        by = operator(org)
        done = living.act(
            by=by, ref=ref, doing=doing, version=None, on=day_meant(on, by), now=datetime.now(UTC), day=day,
            at=at,
        )  # fmt: skip
        _tell(done, as_json=as_json)

    return command


def _tell(done: Done, *, as_json: bool) -> None:
    if as_json:
        _print(living.done_document(done))
    else:
        typer.echo(f"{done.name} is {done.state}.")


def _print(document: dict[str, object]) -> None:
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
