"""Reading registers: pages of rows, one row, its history, search over everything."""

from datetime import datetime

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.registers.cleaning import shown
from fullscore.engine.registers.columns import Column, Reference, Register
from fullscore.engine.registers.filters import compared
from fullscore.store import rows as store
from fullscore.store.models import HistoryEntry, RegisterRow
from fullscore.usecases.registers import deriving
from fullscore.usecases.registers.deriving import models_by_register
from fullscore.usecases.registers.showing import import_files, sees_extra, shown_row
from fullscore.usecases.registers.values import (
    Change,
    Entry,
    Hit,
    NotThereError,
    Page,
    Query,
    RefusedError,
    Row,
)

_HITS_PER_REGISTER = 8
_OPTIONS = 20
_LARGEST_PAGE = 1000
_LAST_PAGE = 10**6


def page(*, by: Member, register: str, query: Query) -> Page:
    """Return one page of a register; raises `RefusedError` for a filter or sort nobody understands."""
    seen, rows = selected(by, register, query)
    size = min(max(query.size, 1), _LARGEST_PAGE)
    total = rows.count()
    number = min(max(query.page, 1), max(1, -(-total // size)), _LAST_PAGE)
    found = store.stretch(rows, seen.columns, (number - 1) * size, size)
    everything = store.rows_of(models_by_register()[register], by)
    newest: datetime | None = store.last_change(everything)
    return Page(seen, tuple(shown_row(row, seen, by, {}) for row in found), total, number, size, newest)


def count(*, by: Member, register: str, query: Query) -> int:
    """Return how many rows match, without reading one; the same number as `page(...).total`."""
    return selected(by, register, query)[1].count()


def selected(by: Member, name: str, query: Query) -> tuple[Register, store.Rows]:
    """Return the register as `by` sees it and the rows that match, in order."""
    seen = deriving.register(by, name)
    model = models_by_register()[name]
    rows = store.rows_of(model, by, is_archived=query.is_archived)
    if query.search.strip():
        text = query.search.replace("\x00", "").encode("utf-8", "replace").decode()
        rows = store.searched(rows, seen.columns, text, has_extra=sees_extra(by))
    if query.refs is not None:
        rows = rows.filter(ref__in=query.refs)
    for condition in query.filters:
        column = _column(seen, condition.column)
        values = compared(column, condition.word, condition.value, Subject(name, column.name))
        if isinstance(values, Finding):
            raise RefusedError(values)
        rows = rows.filter(store.condition(model, column, condition.word, values))
    sort = query.sort or ""
    by_column = _column(seen, sort.removeprefix("-")) if sort else None
    return seen, store.ordered(rows, by_column, is_descending=sort.startswith("-"), title=seen.title)


def _column(seen: Register, name: str) -> Column:
    """Return a column the member may see; one they may not see is as unknown as one that never was."""
    try:
        return seen.column(name)
    except KeyError:
        raise RefusedError(
            Finding("column-unknown", Subject(seen.name, shown(name)), {"value": shown(name)})
        ) from None


def stored(by: Member, name: str, ref: str) -> RegisterRow:
    """Return the stored row, archived or not; raises `NotThereError` when `by` sees none of that ref."""
    seen = deriving.register(by, name)
    rows = store.with_references(
        store.rows_of(models_by_register()[name], by, is_archived=None), seen.columns
    )
    row = rows.filter(ref=ref.replace("\x00", "")).first()
    if row is None:
        values = {"target": seen.singular.lower(), "value": shown(ref)}
        raise NotThereError(Finding("row-not-found", Subject(name, shown(ref)), values))
    return row


def one(*, by: Member, register: str, ref: str) -> Row:
    """Return one row with the origin of each value; raises `NotThereError`."""
    row = stored(by, register, ref)
    return shown_row(row, deriving.register(by, register), by, import_files([row], by.organisation_id))


def history(*, by: Member, register: str, ref: str) -> tuple[Entry, ...]:
    """Return what happened to a row, newest first, told only in columns `by` may see."""
    by.require(Right.READ_HISTORY)
    row = stored(by, register, ref)
    labels = labels_of(by, deriving.register(by, register))
    entries = [told(entry, labels) for entry in store.history_of(type(row), by, row.pk)]
    # An edit of nothing that the reader may see did not happen, as far as they can tell.
    return tuple(entry for entry in entries if entry.changes or entry.action != "changed")


def labels_of(by: Member, seen: Register) -> dict[str, str]:
    """Return what the fields of a row are called that `by` may read of in its history."""
    labels = {column.name: column.label for column in seen.columns}
    return {**labels, "extra": "Other columns"} if sees_extra(by) else labels


def told(entry: HistoryEntry, labels: dict[str, str]) -> Entry:
    """Return a stored entry reduced to the fields that have a label."""
    return Entry(
        id=entry.pk,
        at=entry.at,
        by_name=entry.by_name,
        action=entry.action,
        changes=_changes(entry.changes, labels),
        import_file=entry.import_run.file if entry.import_run else None,
    )


def _changes(changes: dict[str, list[object]], labels: dict[str, str]) -> tuple[Change, ...]:
    return tuple(
        Change(labels[name], _text(before), _text(after))
        for name, (before, after) in changes.items()
        if name in labels
    )


def _text(value: object) -> str | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return None if value is None else str(value)


def search(*, by: Member, text: str) -> tuple[Hit, ...]:
    """Return rows of any register that hold every word of `text` where `by` may look."""
    if not text.strip():
        return ()
    hits: list[Hit] = []
    for seen in deriving.registers(by):
        found = selected(by, seen.name, Query(search=text))[1]
        hits += [_hit(seen, row) for row in found[:_HITS_PER_REGISTER]]
    return tuple(hits)


def _hit(seen: Register, row: RegisterRow) -> Hit:
    return Hit(seen.name, seen.room, row.ref, str(getattr(row, seen.title) or row.ref), seen.plural)


def options(*, by: Member, register: str, column: str, text: str) -> tuple[Reference, ...]:
    """Return rows a reference column may point at whose name holds `text`, at most twenty."""
    by.require(Right.EDIT_REGISTERS)
    target = _column(deriving.register(by, register), column).target
    if target is None:
        return ()
    model = models_by_register()[target]
    rows = model.objects.of(by.organisation_id).filter(archived_at=None)
    text = text.replace("\x00", "").encode("utf-8", "replace").decode()
    named = rows.filter(**{f"{model.TITLE}__icontains": text}) | rows.filter(ref__icontains=text)
    found = named.order_by(model.TITLE, "ref")[:_OPTIONS]
    return tuple(Reference(row.ref, str(getattr(row, model.TITLE) or row.ref)) for row in found)
