"""Employees: a person a row. Who has left keeps their row, so that what they hold is found."""

from collections.abc import Iterator, Mapping

from fullscore.importing.filling import Filled, Given, filled, refused
from fullscore.importing.records import Context, Key, Line, Reason, Record, Told
from fullscore.importing.sources.bamboohr import words
from fullscore.importing.tables import Table, TableRow, known

_PLAIN = {
    "employee #": "employee_number", "work email": "email", "email": "email", "job title": "title",
    "department": "team", "location": "site", "hire date": "starts_on", "termination date": "ends_on",
    "work phone": "phone", "mobile phone": "phone",
}  # fmt: skip
_READ_APART = frozenset({"first name", "last name", "preferred name", "status", "employment status"})
_OTHER = frozenset({"division", "reports to", "reports to email", "middle name"})
NAMES = frozenset(_PLAIN) | _READ_APART | _OTHER


def lines(context: Context, table: Table) -> Iterator[Line]:
    """Yield one person for each row."""
    for row in table.rows:
        yield _line(context, row, table.cells(row))


def _line(context: Context, row: TableRow, cells: Mapping[str, str]) -> Line:
    by_known = {known(name): name for name in cells}
    text = {name: cells[header] for name, header in by_known.items()}
    name = " ".join(part for part in (text.get("first name"), text.get("last name")) if part)
    given = [Given(by_known[n], column, text[n]) for n, column in _PLAIN.items() if n in text]
    got = filled(context, "people", row.line, [Given("First Name", "name", name), *given])
    if not name:
        reason = refused(context, row.line, "import-nothing-to-know-it-by", "First Name")
        return Line(row.line, (), (*got.reasons, reason))
    status, notes = _status(context, row.line, text, by_known)
    record = Record(
        "people",
        {**got.values, **_presence(status, text)},
        keys=_keys(got),
        extra={
            header: cells[header] for n, header in by_known.items() if n not in _PLAIN.keys() | _READ_APART
        },
        headers={**got.headers, "status": by_known.get("status", by_known.get("employment status", ""))},
    )
    return Line(row.line, (record,), got.reasons, notes)


def _keys(got: Filled) -> tuple[Key, ...]:
    strong = [Key(n, str(got.values[n])) for n in ("employee_number", "email") if n in got.values]
    return (
        (*strong, Key("name", str(got.values["name"]), is_strong=False))
        if "name" in got.values
        else (*strong,)
    )


def _presence(status: str | None, text: Mapping[str, str]) -> dict[str, Told]:
    pattern = words.PATTERNS.get(text.get("employment status", "").casefold())
    told: dict[str, Told] = {"status": status} if status else {}
    return {**told, "working_pattern": pattern} if pattern else told


def _status(
    context: Context, line: int, text: Mapping[str, str], by_known: Mapping[str, str]
) -> tuple[str | None, tuple[Reason, ...]]:
    """Return whether they work here; either column may say that somebody has left."""
    said = [
        (name, " ".join(text[name].casefold().split()))
        for name in ("status", "employment status")
        if name in text
    ]
    meant = [words.STATUSES[word] for _, word in said if word in words.STATUSES]
    if meant:
        return next((status for status in ("left", "on leave") if status in meant), "active"), ()
    notes = tuple(
        refused(
            context,
            line,
            "import-word-unknown",
            by_known[name],
            value=text[name],
            known=("active", "on leave", "left"),
        )
        for name, _ in said[:1]
    )
    return None, notes
