"""Two rows made one in memory: what the row that is kept takes from the one that goes into it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from fullscore.engine.registers.identity import joined
from fullscore.engine.registers.precedence import Precedence
from fullscore.store.models import RegisterRow
from fullscore.usecases.imports.meeting import facts
from fullscore.usecases.registers.deriving import all_registers
from fullscore.usecases.registers.showing import plain

# Under this name a row that was merged away keeps by whom, and in which import.
MERGED = "merged"
Stored = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Melted:
    """What a kept row took: how its values stood and where they came from, and what stands now."""

    before: Stored
    origins: Stored
    after: Stored
    extra: Mapping[str, str]

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self.after)


def melt(kept: RegisterRow, gone: RegisterRow, precedence: Precedence) -> Melted:
    """Give `kept` the values of `gone` that it lacks or that weigh more; returns what that changed.

    What a person typed stays. Where the values together would break a fact, those of that fact stay too.
    """
    told = {name: _taken(kept, gone, name, precedence) for name in _names(kept)}
    taken = {name: pair for name, pair in told.items() if pair is not None}
    values = {name: pair[0] for name, pair in taken.items()}
    if facts.broken(kept.REGISTER, {**facts.standing(kept), **values}):
        taken = {name: pair for name, pair in taken.items() if name not in facts.standing(kept)}
    before = {name: stored(kept, name) for name in taken}
    origins = {name: kept.provenance.get(name) for name in taken}
    for name, (value, origin) in taken.items():
        setattr(kept, attribute(kept, name), value)
        kept.provenance = {**kept.provenance, name: origin} if origin else kept.provenance
    extra = {name: text for name, text in gone.extra.items() if name not in kept.extra}
    kept.extra = {**kept.extra, **extra}
    return Melted(before, origins, {name: stored(kept, name) for name in taken}, extra)


def _names(row: RegisterRow) -> tuple[str, ...]:
    return tuple(column.name for column in all_registers()[row.REGISTER].columns if column.name != "ref")


def _taken(
    kept: RegisterRow, gone: RegisterRow, name: str, precedence: Precedence
) -> tuple[object, object] | None:
    """Return the value and origin that `kept` takes over in one column, None when its own stays."""
    ours, theirs = getattr(kept, attribute(kept, name)), getattr(gone, attribute(gone, name))
    origin = gone.provenance.get(name)
    if (
        theirs in {None, ""}
        or theirs == ours
        or (name != "mac" and theirs == kept.pk and _is_self(kept, name))
    ):
        return None
    if name == "mac":
        both = joined(str(ours or ""), str(theirs), _longest(kept, name))
        return None if both == ours else (both, origin)
    return (theirs, origin) if ours in {None, ""} or _weighs_more(kept, gone, name, precedence) else None


def _is_self(row: RegisterRow, name: str) -> bool:
    field = row._meta.get_field(name)
    return isinstance(field, models.ForeignKey) and field.remote_field.model is type(row)


def _longest(row: RegisterRow, name: str) -> int:
    return int(getattr(row._meta.get_field(name), "max_length", None) or 0)


def _weighs_more(kept: RegisterRow, gone: RegisterRow, name: str, precedence: Precedence) -> bool:
    ours, theirs = kept.provenance.get(name), gone.provenance.get(name)
    if not theirs or (ours and ours[3]):
        return False
    return not ours or bool(theirs[3]) or precedence.outranks(theirs[0], ours[0], kept.REGISTER, name)


def attribute(row: RegisterRow, name: str) -> str:
    """Return where a row keeps a column's value; a reference by the id of what it points at."""
    return str(getattr(row._meta.get_field(name), "attname", name))


def stored(row: RegisterRow, name: str) -> str | int | bool | None:
    """Return a value as JSON keeps it."""
    return plain(getattr(row, attribute(row, name)))


def put_back(row: RegisterRow, name: str, value: object, origin: object) -> None:
    """Set a value as it was stored, and where it had come from."""
    field = row._meta.get_field(name)
    kind = field.target_field if isinstance(field, models.ForeignKey) else field
    setattr(row, attribute(row, name), kind.to_python(value))  # type: ignore[union-attr]  # a column's field
    row.provenance = {key: told for key, told in row.provenance.items() if key != name}
    if origin is not None:
        row.provenance[name] = origin
