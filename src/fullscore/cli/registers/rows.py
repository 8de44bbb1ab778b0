"""`fullscore <register> list|get|set|export`: every register, from the same columns as everywhere."""

import json
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from fullscore.cli import vendors
from fullscore.cli.changes import verbs as changes
from fullscore.engine.registers.columns import Reference, Register
from fullscore.usecases import registers
from fullscore.usecases.host import operator
from fullscore.usecases.registers import Filter, Query, documents

Org = Annotated[
    str | None,
    typer.Option(envvar="FULLSCORE_ORG", help="The organisation; needed when there are several."),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]
Filters = Annotated[
    list[str] | None,
    typer.Option("--filter", help="column:word:value, such as status:is:'in stock'; may be repeated."),
]
Search = Annotated[str, typer.Option(help="Words that must stand in the row.")]
Ref = Annotated[str, typer.Argument(help="The row's ref.")]


# Registers whose group knows more than rows.
_BESIDE: Mapping[str, Callable[[typer.Typer], None]] = {
    "changes": changes.add_to,
    "vendors": vendors.add_to,
}


def mount(app: typer.Typer) -> None:
    """Give each register its commands on `app`."""
    for register in registers.all_registers().values():
        group = typer.Typer(no_args_is_help=True, help=register.about)
        _mount_reading(group, register.name)
        _mount_writing(group, register)
        if register.name in _BESIDE:
            _BESIDE[register.name](group)
        app.add_typer(group, name=register.name, rich_help_panel="Registers")


def _mount_reading(group: typer.Typer, name: str) -> None:
    @group.command("list", help=f"List {name}.")
    def list_rows(
        search: Search = "",
        filters: Filters = None,
        sort: Annotated[str | None, typer.Option(help="A column; with a leading - the other way.")] = None,
        page: Annotated[int, typer.Option(min=1)] = 1,
        size: Annotated[int, typer.Option(min=1, max=1000)] = 50,
        archived: Annotated[bool, typer.Option("--archived", help="Those put away.")] = False,
        org: Org = None,
        as_json: AsJson = False,
    ) -> None:
        query = _query(search, filters, sort, page, size, is_archived=archived)
        found = registers.page(by=operator(org), register=name, query=query)
        if as_json:
            _print(documents.page_document(found))
        else:
            _draw(found)

    @group.command("get", help=f"Show one row of {name}.")
    def get_row(ref: Ref, org: Org = None, as_json: AsJson = False) -> None:
        by = operator(org)
        _show(registers.register(by, name), registers.one(by=by, register=name, ref=ref), as_json=as_json)

    @group.command("export", help=f"Write {name} to a .csv or .xlsx file, or CSV to - (standard output).")
    def export_rows(
        file: Annotated[str, typer.Argument(help="A .csv or .xlsx file, or -.")],
        search: Search = "",
        filters: Filters = None,
        org: Org = None,
    ) -> None:
        form = "xlsx" if file.lower().endswith(".xlsx") else "csv"
        query = _query(search, filters, None, 1, 1, is_archived=False)
        content = registers.export(by=operator(org), register=name, query=query, form=form)
        if file == "-":
            sys.stdout.buffer.write(content)
        else:
            Path(file).write_bytes(content)


def _mount_writing(group: typer.Typer, register: Register) -> None:
    name = register.name

    @group.command("set", help=f"Change a row of {name}, or add one: set - name=…")
    def set_row(
        ref: Annotated[str, typer.Argument(help="The row's ref, or - for a new row.")],
        values: Annotated[list[str], typer.Argument(help="column=value, as often as needed.")],
        org: Org = None,
        as_json: AsJson = False,
    ) -> None:
        by = operator(org)
        given = dict(_pair(value) for value in values)
        row = registers.save(
            by=by, register=name, ref=None if ref == "-" else ref, values=given, version=None,
            now=datetime.now(UTC),
        )  # fmt: skip
        _show(registers.register(by, name), row, as_json=as_json)

    @group.command("archive", help=f"Put a row of {name} away; its history brings it back.")
    def archive_row(ref: Ref, org: Org = None) -> None:
        registers.archive(by=operator(org), register=name, ref=ref, now=datetime.now(UTC))
        typer.echo(f"{ref} is put away.")


def _pair(text: str) -> tuple[str, str]:
    column, sign, value = text.partition("=")
    if not sign:
        raise typer.BadParameter(f"'{text}' has no '='. Write column=value.")
    return column.strip(), value


def _query(
    search: str, filters: list[str] | None, sort: str | None, page: int, size: int, *, is_archived: bool
) -> Query:
    parts = [(*text.split(":", 2), "", "") for text in filters or ()]
    conditions = tuple(Filter(*part[:3]) for part in parts)
    return Query(search, conditions, sort, page, size, is_archived)


def _print(document: documents.Document) -> None:
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2))


def _show(register: Register, row: registers.Row, *, as_json: bool) -> None:
    if as_json:
        _print(documents.row_document(row, register.columns, register.name))
        return
    table = Table(title=row.title, show_header=False, box=None)
    for column in register.columns:
        table.add_row(column.label, _cell(row.values[column.name]))
    for name, value in row.extra.items():
        table.add_row(name, value)
    Console().print(table)


def _draw(page: registers.Page) -> None:
    columns = [column for column in page.register.columns if column.is_listed or column.name == "ref"][:9]
    table = Table(box=None)
    for column in columns:
        table.add_column(column.label)
    for row in page.rows:
        table.add_row(*(_cell(row.values[column.name]) for column in columns))
    Console().print(table)
    typer.echo(
        f"{len(page.rows)} of {page.total} {page.register.plural.lower()}, page {page.page} of {page.pages}"
    )


def _cell(value: object) -> str:
    if value is None:
        return ""
    return value.label if isinstance(value, Reference) else str(value)
