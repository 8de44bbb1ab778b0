"""One value as several programs write it: what only looks different changes nothing."""

from collections.abc import Mapping

from fullscore.engine.registers.identity import joined, keyed
from fullscore.store.models import RegisterRow

# What one program writes with blanks, dashes or a domain and another without.
_NUMBERS = frozenset({"serial", "device_id", "hostname"})
# What grows by what each row tells; another word replaces nothing.
ADDED = frozenset({"mac"})
# As long as the column of an item's addresses is.
_LONGEST_MACS = 200


def as_others_write(row: RegisterRow, values: Mapping[str, object], source: str) -> Mapping[str, object]:
    """Return the values without those that `source` only writes otherwise than the program that told them.

    A laptop has an address for each adapter, and each program knows another of them: they are joined.
    """
    told = {name: value for name, value in values.items() if not _is_same(row, name, value, source)}
    if "mac" in told:
        told["mac"] = joined(str(getattr(row, "mac", "") or ""), str(told["mac"]), _LONGEST_MACS)
    return told


def _is_same(row: RegisterRow, name: str, value: object, source: str) -> bool:
    origin = row.provenance.get(name)
    if name not in _NUMBERS or not origin or origin[0] == source:
        return False
    return keyed(name, str(value)) == keyed(name, str(getattr(row, name) or ""))
