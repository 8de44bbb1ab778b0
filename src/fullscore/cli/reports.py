"""`fullscore reports board|hand-over|packs|issue|link`: packs made in this process, kept ones, and links."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from fullscore.cli.estate import On, day_meant
from fullscore.cli.settings import AsJson, Org
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.usecases import reports
from fullscore.usecases.host import operator
from fullscore.usecases.registers.values import RefusedError

group = typer.Typer(no_args_is_help=True, help="What an owner decides from: board packs and hand-overs.")
Out = Annotated[Path | None, typer.Option("--out", help="Where the PDF goes.")]
Slides = Annotated[Path | None, typer.Option("--pptx", help="Where the slides go.")]
Tables = Annotated[Path | None, typer.Option("--zip", help="Where the tables go, as CSV in a ZIP.")]
Paper = Annotated[str, typer.Option("--paper", help="letter or a4; else as the settings say.")]
Leave = Annotated[str, typer.Option("--leave-out", help="Sections to leave out, with commas between them.")]
Kind = Annotated[str, typer.Option("--kind", help="board or hand-over.")]
Number = Annotated[int, typer.Argument(min=1, help="The pack's number.")]
ToName = Annotated[str, typer.Option("--to", help="For whom the link is.")]
ToMail = Annotated[str, typer.Option("--mail", help="Their e-mail, to remember where it went.")]
Days = Annotated[int, typer.Option("--days", help="How long it lives, at most 90.")]


def mount(app: typer.Typer) -> None:
    """Give `app` the commands about packs."""
    app.add_typer(group, name="reports")


@group.command()
def board(
    out: Out = None, pptx: Slides = None, paper: Paper = "", leave_out: Leave = "", on: On = None,
    org: Org = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Make a board pack of today, or of --on, as PDF and slides; nothing is kept of it."""
    by = operator(org)
    left_out = frozenset(each.strip() for each in leave_out.split(",") if each.strip())
    with _telling(as_json=as_json) as tell:
        document = reports.made(
            by=by, kind="board", on=day_meant(on, by), now=datetime.now(UTC), left_out=left_out, progress=tell
        )
        _write(by, _papered(document, paper), {"pdf": out, "pptx": pptx}, tell)
    _tell(document, as_json=as_json, is_written=out is not None or pptx is not None)


@group.command("hand-over")
def hand_over(
    out: Out = None, tables: Tables = None, paper: Paper = "", on: On = None, org: Org = None,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Make what lets a stranger take over, as PDF and as a ZIP of CSV; nothing is kept of it."""
    by = operator(org)
    with _telling(as_json=as_json) as tell:
        document = reports.made(
            by=by, kind="hand-over", on=day_meant(on, by), now=datetime.now(UTC), progress=tell
        )
        _write(by, _papered(document, paper), {"pdf": out, "zip": tables}, tell)
    _tell(document, as_json=as_json, is_written=out is not None or tables is not None)


@group.command()
def packs(org: Org = None, as_json: AsJson = False) -> None:
    """List the packs that are kept, the newest first."""
    by = operator(org)
    found = reports.packs(by=by)
    if as_json:
        _print(reports.packs_document(by.organisation, found))
        return
    for each in found:
        name = "draft" if each.is_draft else str(each.number)
        decided = f", {each.decided} of {each.asks} decided" if each.asks else ""
        typer.echo(f"{each.kind} {name} of {each.on.isoformat()}: {each.state}{decided}")


@group.command()
def issue(
    kind: Kind = "board", leave_out: Leave = "", on: On = None, org: Org = None, as_json: AsJson = False
) -> None:
    """Issue the next pack: numbered, frozen with the data behind it, and kept."""
    by, now = operator(org), datetime.now(UTC)
    left_out = frozenset(each.strip() for each in leave_out.split(",") if each.strip())
    asked = reports.issue(by=by, kind=kind, on=day_meant(on, by), now=now, left_out=left_out)
    with _telling(as_json=as_json):
        reports.finish(by=by, kind=kind, number=asked.number, clock=lambda: datetime.now(UTC))
    made = reports.pack(by=by, kind=kind, number=asked.number)
    if made.state == "failed":
        raise RefusedError(Finding("pack-not-printed", Subject("reports", kind), {"why": made.error}))
    _print(reports.pack_document(by.organisation, made)) if as_json else typer.echo(
        f"{made.kind} pack {made.number} of {made.on.isoformat()} is {made.state}."
    )


@group.command()
def link(
    number: Number, to_name: ToName, kind: Kind = "board", to_mail: ToMail = "", days: Days = 30,
    org: Org = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Make a link by which somebody without an account reads an issued pack and answers; told this once."""
    by = operator(org)
    made = reports.link(
        by=by, kind=kind, number=number, to_name=to_name, to_email=to_mail, days=days, now=datetime.now(UTC)
    )
    document = reports.new_link_document(made, reports.site())
    _print(document) if as_json else typer.echo(str(document["address"]))


def _papered(document: dict[str, Any], paper: str) -> dict[str, Any]:
    if not paper:
        return document
    if paper not in {"letter", "a4"}:
        raise typer.BadParameter(f"'{paper}' is no paper. Write letter or a4.")
    return {**document, "brand": {**document["brand"], "paper": paper}}


def _write(by: Any, document: dict[str, Any], wanted: Mapping[str, Path | None], tell: Any) -> None:  # noqa: ANN401
    """Write each file beside its place and give it its name when it is whole."""
    forms = {form: path for form, path in wanted.items() if path is not None}
    if not forms:
        return
    tell("Printing")
    for form, content in reports.files(by.organisation_id, document):
        if form in forms:
            _place(forms[form], content)


def _place(path: Path, content: bytes) -> None:
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        values = {"path": str(path), "why": str(error.strerror)}
        raise RefusedError(Finding("pack-not-written", Subject("reports", path.name), values)) from error


def _tell(document: dict[str, Any], *, as_json: bool, is_written: bool) -> None:
    if as_json:
        _print(document)
        return
    typer.echo(document["title"])
    for section in document["sections"] if not is_written else ():
        typer.echo(f"{section['title']}{'. ' + section['missing'] if section['missing'] else ''}")


def _print(document: Mapping[str, Any]) -> None:
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2))


class _telling:  # noqa: N801  used as `with _telling():`
    """Say on standard error how far it is, where somebody watches."""

    def __init__(self, *, as_json: bool) -> None:
        self._status = Console(stderr=True, quiet=as_json).status("Reading")

    def __enter__(self) -> Any:  # noqa: ANN401  a function of one word
        self._status.start()
        return self._status.update

    def __exit__(self, *_: object) -> None:
        self._status.stop()
