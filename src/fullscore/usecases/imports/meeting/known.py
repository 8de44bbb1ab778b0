"""What the organisation already has, found by what rows are known by; read whole, then kept in step."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import cast

from fullscore.engine.registers.identity import even, keyed
from fullscore.engine.registers.names import Name, named
from fullscore.importing.layouts import Role
from fullscore.importing.recognising import role_of
from fullscore.store import imports as store
from fullscore.store.models import RegisterRow
from fullscore.usecases.imports.meeting.indexing import Index
from fullscore.usecases.registers.checking import nothing
from fullscore.usecases.registers.deriving import models_by_register

# Columns a row may be found by, the surest first, and those that identify it only together.
KEYS: Mapping[str, tuple[str, ...]] = {
    "people": ("employee_number", "email", "name"),
    "items": ("serial", "tag", "device_id", "mac", "hostname"),
    "models": ("name",), "pools": ("name",), "sites": ("name",), "teams": ("name",), "vendors": ("name",),
    "services": ("name",), "changes": ("name",), "scenarios": ("name",), "causes": ("name",),
    "controls": ("name",), "proposals": ("name",), "lines": ("name",), "contracts": ("number", "name"),
}  # fmt: skip
SUPPORT = ("service", "for_item", "for_pool", "item", "pool", "other", "vendor", "person")
TOGETHER: Mapping[str, tuple[str, ...]] = {
    "seats": ("pool", "person"), "levels": ("pool", "capacity"), "events": ("name", "starts_on"),
    "orders": ("number", "model", "pool"), "measurements": ("pool", "measured_on"),
    "lanes": ("origin", "target"), "absences": ("person", "starts_on"),
    "offers": ("model", "pool", "from_quantity", "commitment"),
    "kits": ("team", "site", "for_model", "for_pool", "model", "pool"),
    "contracts": ("vendor", "name"), "charges": ("contract", "name"), "shares": ("contract", "team"),
    "covers": ("contract", "service", "item"), "supports": SUPPORT,
    "uses": ("service", "team", "site"), "touches": ("change", "service", "item", "pool"),
    "crews": ("change", "person", "skill"), "predecessors": ("change", "after"),
    "steps": ("change", "position"), "agreements": ("change", "person"),
    "freezes": ("name", "starts_on", "service", "site"),
    "windows": ("name", "service", "item", "site", "weekdays", "opens_at"),
    "triggers": ("cause", "scenario"), "reductions": ("control", "scenario", "cause", "acts_on"),
    "options": ("proposal", "name"), "outlays": ("option", "year", "note"), "brings": ("option", "control"),
    "needs": ("proposal", "option", "how", "other_proposal", "other_option"),
    "amounts": ("line", "month"), "bills": ("vendor", "number", "billed_on"),
    "limits": ("name", "kind", "starts_on"), "insurances": ("name", "scenario"),
    "tolerances": ("name", "one_in_years"), "decisions": ("subject", "decided_on"),
}  # fmt: skip
UNIQUE: Mapping[str, tuple[str, ...]] = {"people": ("employee_number", "email"), "items": ("serial", "tag")}
Together = tuple[object, ...]
Forms = tuple[str, ...]
_NOTHING: Mapping[str, Forms] = MappingProxyType({})
# Two rows may hold serial numbers that differ in a dash; then the one that is written so is meant.
_AS_WRITTEN = "serial, as written"
# How people are called in other lists: turned round, without a title, an initial or an accent.
_SPELT = "name, as spelt"


class Spot:
    """One row as far as matching needs it; `row` is filled for the batch that touches it."""

    __slots__ = (
        "also", "is_away", "is_merged", "keys", "pk", "ref", "register", "row", "said", "sources",
        "together",
    )  # fmt: skip

    def __init__(self, register: str, ref: str, *, is_away: bool = False) -> None:
        self.register = register
        self.ref = ref
        self.is_away = is_away
        # Merged into another row: what named this one means that one now.
        self.is_merged = False
        self.pk: int | None = None
        self.row: RegisterRow | None = None
        # What the row is found by, as `keys_of` makes it; `also` is what rows merged into it were found by.
        self.keys: dict[str, Forms] = {}
        self.also: Mapping[str, Forms] = _NOTHING
        self.together: Together | None = None
        # The keys under which the source that is read now has named it.
        self.sources: tuple[str, ...] = ()
        # What earlier lines of the file that is read now have told of the row.
        self.said: frozenset[str] = frozenset()

    @property
    def written(self) -> int:
        """The row's id; only a row that was written has one."""
        if self.pk is None:
            raise LookupError(f"{self.register} {self.ref} is not written yet.")
        return self.pk

    def answers(self, column: str, form: str) -> bool:
        """Say whether the row is found by this now; its keys may have changed since it was put here."""
        return form in self.keys.get(column, ()) or form in self.also.get(column, ())


def norm(value: object) -> object:
    """Return a value as matching compares it."""
    if isinstance(value, str):
        return even(value) or None
    return value.normalize() if isinstance(value, Decimal) else value


def keys_of(register: str, told: Mapping[str, object]) -> dict[str, Forms]:
    """Return what a row with these values is found by."""
    texts = {name: str(told[name]) for name in KEYS.get(register, ()) if told.get(name)}
    keys = {name: keyed(name, text) for name, text in texts.items()}
    if "serial" in keys:
        written = (even(texts["serial"]),)
        # Most are the same; there may be a hundred thousand of them.
        keys |= {} if written == keys["serial"] else {_AS_WRITTEN: written}
    if register == "people":
        keys |= _of_a_person(texts)
    return keys


def _of_a_person(texts: Mapping[str, str]) -> dict[str, Forms]:
    mail, keys = even(texts.get("email", "")), dict[str, Forms]()
    if mail:
        keys["username"] = (mail.partition("@")[0], mail)
    if "name" in texts:
        keys[_SPELT] = named(texts["name"]).forms
    return keys


class Shelf:
    """The rows of one register."""

    def __init__(self, register: str, organisation_id: int, source: str) -> None:
        self.register = register
        self.model = models_by_register()[register]
        self.organisation_id = organisation_id
        self.source = source
        # All sheets people keep are one source here, so that number 7 of one is not number 7 of another.
        self.is_sheet = role_of(source) is Role.SHEET
        self.spots: dict[int, Spot] = {}
        self.refs: set[str] = set()
        self._by_key = Index[Spot]()
        self._by_together: dict[Together, Spot] = {}
        self._by_source: dict[str, Spot] = {}
        self._lists: dict[int, set[str]] | None = None
        self._different: frozenset[tuple[int, int]] | None = None
        self._load()

    def _load(self) -> None:
        keys, together = KEYS.get(self.register, ()), TOGETHER.get(self.register, ())
        for told in store.known_rows(self.model, self.organisation_id, (*keys, *together)):
            spot = Spot(self.register, str(told["ref"]), is_away=told["archived_at"] is not None)
            spot.pk = cast(int, told["pk"])
            spot.keys = keys_of(self.register, told)
            spot.together = tuple(norm(told[name]) for name in together) or None
            self.add(spot)
        for kept, gone in store.merged_pairs(self.register, self.organisation_id):
            if kept in self.spots and gone in self.spots:
                self.merged(self.spots[kept], self.spots[gone])
        for source_id, row_id in store.known_sightings(self.register, self.organisation_id, self.source):
            if row_id in self.spots:
                self.named(self.spots[row_id], source_id)

    def add(self, spot: Spot) -> None:
        """Put a row on the shelf, or again after its keys have changed."""
        if spot.pk is not None:
            self.spots[spot.pk] = spot
        self.refs.add(spot.ref)
        ref = even(spot.ref)
        self._by_key.put("ref", spot.ref if ref == spot.ref else ref, spot)
        self._index(spot, spot.keys)
        if spot.together is not None and (not spot.is_away or spot.together not in self._by_together):
            self._by_together[spot.together] = spot

    def _index(self, spot: Spot, keys: Mapping[str, Forms]) -> None:
        for column, forms in keys.items():
            for form in forms:
                self._by_key.put(column, form, spot)

    def merged(self, kept: Spot, gone: Spot) -> None:
        """Let what names a row that was merged away find the row it was merged into."""
        gone.is_merged = True
        also = dict(kept.also)
        for column, forms in ({"ref": (even(gone.ref),)} | gone.keys | dict(gone.also)).items():
            also[column] = (*also.get(column, ()), *forms)
        kept.also = also
        for source_id in gone.sources:
            self.named(kept, source_id)
        self._index(kept, kept.also)

    def named(self, spot: Spot, source_id: str) -> None:
        """Note by which key the source knows a row."""
        if source_id not in spot.sources:
            spot.sources = (*spot.sources, source_id)
        self._by_source[source_id] = spot

    def find(self, column: str, value: str) -> list[Spot]:
        """Return the rows with this value now: those in use, else those put away."""
        if column == "serial":
            return self._with(_AS_WRITTEN, (even(value),)) or self._plain_first(keyed(column, value))
        found = self._with(column, keyed(column, value))
        if column != "name" or self.register != "people" or any(not spot.is_away for spot in found):
            return found
        name = named(value)
        spelt = self._with(_SPELT, name.forms)
        return [spot for spot in spelt if not _is_another(name, spot)] or found

    def _plain_first(self, forms: Forms) -> list[Spot]:
        """Return the rows with a serial number, of several those that are written without a sign."""
        found = self._with("serial", forms)
        return [spot for spot in found if _AS_WRITTEN not in spot.keys] or found

    def _with(self, column: str, forms: Forms) -> list[Spot]:
        told = [(form, spot) for form in forms for spot in self._by_key.get(column, form)]
        if not told:
            return []
        found = [
            spot for form, spot in told
            if not spot.is_merged and (column == "ref" or spot.answers(column, form))
        ]  # fmt: skip
        if len(found) > 1:
            found = list(dict.fromkeys(found))
        return [spot for spot in found if not spot.is_away] or found

    def by_source(self, source_id: str) -> Spot | None:
        return self._by_source.get(source_id)

    def by_together(self, together: Together) -> Spot | None:
        return self._by_together.get(together)

    def lists_of(self, spot: Spot) -> set[str]:
        """Return the sources that name a row; all are read when this is first asked."""
        if self._lists is None:
            self._lists = {}
            for source, row_id in store.sources_by_row(self.register, self.organisation_id):
                self._lists.setdefault(row_id, set()).add(source)
        before = self._lists.get(spot.pk, set()) if spot.pk is not None else set()
        return before | {self.source} if spot.sources else before

    def are_different(self, one: Spot, other: Spot) -> bool:
        """Say whether a person has said that two rows are two things."""
        if self._different is None:
            self._different = frozenset(store.different_pairs(self.register, self.organisation_id))
        return (min(one.written, other.written), max(one.written, other.written)) in self._different


def _is_another(name: Name, spot: Spot) -> bool:
    return any(name.contradicts(named(other)) for other in spot.keys.get("name", ()))


class Known:
    """Every register an import touches; loaded when first asked for."""

    def __init__(
        self, organisation_id: int, source: str, keys: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        self.organisation_id = organisation_id
        self.source = source
        # What the organisation wants rows to be met by, where it has said so.
        self._keys = keys or {}
        self._shelves: dict[str, Shelf] = {}

    def at(self, register: str) -> Shelf:
        """Return one register's rows."""
        if register not in self._shelves:
            self._shelves[register] = Shelf(register, self.organisation_id, self.source)
        return self._shelves[register]

    def keys(self, register: str) -> tuple[str, ...]:
        """Return the columns by which a register's rows are met here, the surest first."""
        return self._keys.get(register) or KEYS.get(register, ())

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
