"""Whose word counts when two programs say different things: by what a program is for, register and column.

The staff list knows people, the directory knows seats, the management tool reads serial number and system
from the device itself, the asset list knows who was given it and what it cost. An organisation may say
otherwise, register by register; a program it has not named stands with the first named one of its role.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

HR, DIRECTORY, MANAGEMENT, ASSETS, BOOKS, DESK, SHEET = (
    "hr", "directory", "management", "assets", "books", "desk", "sheet"
)  # fmt: skip
# Our own export, changed in a spreadsheet and sent back: somebody meant it, so it is never outranked.
OURS = "ours"
_SHIPPED: Mapping[str, tuple[str, ...]] = {
    "people": (HR, DIRECTORY, ASSETS, MANAGEMENT, DESK, SHEET, BOOKS),
    "teams": (HR, DIRECTORY, ASSETS, MANAGEMENT, DESK, SHEET, BOOKS),
    "sites": (HR, ASSETS, DIRECTORY, MANAGEMENT, DESK, SHEET, BOOKS),
    "items": (ASSETS, MANAGEMENT, DIRECTORY, DESK, SHEET, BOOKS, HR),
    "models": (ASSETS, MANAGEMENT, DIRECTORY, DESK, SHEET, BOOKS, HR),
    "pools": (ASSETS, BOOKS, DIRECTORY, MANAGEMENT, SHEET, DESK, HR),
    "seats": (DIRECTORY, MANAGEMENT, ASSETS, SHEET, DESK, BOOKS, HR),
    "vendors": (BOOKS, ASSETS, SHEET, DESK, DIRECTORY, MANAGEMENT, HR),
}
_ELSE = (ASSETS, BOOKS, DIRECTORY, MANAGEMENT, HR, DESK, SHEET)
_READ_FROM_THE_DEVICE = (MANAGEMENT, DIRECTORY, ASSETS, DESK, SHEET, BOOKS, HR)
_PAID = (ASSETS, BOOKS, SHEET, DESK, MANAGEMENT, DIRECTORY, HR)
_SOLD = (DIRECTORY, MANAGEMENT, ASSETS, BOOKS, SHEET, DESK, HR)
_BY_COLUMN: Mapping[tuple[str, str], tuple[str, ...]] = {
    **{("items", name): _READ_FROM_THE_DEVICE
       for name in ("serial", "mac", "hostname", "device_id", "system", "checked_in_on")},
    **{("items", name): _PAID for name in ("cost", "purchased_on", "vendor")},
    **{("pools", name): _SOLD for name in ("capacity", "used", "used_on")},
}  # fmt: skip


def roles(register: str, column: str = "") -> tuple[str, ...]:
    """Return the roles in the order in which they are believed as shipped."""
    return _BY_COLUMN.get((register, column)) or _SHIPPED.get(register, _ELSE)


@dataclass(frozen=True, slots=True)
class Precedence:
    """What one organisation believes: `said` is its own order of sources, `roles` what each source is for."""

    roles: Mapping[str, str]
    said: Mapping[str, Sequence[str]] = field(default_factory=lambda: MappingProxyType({}))

    def outranks(self, one: str, other: str, register: str, column: str) -> bool:
        """Say whether the word of source `one` weighs more than that of `other`."""
        if OURS in {self._role(one), self._role(other)}:
            return False
        return self.place(one, register, column) < self.place(other, register, column)

    def place(self, source: str, register: str, column: str = "") -> int:
        """Return where a source stands; what stands equal takes turns: the newer word counts."""
        said, role = tuple(self.said.get(register, ())), self._role(source)
        if source in said:
            return said.index(source)
        same = (at for at, other in enumerate(said) if self._role(other) == role)
        shipped = roles(register, column)
        return next(same, len(said) + (shipped.index(role) if role in shipped else len(shipped)))

    def _role(self, source: str) -> str:
        return self.roles.get(source, SHEET)
