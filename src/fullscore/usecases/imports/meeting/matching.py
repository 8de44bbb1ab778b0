"""Which row a record is about: by the source's own key, then by what rows are known by.

A serial number, a tag, an employee number or an e-mail belongs to one row. A network address moves with
its adapter (a dock has one too), a host name with the job, and people share names: these three mean a row
only where they mean a single one and nothing surer contradicts. A name is never what an item is known by.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.registers.identity import keyed
from fullscore.importing.kinds.contracts import SOURCE_ID
from fullscore.importing.records import Key, Mention, Record
from fullscore.usecases.imports.meeting.known import UNIQUE, Known, Shelf, Spot, norm, together_of

LONGEST_SOURCE_ID = 200
# What tells two rows apart when both have one; an item's adapters and names may differ all the same.
_TELLS_APART: Mapping[str, tuple[str, ...]] = {
    "items": ("serial", "tag", "device_id"), "people": ("employee_number", "email"),
}  # fmt: skip
# Registers in which one more list may show that two rows were one thing all along.
_JOINED = frozenset({"items"})


@dataclass(frozen=True, slots=True)
class Matched:
    """The row a record is about (None: a new one), or why that cannot be said.

    `also` are rows that this record shows to be the same thing as `spot`. `is_sure` is True when only a
    change of the row itself could make the answer another one.
    """

    spot: Spot | None
    trouble: tuple[str, Finding] | None = None
    also: tuple[Spot, ...] = ()
    is_sure: bool = False


class _Found:
    """The rows that one record's keys mean; each is looked for once."""

    __slots__ = ("_rows", "_shelf")

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._rows: dict[Key, list[Spot]] = {}

    def by(self, key: Key) -> list[Spot]:
        """Return the rows in use with this key, else those put away."""
        found = self._rows.get(key)
        if found is None:
            found = self._rows[key] = self._shelf.find(key.column, key.value)
        return found


def matched(known: Known, record: Record, values: Mapping[str, object]) -> Matched:
    """Return the row `record` is about; `values` hold its references already looked up."""
    shelf, keys = known.at(record.register), _keys(known, record)
    found = _Found(shelf)
    if record.register == "contracts":
        return Matched(
            _by_strong(found, record, keys) or _by_source(shelf, record) or _agreed(found, keys, values)
        )
    if record.together:
        together = together_of(record.register, values)
        row = shelf.by_together(together) if together else None
        return Matched(_by_strong(found, record, keys) or row)
    spot = _by_source(shelf, record) or _by_strong(found, record, keys)
    is_sure = spot is not None
    if spot is None:
        named = _by_weak(found, record, keys)
        if len(named) > 1 and not any(_is_strong(key) for key in keys):
            return Matched(None, ("name", _ambiguous(record)))
        spot = named[0] if len(named) == 1 else _as_once_named(shelf, record)
    others = _others(found, keys, spot) if record.register in _JOINED else ()
    also = _also(shelf, record, spot, others) if spot is not None and others else ()
    trouble = _taken(found, record, spot, also)
    return Matched(spot, trouble, also, is_sure=is_sure and trouble is None and not also)


def _agreed(found: _Found, keys: tuple[Key, ...], values: Mapping[str, object]) -> Spot | None:
    """Return the contract with this number, else with this vendor of this name; vendors share both."""
    vendor = values.get("vendor")
    told = {key.column: key for key in keys}
    for column in ("number", "name"):
        rows = found.by(told[column]) if column in told else []
        fit = [spot for spot in rows if _may_be_with(spot, vendor) and not _is_numbered_apart(spot, told)]
        # The one that names the same vendor is surer than one that names none.
        sure = [spot for spot in fit if vendor is not None and spot.together and spot.together[0]]
        if len(sure or fit) == 1:
            return (sure or fit)[0]
    return None


def _may_be_with(spot: Spot, vendor: object) -> bool:
    known = spot.together[0] if spot.together else None
    return known is None or vendor is None or (isinstance(vendor, Spot) and vendor.pk == known)


def _is_numbered_apart(spot: Spot, told: Mapping[str, Key]) -> bool:
    number = told.get("number")
    own = spot.keys.get("number")
    return number is not None and own is not None and keyed("number", number.value) != own


def _keys(known: Known, record: Record) -> tuple[Key, ...]:
    """Return what the row may be met by here, the surest first; our own ref always counts."""
    order = ("ref", "username", *known.keys(record.register))
    told = [key for key in record.keys if key.column in order]
    return tuple(sorted(told, key=lambda key: order.index(key.column)))


def _is_strong(key: Key) -> bool:
    return key.is_strong and key.column != "mac"


def source_id(record: Record) -> str | None:
    """Return the key under which the source's sighting is kept."""
    if record.source_id:
        return f"id:{record.source_id}"[:LONGEST_SOURCE_ID]
    first = next(iter(record.keys), None)
    return f"{first.column}:{norm(first.value)}"[:LONGEST_SOURCE_ID] if first else None


def _by_source(shelf: Shelf, record: Record) -> Spot | None:
    key = source_id(record)
    spot = shelf.by_source(key) if key and record.source_id else None
    is_another = spot is not None and shelf.is_sheet and _contradicts(
        record, spot, _TELLS_APART.get(record.register, ())
    )  # fmt: skip
    return None if is_another else spot


def _by_strong(found: _Found, record: Record, keys: tuple[Key, ...]) -> Spot | None:
    for key in keys:
        rows = found.by(key) if _is_strong(key) else []
        if rows and not (key.column == "device_id" and _contradicts(record, rows[0], ("serial",))):
            return rows[0]
    return None


def _by_weak(found: _Found, record: Record, keys: tuple[Key, ...]) -> list[Spot]:
    """Return the rows that the surest of the weak keys means: addresses before host names."""
    apart = _TELLS_APART.get(record.register, ())
    for column in dict.fromkeys(key.column for key in keys if not _is_strong(key)):
        told = [key for key in keys if key.column == column]
        rows = dict.fromkeys(spot for key in told for spot in found.by(key))
        fit = [each for each in rows if not _is_named_apart(record, each)]
        fit = [each for each in fit if not _contradicts(record, each, apart)]
        if fit:
            return fit
    return []


def _is_named_apart(record: Record, spot: Spot) -> bool:
    """Say whether the source knows the row under another key of the same kind."""
    own = source_id(record) or ""
    kind = own.partition(":")[0]
    return any(known != own and known.partition(":")[0] == kind for known in spot.sources)


def _contradicts(record: Record, spot: Spot, columns: tuple[str, ...]) -> bool:
    """Say whether a number says that these are two, whatever else they share."""
    return any(
        key.column in columns
        and key.column in spot.keys
        and frozenset(keyed(key.column, key.value)).isdisjoint(spot.keys[key.column])
        for key in record.keys
    )


def _as_once_named(shelf: Shelf, record: Record) -> Spot | None:
    """Return the row this source called so before a person corrected its key or name here."""
    key = source_id(record)
    spot = shelf.by_source(key) if key else None
    is_surest = bool(record.source_id) and not shelf.is_sheet
    numbers = () if is_surest or record.register != "items" else ("serial",)
    return spot if spot is not None and not _contradicts(record, spot, numbers) else None


def _others(found: _Found, keys: tuple[Key, ...], spot: Spot | None) -> tuple[Spot, ...]:
    """Return the rows besides `spot` that one of the keys means alone."""
    rows = (found.by(key) for key in keys)
    return tuple(dict.fromkeys(few[0] for few in rows if len(few) == 1 and few[0] is not spot))


def _also(shelf: Shelf, record: Record, spot: Spot, others: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """Return the other rows that are the same thing as `spot`, as nothing says that they are not.

    One list knew a laptop by its address, another by its serial number; the third knows both.
    """
    apart = _TELLS_APART[record.register]
    also = [spot]
    for other in others:
        if not _contradicts(record, other, apart) and not any(_are_two(shelf, one, other) for one in also):
            also.append(other)
    return tuple(also[1:])


def _are_two(shelf: Shelf, one: Spot, other: Spot) -> bool:
    """Say whether two rows are known to be two things: by a number, by a list that has both, by a person."""
    if one.pk is None or other.pk is None or one.is_away or other.is_away:
        return True
    numbers = any(
        frozenset(one.keys[column]).isdisjoint(other.keys[column])
        for column in _TELLS_APART[one.register]
        if column in one.keys and column in other.keys
    )
    lists = {*shelf.lists_of(one), shelf.source}
    return numbers or not lists.isdisjoint(shelf.lists_of(other)) or shelf.are_different(one, other)


def _taken(
    found: _Found, record: Record, spot: Spot | None, also: tuple[Spot, ...]
) -> tuple[str, Finding] | None:
    """Return the trouble of a key that another row already has."""
    for key in record.keys:
        if not key.is_strong or key.column not in (*UNIQUE.get(record.register, ()), "ref"):
            continue
        others = [
            other for other in found.by(key) if other is not spot and not other.is_away and other not in also
        ]
        if others:
            return key.column, _disagree(record, key, others[0], spot)
    return None


def _disagree(record: Record, key: Key, other: Spot, spot: Spot | None) -> Finding:
    values: dict[str, Value] = {
        "column": record.headers.get(key.column) or key.column,
        "value": key.value,
        "other": other.ref,
        "ref": spot.ref if spot else "a new one",
    }
    return Finding("import-keys-disagree", Subject(record.register, other.ref), values)


def _ambiguous(record: Record) -> Finding:
    name = record.keys[0].value
    code = "import-item-ambiguous" if record.register == "items" else "import-person-ambiguous"
    return Finding(code, Subject(record.register, name), {"value": name})


def mentioned(known: Known, mention: Mention) -> tuple[Spot | None, bool]:
    """Return the row a mention means, and whether several answer to it."""
    is_several = False
    for column, word in mention.words:
        if column == SOURCE_ID:
            told = known.at(mention.register).by_source(f"id:{word}"[:LONGEST_SOURCE_ID])
            if told is not None and not told.is_away:
                return told, False
            continue
        found = [
            spot for form in _forms(column, word) for spot in known.at(mention.register).find(column, form)
        ]
        live = [spot for spot in dict.fromkeys(found) if not spot.is_away]
        if len(live) == 1:
            return live[0], False
        is_several = is_several or len(live) > 1
    return None, is_several


def _forms(column: str, word: str) -> tuple[str, ...]:
    last, comma, first = word.partition(",")
    return (word, f"{first} {last}") if column == "name" and comma else (word,)
