"""What the organisation already has, found by what rows are known by; read whole, then kept in step."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import cast

from fullscore.store import imports as store
from fullscore.store.models import RegisterRow
from fullscore.usecases.registers.checking import nothing
from fullscore.usecases.registers.deriving import models_by_register

# Columns a row may be found by, and those that identify it only together.
KEYS: Mapping[str, tuple[str, ...]] = {
    "people": ("employee_number", "email", "name"),
    "items": ("serial", "tag"),
    "models": ("name",), "pools": ("name",), "sites": ("name",), "teams": ("name",), "vendors": ("name",),
}  # fmt: skip
TOGETHER: Mapping[str, tuple[str, ...]] = {
    "seats": ("pool", "person"), "levels": ("pool", "capacity"), "events": ("name", "starts_on"),
    "orders": ("number", "model", "pool"), "measurements": ("pool", "measured_on"),
    "lanes": ("origin", "target"), "absences": ("person", "starts_on"),
    "offers": ("model", "pool", "from_quantity", "commitment"),
    "kits": ("team", "site", "for_model", "for_pool", "model", "pool"),
}  # fmt: skip
UNIQUE: Mapping[str, tuple[str, ...]] = {"people": ("employee_number", "email"), "items": ("serial", "tag")}
Together = tuple[object, ...]


class Spot:
    """One row as far as matching needs it; `row` is filled for the batch that touches it."""

    __slots__ = ("is_away", "keys", "pk", "ref", "register", "row", "sources", "together")

    def __init__(self, register: str, ref: str, *, is_away: bool = False) -> None:
        self.register = register
        self.ref = ref
        self.is_away = is_away
        self.pk: int | None = None
        self.row: RegisterRow | None = None
        # Compared values, as `norm` makes them.
        self.keys: dict[str, object] = {}
        self.together: Together | None = None
        self.sources: set[str] = set()

    @property
    def written(self) -> int:
        """The row's id; only a row that was written has one."""
        if self.pk is None:
            raise LookupError(f"{self.register} {self.ref} is not written yet.")
        return self.pk


def norm(value: object) -> object:
    """Return a value as matching compares it."""
    if isinstance(value, str):
        return " ".join(value.casefold().split()) or None
    return value.normalize() if isinstance(value, Decimal) else value


class Shelf:
    """The rows of one register."""

    def __init__(self, register: str, organisation_id: int, source: str) -> None:
        self.register = register
        self.model = models_by_register()[register]
        self.spots: dict[int, Spot] = {}
        self.refs: set[str] = set()
        self._by_key: dict[tuple[str, object], list[Spot]] = {}
        self._by_together: dict[Together, Spot] = {}
        self._by_source: dict[str, Spot] = {}
        self._load(organisation_id, source)

    def _load(self, organisation_id: int, source: str) -> None:
        keys, together = KEYS.get(self.register, ()), TOGETHER.get(self.register, ())
        for told in store.known_rows(self.model, organisation_id, (*keys, *together)):
            spot = Spot(self.register, str(told["ref"]), is_away=told["archived_at"] is not None)
            spot.pk = cast(int, told["pk"])
            spot.keys = {name: norm(told[name]) for name in keys if told[name] not in {None, ""}}
            spot.together = tuple(norm(told[name]) for name in together) or None
            self.add(spot)
        for source_id, row_id in store.known_sightings(self.register, organisation_id, source):
            if row_id in self.spots:
                self.named(self.spots[row_id], source_id)

    def add(self, spot: Spot) -> None:
        """Put a row on the shelf, or again after its keys have changed."""
        if spot.pk is not None:
            self.spots[spot.pk] = spot
        self.refs.add(spot.ref)
        for key in (("ref", norm(spot.ref)), *spot.keys.items(), *_username(spot)):
            there = self._by_key.setdefault(key, [])
            if spot not in there:
                there.append(spot)
        if spot.together is not None and (not spot.is_away or spot.together not in self._by_together):
            self._by_together[spot.together] = spot

    def named(self, spot: Spot, source_id: str) -> None:
        """Note by which key the source knows a row."""
        spot.sources.add(source_id)
        self._by_source[source_id] = spot

    def find(self, column: str, value: str) -> list[Spot]:
        """Return the rows with this value now: those in use, else those put away."""
        wanted = norm(value)
        found = self._by_key.get((column, wanted), [])
        if column not in {"ref", "username"}:
            found = [spot for spot in found if spot.keys.get(column) == wanted]
        return [spot for spot in found if not spot.is_away] or found

    def by_source(self, source_id: str) -> Spot | None:
        return self._by_source.get(source_id)

    def by_together(self, together: Together) -> Spot | None:
        return self._by_together.get(together)


def _username(spot: Spot) -> Iterable[tuple[str, str]]:
    email = str(spot.keys.get("email") or "")
    return (("username", email.partition("@")[0]), ("username", email)) if email else ()


class Known:
    """Every register an import touches; loaded when first asked for."""

    def __init__(self, organisation_id: int, source: str) -> None:
        self.organisation_id = organisation_id
        self.source = source
        self._shelves: dict[str, Shelf] = {}

    def at(self, register: str) -> Shelf:
        """Return one register's rows."""
        if register not in self._shelves:
            self._shelves[register] = Shelf(register, self.organisation_id, self.source)
        return self._shelves[register]

    def open(self, registers: Iterable[str]) -> None:
        """Load registers that are sure to be asked for."""
        for register in registers:
            self.at(register)

    def forget(self) -> None:
        """Read everything again when next asked; somebody else has written meanwhile."""
        self._shelves.clear()


def together_of(register: str, values: Mapping[str, object]) -> Together | None:
    """Return what identifies a row by its values, None when the register has no such thing."""
    names = TOGETHER.get(register)
    return None if names is None else tuple(norm(_plain(_told(register, name, values))) for name in names)


def _told(register: str, name: str, values: Mapping[str, object]) -> object:
    """Return what the row will hold: a column the file leaves out gets what new rows get."""
    return values[name] if name in values else nothing(models_by_register()[register], name)


def _plain(value: object) -> str | Decimal | date | int | None:
    if isinstance(value, Spot):
        return value.pk
    return cast("str | Decimal | date | int | None", value)
