"""How a field is written once: its type, its class, its words, and what the doors do with it."""

from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models

from fullscore.engine.registers.access import FieldClass

F = TypeVar("F", bound="models.Field[Any, Any]")


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """What a model field says of itself beyond its type."""

    field_class: FieldClass
    is_listed: bool = False
    is_searchable: bool = False
    is_importable: bool = True
    is_money: bool = False
    minimum: int | None = None
    maximum: int | None = None
    help: str | None = None
    unit: str | None = None
    # How a text is written that means more than its letters: "time", "hours".
    form: str | None = None


def field(
    inner: F,
    field_class: FieldClass,
    *,
    listed: bool = False,
    searchable: bool = False,
    importable: bool = True,
    money: bool = False,
    minimum: int | None = None,
    maximum: int | None = None,
    hint: str | None = None,
    unit: str | None = None,
    form: str | None = None,
) -> F:
    """Return the same Django field, now carrying its `FieldSpec`; the registers read it at start."""
    spec = FieldSpec(field_class, listed, searchable, importable, money, minimum, maximum, hint, unit, form)
    inner.fullscore = spec  # type: ignore[attr-defined]  # the one place where a field is given its spec
    return inner


def spec_of(inner: "models.Field[Any, Any]") -> FieldSpec | None:
    """Return what the field says of itself, or None for a field no door shows."""
    found: FieldSpec | None = getattr(inner, "fullscore", None)
    return found


def choices(*values: str) -> list[tuple[str, str]]:
    """Return a vocabulary as Django wants it; the word kept is the word shown."""
    return [(value, value) for value in values]


def one_of(*names: str) -> models.Q:
    """Return the condition that exactly one of these columns is filled."""
    condition = models.Q()
    for name in names:
        condition |= models.Q(**{f"{other}__isnull": other != name for other in names})
    return condition


def ranged(what: str) -> models.Q:
    """Return the condition that `<what>_low`, `_likely` and `_high` are empty or make a range.

    Least and most come together and in order, the likely value between them. Without it the range is spread
    over factors, and no factor leads from nought to anything.
    """
    low, likely, high = (f"{what}_{end}" for end in ("low", "likely", "high"))
    empty = models.Q(**{f"{each}__isnull": True for each in (low, likely, high)})
    ordered = models.Q(**{f"{low}__isnull": False, f"{high}__isnull": False, f"{low}__lte": models.F(high)})
    between = models.Q(**{f"{likely}__gte": models.F(low), f"{likely}__lte": models.F(high)})
    spread = models.Q(**{f"{likely}__isnull": True}) & (
        models.Q(**{f"{low}__gt": 0}) | models.Q(**{low: models.F(high)})
    )
    return empty | ordered & (between & models.Q(**{f"{likely}__isnull": False}) | spread)
