"""Which row a record is about: by the source's own key, then by what rows are known by."""

from collections.abc import Mapping
from dataclasses import dataclass

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.importing.records import Key, Mention, Record
from fullscore.usecases.imports.known import UNIQUE, Known, Spot, norm, together_of

LONGEST_SOURCE_ID = 200


@dataclass(frozen=True, slots=True)
class Matched:
    """The row a record is about (None: a new one), or why that cannot be said."""

    spot: Spot | None
    trouble: tuple[str, Finding] | None = None


def matched(known: Known, record: Record, values: Mapping[str, object]) -> Matched:
    """Return the row `record` is about; `values` hold its references already looked up."""
    if record.together:
        together = together_of(record.register, values)
        found = known.at(record.register).by_together(together) if together else None
        return Matched(_by_strong(known, record) or found)
    spot = _by_source(known, record) or _by_strong(known, record)
    if spot is None:
        named = _by_weak(known, record)
        if len(named) > 1 and not any(key.is_strong for key in record.keys):
            return Matched(None, ("name", _ambiguous(record)))
        spot = named[0] if len(named) == 1 else _as_once_named(known, record)
    trouble = _taken(known, record, spot)
    return Matched(spot, trouble)


def source_id(record: Record) -> str | None:
    """Return the key under which the source's sighting is kept."""
    if record.source_id:
        return f"id:{record.source_id}"[:LONGEST_SOURCE_ID]
    first = next(iter(record.keys), None)
    return f"{first.column}:{norm(first.value)}"[:LONGEST_SOURCE_ID] if first else None


def _by_source(known: Known, record: Record) -> Spot | None:
    key = source_id(record)
    return known.at(record.register).by_source(key) if key and record.source_id else None


def _by_strong(known: Known, record: Record) -> Spot | None:
    shelf = known.at(record.register)
    for key in record.keys:
        found = shelf.find(key.column, key.value) if key.is_strong else []
        if found:
            return found[0]
    return None


def _by_weak(known: Known, record: Record) -> list[Spot]:
    shelf = known.at(record.register)
    weak = [key for key in record.keys if not key.is_strong]
    found = [spot for key in weak for spot in shelf.find(key.column, key.value)]
    return [spot for spot in found if not _contradicts(record, spot)]


def _contradicts(record: Record, spot: Spot) -> bool:
    """A name is not enough when a number, or the source's own key, says that these are two."""
    own = source_id(record) or ""
    kind = own.partition(":")[0]
    is_another = any(known != own and known.partition(":")[0] == kind for known in spot.sources)
    return is_another or any(
        key.is_strong and key.column in spot.keys and spot.keys[key.column] != norm(key.value)
        for key in record.keys
    )


def _as_once_named(known: Known, record: Record) -> Spot | None:
    """Return the row this source called so before a person corrected its key or name here."""
    key = source_id(record)
    return known.at(record.register).by_source(key) if key else None


def _taken(known: Known, record: Record, spot: Spot | None) -> tuple[str, Finding] | None:
    """Return the trouble of a key that another row already has."""
    for key in record.keys:
        if not key.is_strong or key.column not in (*UNIQUE.get(record.register, ()), "ref"):
            continue
        others = [
            other
            for other in known.at(record.register).find(key.column, key.value)
            if other is not spot and not other.is_away
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
    return Finding("import-person-ambiguous", Subject(record.register, name), {"value": name})


def mentioned(known: Known, mention: Mention) -> tuple[Spot | None, bool]:
    """Return the row a mention means, and whether several answer to it."""
    is_several = False
    for column, word in mention.words:
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
