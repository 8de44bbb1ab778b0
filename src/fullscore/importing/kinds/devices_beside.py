"""What a device's row says that no column of ours takes; it stays beside the item as it was written."""

from fullscore.importing.kinds.devices_keys import Known
from fullscore.importing.kinds.devices_meanings import MEANINGS
from fullscore.importing.kinds.kind import Mapped, Told
from fullscore.importing.tables import TableRow
from fullscore.importing.vocabularies.devices import NO_NUMBER

# What the reader makes something of.
_READ = frozenset({
    "name", "place", "site", "purchased_on", "cost", "vendor", "warranty_ends_on", "replace_by", "notes",
    "checked_in_on", "serial", "tag", "device_id", "source_id", "mac", "hostname", "model", "status",
    "system",
    "system_version", "holder_name", "holder_first_name", "holder_last_name", "holder_email", "holder_login",
    "holder_number", "holder_kind", "holder_place",
})  # fmt: skip
_LEFT_OUT = frozenset(each.name for each in MEANINGS if each.is_dropped or each.is_secret)


def beside(mapped: Mapped, row: TableRow, told: Told, known: Known) -> dict[str, str]:
    """Return unknown columns, second columns of one meaning, and numbers that are none but say something."""
    kept: dict[str, str] = {}
    for header, cell in mapped.table.cells(row).items():
        meaning = mapped.meanings.get(header, "")
        if meaning in _LEFT_OUT or (meaning in _READ and _is_spoken(told, known, meaning, cell)):
            continue
        kept[header] = cell
    return {**kept, **_thing(mapped, told)}


def _is_spoken(told: Told, known: Known, meaning: str, cell: str) -> bool:
    """Say whether the item itself holds what the cell says."""
    if meaning == "mac":
        return bool(known.macs) or cell.casefold() in NO_NUMBER
    return told.text[meaning] == cell and not (meaning == "serial" and known.is_shortened)


def _thing(mapped: Mapped, told: Told) -> dict[str, str]:
    """Return what has it, where that is neither a person nor a place: a dock lent to a trolley."""
    name = told.text.get("holder_name", "")
    is_thing = mapped.means("holder_kind", told.text.get("holder_kind", "")) == "thing"
    return {told.headers["holder_name"]: name} if name and is_thing else {}
