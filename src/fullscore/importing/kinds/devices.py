"""Devices: one item a row, with its model, holder or place, state and dates."""

from collections.abc import Iterator

from fullscore.importing.filling import Filled, Given, filled, refused
from fullscore.importing.kinds import devices_stock as stock
from fullscore.importing.kinds.devices_beside import beside
from fullscore.importing.kinds.devices_keys import Known, known_by
from fullscore.importing.kinds.devices_meanings import MEANINGS
from fullscore.importing.kinds.devices_models import model
from fullscore.importing.kinds.devices_use import Use, holder_header, use_of
from fullscore.importing.kinds.devices_warranty import warranty_end
from fullscore.importing.kinds.kind import Kind, Mapped, Told
from fullscore.importing.records import Context, Line, Reason, Record
from fullscore.importing.records import Told as Value
from fullscore.importing.tables import TableRow

_PLAIN = (
    "name",
    "place",
    "site",
    "purchased_on",
    "cost",
    "vendor",
    "warranty_ends_on",
    "replace_by",
    "notes",
)
_LONGEST = 200
_KEY_COLUMNS = ("tag", "serial", "hostname", "device_id", "mac", "source_id")


def _lines(context: Context, mapped: Mapped) -> Iterator[Line]:
    """Yield one item for each row; what has no number of its own but a quantity is kept as its model."""
    for row in mapped.table.rows:
        yield _line(context, mapped, row)


def _line(context: Context, mapped: Mapped, row: TableRow) -> Line:
    told = mapped.told(row)
    known = known_by(told.text, _cells_of(mapped, row, "mac"))
    if stock.is_stock(told) and not known.is_one_thing:
        return stock.line(context, mapped, told)
    got = filled(context, "items", told.line, _givens(told, known))
    if not known.is_known:
        reason = refused(context, told.line, "import-nothing-to-know-it-by", _key_header(mapped))
        return Line(told.line, (), (*got.reasons, reason))
    use = use_of(context, mapped, told)
    if use.refusals:
        return Line(told.line, (), (*got.reasons, *use.refusals))
    seen = filled(context, "items", told.line, _seen(told))
    unread = {reason.column: told.text["checked_in_on"] for reason in seen.reasons if reason.column}
    extra = {**beside(mapped, row, told, known), **unread}
    record = _record(told, known, got, use, seen=seen.values, extra=extra)
    return Line(
        told.line, (record,), got.reasons, (*use.notes, *seen.reasons, *_shortened(context, told, known))
    )


def _cells_of(mapped: Mapped, row: TableRow, meaning: str) -> list[str]:
    """Return every cell with a meaning: wired and wireless addresses stand in columns of their own."""
    cells = mapped.table.cells(row)
    return [cell for header, cell in cells.items() if mapped.meanings.get(header) == meaning]


def _givens(told: Told, known: Known) -> list[Given]:
    texts = {
        **known.cells(),
        **{name: told.text.get(name, "") for name in _PLAIN},
        "system": _system(told),
        "model": told.text.get("model", ""),
    }
    return [Given(told.headers.get(name, ""), name, text) for name, text in texts.items() if text]


def _seen(told: Told) -> list[Given]:
    """Return when it was last seen; a moment nobody can read is no reason to refuse a device."""
    text = told.text.get("checked_in_on", "")
    return [Given(told.headers["checked_in_on"], "checked_in_on", text)] if text else []


def _system(told: Told) -> str:
    """Return name and version as one, each said once: "Windows" and "10.0.22631"."""
    name, version = told.text.get("system", ""), told.text.get("system_version", "")
    if name.casefold() in version.casefold():
        return version
    return name if version.casefold() in name.casefold() else f"{name} {version}"


def _record(
    told: Told, known: Known, got: Filled, use: Use, *, seen: dict[str, Value], extra: dict[str, str]
) -> Record:
    values: dict[str, Value] = {**got.values, **seen, **use.values}
    if "model" in values:
        text = told.text
        others = (text.get("manufacturer", "")[:_LONGEST], text.get("category", "")[:_LONGEST])
        values["model"] = model(text["model"], *others)
    named: dict[str, Value] = {"name": known.hostname} if known.hostname and "name" not in values else {}
    return Record(
        "items",
        values,
        keys=known.keys,
        source_id=known.source_id or None,
        fills={**named, **warranty_end(told, got)},
        firsts=use.firsts,
        clears=use.clears,
        extra=extra,
        headers=_headers(told, got),
    )


def _headers(told: Told, got: Filled) -> dict[str, str]:
    own = {name: told.headers.get(name, "") for name in ("status", "checked_in_on")}
    return {**got.headers, **own, "holder": holder_header(told)}


def _shortened(context: Context, told: Told, known: Known) -> tuple[Reason, ...]:
    if not known.is_shortened:
        return ()
    header, text = told.headers["serial"], told.text["serial"]
    return (refused(context, told.line, "import-number-shortened", header, column=header, value=text),)


def _key_header(mapped: Mapped) -> str | None:
    """Return the column that should have told which device it is."""
    by_meaning = {meaning: header for header, meaning in mapped.meanings.items()}
    return next((by_meaning[each] for each in _KEY_COLUMNS if each in by_meaning), None)


KIND = Kind(
    "devices",
    "Devices",
    "items",
    MEANINGS,
    (
        frozenset({"serial", "tag", "device_id", "mac", "imei", "hostname"}),
        frozenset(
            {"model", "manufacturer", "category", "system", "status", "warranty_ends_on", "checked_in_on",
             "mac", "purchased_on", "holder_name", "holder_email", "tag"}
        ),
    ),
    _lines,
)  # fmt: skip
