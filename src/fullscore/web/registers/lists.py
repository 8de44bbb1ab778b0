"""The list of a register: answer, filters, table, pages; and the same rows as a file."""

from dataclasses import dataclass, replace

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.safestring import SafeString

from fullscore.engine.registers.access import Right
from fullscore.engine.registers.columns import Choice, Column, Kind, Register
from fullscore.engine.registers.filters import WORDS
from fullscore.usecases import estate, registers
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import Filter, Page, Query
from fullscore.web.registers import asking, cells, figures, queries

# What makes a row of each register incomplete enough to be counted in the title.
GAPS = {"items": "holder", "people": "team", "models": "lead_days", "pools": "used", "orders": "due_on"}
_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True)
class Heading:
    label: str
    classes: str
    address: str
    order: str


@dataclass(frozen=True, slots=True)
class Line:
    ref: str
    title: str
    cells: SafeString


@dataclass(frozen=True, slots=True)
class Chosen:
    """A filter in force, in words, with the address of the list without it."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Toggle:
    label: str
    address: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class Ask:
    """One column of the filter panel."""

    column: Column
    words: tuple[str, ...]
    type: str


def listed(request: MemberRequest, *, org: str, room: str, register: str) -> HttpResponse:
    seen = asking.register(request, room, register)
    query = _asked(request, seen)
    if queries.has_panel(request.GET):
        return HttpResponseRedirect(f"?{queries.written(query)}")
    page = registers.page(by=request.member, register=register, query=query)
    may_pick = request.member.may(Right.EDIT_REGISTERS) and not query.is_archived
    table = _table(page, query, asking.currency(request))
    shown = {**table, "seen": seen, "query": query, "may_pick": may_pick}
    if request.headers.get("HX-Request") == "true":
        return render(request, "registers/rows.html", shown)
    return render(request, "registers/list.html", {**shown, **_around(request, seen, query, page)})


def export(request: MemberRequest, *, org: str, room: str, register: str, form: str) -> HttpResponse:
    seen = asking.register(request, room, register)
    query = _asked(request, seen)
    content = registers.export(by=request.member, register=register, query=query, form=form)
    name = f"{register}-{request.on.isoformat()}.{form}"
    answer = HttpResponse(content, content_type=_TYPES[form])
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def everything(request: MemberRequest, org: str) -> HttpResponse:
    """Every register in one ZIP, as the import takes it back."""
    content = registers.everything(by=request.member, now=request.now)
    answer = HttpResponse(content, content_type="application/zip")
    answer.headers["Content-Disposition"] = f'attachment; filename="{org}-{request.on.isoformat()}.zip"'
    return answer


def _asked(request: MemberRequest, seen: Register) -> Query:
    """Return what the address asks for; of a figure the rows it has today."""
    query = queries.read(request.GET, seen)
    if not query.figure:
        return query
    refs = estate.rows_behind(by=request.member, on=request.on, key=query.figure)
    return replace(query, refs=refs)


def _table(page: Page, query: Query, currency: str) -> dict[str, object]:
    seen = page.register
    columns = listed_columns(seen)
    write = cells.row_writer(columns, seen.title, currency)
    last = min(page.total, page.page * page.size)
    return {
        "page": page,
        "headings": _headings(columns, seen, query),
        "lines": [Line(row.ref, row.title, write(row, f"{row.ref}/")) for row in page.rows],
        "first": (page.page - 1) * page.size + 1,
        "last": last,
        "before": queries.address(query, page=page.page - 1) if page.page > 1 else "",
        "next": queries.address(query, page=page.page + 1) if last < page.total else "",
        "written": queries.written(query),
        "settable": settable(seen),
        "is_narrowed": bool(query.search or query.filters or query.figure),
    }


def listed_columns(seen: Register) -> tuple[Column, ...]:
    """Return the columns a list shows, the title's first; a register without that column shows refs."""
    titled = [column for column in seen.columns if column.name == seen.title]
    return (*titled, *(c for c in seen.columns if c.is_listed and c.name != seen.title))


def _headings(columns: tuple[Column, ...], seen: Register, query: Query) -> list[Heading]:
    kept = (seen.title, *cells.phone_columns(columns, seen.title))
    return [
        Heading(
            f"{column.label}, {column.unit}" if column.unit else column.label,
            cells.classes(column, kept),
            queries.sorted_by(query, column.name),
            {column.name: "ascending", f"-{column.name}": "descending"}.get(query.sort or "", ""),
        )
        for column in columns
    ]


def _around(request: MemberRequest, seen: Register, query: Query, page: Page) -> dict[str, object]:
    """Return what stands around the table: the answer, filters in force, the panel, what can be set."""
    toggles = _toggles(seen, query)
    return {
        "gap": _gap(request, seen)
        if page.total and query == Query(sort=query.sort, page=query.page)
        else None,
        "chosen": _chosen(seen, query, toggles),
        "toggles": toggles,
        "asks": [Ask(column, WORDS[column.kind], _type(column)) for column in seen.columns],
        "other_shelf": queries.address(Query(), is_archived=not query.is_archived),
        "is_bare": page.total == 0
        and not (query.search or query.filters or query.is_archived or query.figure),
    }


@dataclass(frozen=True, slots=True)
class Gap:
    count: int
    words: str
    address: str


def _gap(request: MemberRequest, seen: Register) -> Gap | None:
    """Return how many rows lack what this register is most asked for."""
    name = GAPS.get(seen.name)
    column = next((one for one in seen.columns if one.name == name), None)
    if column is None:
        return None
    lacking = Query(filters=(Filter(column.name, "empty"),))
    count = registers.count(by=request.member, register=seen.name, query=lacking)
    words = "with no use measured" if seen.name == "pools" else f"without a {column.label.lower()}"
    return Gap(count, words, queries.address(lacking)) if count else None


def settable(seen: Register) -> list[Column]:
    """Return the columns that many rows can be given at once: not what tells rows apart."""
    apart = {"ref", seen.title}
    return [
        c for c in seen.columns if not c.is_unique and c.name not in apart and c.kind is not Kind.LONG_TEXT
    ]


def _chosen(seen: Register, query: Query, toggles: list[Toggle]) -> list[Chosen]:
    """Return the filters in force that no pressed button shows already."""
    found = [Chosen(_words(one, seen), queries.without(query, one)) for one in query.filters]
    if query.figure:
        found.append(Chosen(figures.title_of(query.figure), queries.address(query, figure="", refs=None)))
    pressed = {toggle.address for toggle in toggles if toggle.is_on}
    return [one for one in found if one.address not in pressed]


def _words(one: Filter, seen: Register) -> str:
    label = next((column.label for column in seen.columns if column.name == one.column), one.column)
    return (
        f"{label} {one.word}" if one.word == "empty" else f"{label} {one.word} {one.value.replace(',', ', ')}"
    )


def _toggles(seen: Register, query: Query) -> list[Toggle]:
    """Return one press for each word of the register's first listed choice."""
    column = next((c for c in seen.columns if c.kind is Kind.CHOICE and c.is_listed), None)
    return [_toggle(column, choice, query) for choice in column.choices[:6]] if column else []


def _toggle(column: Column, choice: Choice, query: Query) -> Toggle:
    one = Filter(column.name, "is", choice.value)
    is_on = one in query.filters
    return Toggle(
        choice.label, queries.without(query, one) if is_on else queries.with_filter(query, one), is_on
    )


def _type(column: Column) -> str:
    return {Kind.DATE: "date", Kind.INTEGER: "number", Kind.NUMBER: "number", Kind.MONEY: "number"}.get(
        column.kind, "text"
    )
