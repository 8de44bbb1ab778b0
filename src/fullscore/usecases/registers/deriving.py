"""The registers, derived once from the models: no other place says what a column is."""

from decimal import Decimal
from functools import cache
from typing import Any

from django.db import models

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.registers.columns import Choice, Column, Kind, Register, visible
from fullscore.store.models import REGISTERS, RegisterRow
from fullscore.store.models.fields import FieldSpec, spec_of
from fullscore.usecases.registers.values import NotThereError

_INTEGER_LIMIT = 2**31 - 1
_KINDS: "tuple[tuple[type[models.Field[Any, Any]], Kind], ...]" = (
    (models.ForeignKey, Kind.REFERENCE),
    (models.EmailField, Kind.EMAIL),
    (models.TextField, Kind.LONG_TEXT),
    (models.CharField, Kind.TEXT),
    (models.IntegerField, Kind.INTEGER),
    (models.DecimalField, Kind.NUMBER),
    (models.DateField, Kind.DATE),
    (models.BooleanField, Kind.YES_NO),
)


@cache
def all_registers() -> dict[str, Register]:
    """Return every register by name, with all its columns; no member has been asked yet."""
    return {model.REGISTER: _register(model) for model in REGISTERS}


@cache
def models_by_register() -> dict[str, type[RegisterRow]]:
    return {model.REGISTER: model for model in REGISTERS}


def registers(by: Member) -> tuple[Register, ...]:
    """Return the registers `by` may open, reduced to the columns they may read."""
    by.require(Right.READ_REGISTERS)
    return tuple(_reduced(register, by) for name, register in all_registers().items() if _opens(by, name))


def register(by: Member, name: str) -> Register:
    """Return one register as `by` sees it; raises `NotThereError` for one they may not open."""
    by.require(Right.READ_REGISTERS)
    found = all_registers().get(name)
    if found is None or not _opens(by, name):
        raise NotThereError(
            Finding("row-not-found", Subject("registers", name), {"target": "register", "value": name})
        )
    return _reduced(found, by)


def _opens(by: Member, name: str) -> bool:
    return not by.sees_own_rows_only or models_by_register()[name].OWN_BY is not None


def _reduced(register: Register, by: Member) -> Register:
    return Register(
        register.name, register.room, register.singular, register.plural, register.title,
        visible(register.columns, by), register.about,
    )  # fmt: skip


def _register(model: type[RegisterRow]) -> Register:
    pairs = [(field, spec_of(field)) for field in model._meta.concrete_fields]
    columns = tuple(_column(model, field, spec) for field, spec in pairs if spec is not None)
    # The ref is inherited and would come first; people read the name first.
    ordered = (*(c for c in columns if c.name != "ref"), *(c for c in columns if c.name == "ref"))
    return Register(
        model.REGISTER, model.ROOM, model.SINGULAR, model.PLURAL, model.TITLE, ordered, model.ABOUT
    )


def _column(model: type[RegisterRow], field: "models.Field[Any, Any]", spec: FieldSpec) -> Column:
    kind = _kind(field, spec)
    minimum, maximum, places = _bounds(field, spec)
    remote = field.remote_field.model if isinstance(field, models.ForeignKey) else None
    return Column(
        name=field.name,
        label=_label(field),
        kind=kind,
        field_class=spec.field_class,
        is_required=not (field.null or field.blank or field.has_default()) and field.name != "ref",
        is_unique=field.name in _unique_names(model),
        is_importable=spec.is_importable,
        is_listed=spec.is_listed,
        is_searchable=spec.is_searchable,
        max_length=field.max_length if kind in {Kind.TEXT, Kind.LONG_TEXT, Kind.EMAIL} else None,
        minimum=minimum,
        maximum=maximum,
        places=places,
        choices=tuple(Choice(str(value), str(label)) for value, label in field.choices or ()),
        target=getattr(remote, "REGISTER", None),
        help=spec.help,
        unit=spec.unit,
        form=spec.form,
    )


def _label(field: "models.Field[Any, Any]") -> str:
    name = str(field.verbose_name)
    return name[:1].upper() + name[1:]


def _kind(field: "models.Field[Any, Any]", spec: FieldSpec) -> Kind:
    if field.choices:
        return Kind.CHOICE
    if spec.is_money:
        return Kind.MONEY
    return next(kind for type_, kind in _KINDS if isinstance(field, type_))


def _bounds(
    field: "models.Field[Any, Any]", spec: FieldSpec
) -> tuple[Decimal | None, Decimal | None, int | None]:
    if isinstance(field, models.DecimalField):
        largest = Decimal(10) ** (field.max_digits - field.decimal_places) - 1
        least = Decimal(spec.minimum) if spec.minimum is not None else -largest
        return least, Decimal(spec.maximum) if spec.maximum is not None else largest, field.decimal_places
    if isinstance(field, models.IntegerField):
        return Decimal(spec.minimum or 0), Decimal(spec.maximum or _INTEGER_LIMIT), None
    return None, None, None


def _unique_names(model: type[RegisterRow]) -> frozenset[str]:
    """Names of the fields that one organisation may hold only once."""
    pairs = [c.fields for c in model._meta.constraints if isinstance(c, models.UniqueConstraint)]
    return frozenset(fields[1] for fields in pairs if len(fields) == 2 and fields[0] == "organisation")  # noqa: PLR2004
