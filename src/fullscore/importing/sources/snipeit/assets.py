"""Snipe-IT assets: one item a row, with its model, holder or place, status and dates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fullscore.importing.filling import Filled, Given, by_name, filled, refused
from fullscore.importing.records import Context, Key, Line, Mention, Reason, Record, Told
from fullscore.importing.sources.snipeit import words
from fullscore.importing.tables import Table, TableRow, known

_PLAIN = {
    "asset name": "name", "name": "name", "asset tag": "tag", "serial": "serial",
    "purchase date": "purchased_on", "purchased": "purchased_on", "purchase cost": "cost", "cost": "cost",
    "warranty expires": "warranty_ends_on", "eol date": "replace_by", "asset eol date": "replace_by",
    "notes": "notes", "asset notes": "notes", "supplier": "vendor", "location": "site",
}  # fmt: skip
_READ_APART = frozenset(
    {"id", "model", "category", "status", "checked out to", "checked out", "type", "username",
     "employee number",
     "employee no.", "checkout type", "checked out to: username", "checked out to: first name",
     "checked out to: last name", "checked out to: email", "checked out to: location"}
)  # fmt: skip
# Pictures, buttons, counters, and figures that change by themselves every day.
_DROPPED = frozenset(
    {"device image", "checkin", "age", "current value", "diff", "fully depreciated", "checkouts", "checkins",
     "requests", "requestable", "url", "updated at", "created at", "created by", "deleted"}
)  # fmt: skip
_KEPT_EXTRA = frozenset(
    {"company", "model no.", "model number", "model notes", "manufacturer", "default location",
     "order number",
     "eol rate", "eol", "warranty", "checkout date", "last checkin date", "expected checkin date",
     "last audit",
     "next audit date", "byod", "address", "city", "state", "country", "zip", "manager", "department",
     "title",
     "phone", "user address", "user city", "user state", "user country", "user zip"}
)  # fmt: skip
NAMES = frozenset(_PLAIN) | _READ_APART | _DROPPED | _KEPT_EXTRA
_HOLDER_COLUMNS = frozenset({"checked out to", "checked out", "checkout type"})


@dataclass(frozen=True, slots=True)
class _Asset:
    """One row: its line, its cells by header, and their headers and texts by known name."""

    line: int
    cells: Mapping[str, str]
    headers: Mapping[str, str]
    text: Mapping[str, str]


def lines(context: Context, table: Table) -> Iterator[Line]:
    """Yield one item for each row."""
    tells_holders = any(known(name) in _HOLDER_COLUMNS for name in table.header)
    for row in table.rows:
        asset = _asset(row, table.cells(row))
        yield _line(context, asset, tells_holders=tells_holders)


def _asset(row: TableRow, cells: Mapping[str, str]) -> _Asset:
    headers = {known(name): name for name in cells}
    text = {name: cells[header] for name, header in headers.items()}
    if text.get("serial", "").casefold() in words.NO_SERIAL:
        text.pop("serial", None)
    return _Asset(row.line, cells, headers, text)


def _line(context: Context, asset: _Asset, *, tells_holders: bool) -> Line:
    text, headers = asset.text, asset.headers
    given = [Given(headers[n], column, text[n]) for n, column in _PLAIN.items() if n in text]
    got = filled(context, "items", asset.line, [*given, *_model(headers, text)])
    keys = tuple(Key(name, str(got.values[name])) for name in ("serial", "tag") if name in got.values)
    if not keys and "id" not in text:
        reason = refused(context, asset.line, "import-nothing-to-know-it-by", "Asset Tag")
        return Line(asset.line, (), (*got.reasons, reason))
    holder = _holder(text)
    status = words.status(text["status"]) if "status" in text else None
    unknown = _unknown_word(context, asset) if "status" in text and status is None else ()
    if unknown and holder is None:
        return Line(asset.line, (), (*got.reasons, *unknown))
    clears = _clears(status, holder, tells_holders=tells_holders)
    return Line(asset.line, (_record(asset, got, keys, _use(status, holder), clears),), got.reasons, unknown)


def _record(
    asset: _Asset, got: Filled, keys: tuple[Key, ...], use: Mapping[str, Told], clears: frozenset[str]
) -> Record:
    apart = _PLAIN.keys() | _READ_APART | _DROPPED
    return Record(
        "items",
        {**got.values, **use},
        keys=keys,
        source_id=asset.text.get("id"),
        clears=clears,
        extra={name: cell for name, cell in asset.cells.items() if known(name) not in apart},
        headers={
            **got.headers,
            "status": asset.headers.get("status", ""),
            "holder": _holder_header(asset.headers),
        },
    )


def _unknown_word(context: Context, asset: _Asset) -> tuple[Reason, ...]:
    known_words = tuple(dict.fromkeys(words.STATUSES.values()))
    return (
        refused(
            context, asset.line, "import-word-unknown", asset.headers["status"],
            value=asset.text["status"], known=known_words,
        ),
    )  # fmt: skip


def _model(by_known: Mapping[str, str], text: Mapping[str, str]) -> list[Given]:
    if "model" not in text:
        return []
    kind = words.category(text.get("category", "") or text["model"])
    return [Given(by_known["model"], "model", text["model"], {"category": kind})]


def _use(status: str | None, holder: Mention | None) -> dict[str, Told]:
    """Return status and holder; 'Ready to Deploy' on a checked-out device is Snipe-IT's way to say in use."""
    if holder is None:
        return {"status": status} if status else {}
    is_out = status in {None, "in stock", "in use"}
    said: dict[str, Told] = {"status": "in use" if is_out else status}
    return {**said, "place" if holder.register == "sites" else "holder": _place_or(holder)}


def _place_or(holder: Mention) -> Told:
    return holder.shown if holder.register == "sites" else holder


def _clears(status: str | None, holder: Mention | None, *, tells_holders: bool) -> frozenset[str]:
    is_free = tells_holders and holder is None and status in words.WITH_NOBODY
    return frozenset({"holder"}) if is_free else frozenset()


def _holder(text: Mapping[str, str]) -> Mention | None:
    """Return who has it, by the surest word the row offers; a place when it is checked out to one."""
    kind = (text.get("type") or text.get("checkout type") or "user").casefold()
    place = text.get("checked out to: location")
    name = text.get("checked out to") or text.get("checked out") or _full_name(text)
    # A table without the kind shows a device on a wall as checked out to the very place it is at.
    is_place = kind == "location" or (
        bool(name) and name in {text.get("location"), text.get("default location")}
    )
    if is_place and (place or name):
        return by_name("sites", place or name)
    if kind not in {"user", "person"}:
        return None
    tries = (
        ("employee_number", text.get("employee number") or text.get("employee no.")),
        ("email", text.get("checked out to: email", "").lower()),
        ("username", (text.get("username") or text.get("checked out to: username") or "").lower()),
        ("email", name.lower() if "@" in name else ""),
        ("name", name),
    )
    said = tuple((column, " ".join(word.split())) for column, word in tries if word)
    return Mention("people", said, is_made=False) if said else None


def _full_name(text: Mapping[str, str]) -> str:
    return f"{text.get('checked out to: first name', '')} {text.get('checked out to: last name', '')}".strip()


def _holder_header(by_known: Mapping[str, str]) -> str:
    wanted = (
        "checked out to",
        "checked out",
        "checked out to: username",
        "checked out to: email",
        "username",
    )
    return next((by_known[name] for name in wanted if name in by_known), "")
