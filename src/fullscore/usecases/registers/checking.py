"""From the values a door was given to values a row may keep: cleaned, looked up, unique."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member
from fullscore.engine.registers.cleaning import clean, shown
from fullscore.engine.registers.columns import Column, Kind, Register
from fullscore.store.models import RegisterRow
from fullscore.usecases.registers import deriving


@dataclass(frozen=True, slots=True)
class Checked:
    """Values as the model keeps them, and what is wrong with the others."""

    values: Mapping[str, object]
    findings: tuple[Finding, ...]


def checked(by: Member, seen: Register, raw: Mapping[str, object], ref: str) -> Checked:
    """Return the given values ready to be kept; unknown columns and unfit values become findings."""
    values: dict[str, object] = {}
    findings: list[Finding] = []
    columns = {column.name: column for column in seen.columns}
    for name, given in raw.items():
        column = columns.get(name)
        value = _kept(by, seen, column, given, Subject(seen.name, ref)) if column else _unknown(seen, name)
        if isinstance(value, Finding):
            findings.append(value)
        else:
            values[name] = value
    return Checked(values, tuple(findings))


def missing(seen: Register, given: Mapping[str, object]) -> tuple[Finding, ...]:
    """Return a finding for each required column that a new row was not given."""
    return tuple(
        Finding("field-required", Subject(seen.name, "new"), {"field": column.label, "value": ""})
        for column in seen.columns
        if column.is_required and column.name not in given
    )


def _unknown(seen: Register, name: str) -> Finding:
    return Finding("column-unknown", Subject(seen.name, shown(name)), {"value": shown(name)})


def _kept(by: Member, seen: Register, column: Column, given: object, subject: Subject) -> object:
    value = clean(column, given, subject)
    if isinstance(value, Finding):
        return value
    if value is None:
        return nothing(deriving.models_by_register()[seen.name], column.name)
    return _referred(by, column, str(value), subject) if column.kind is Kind.REFERENCE else value


def nothing(model: type[RegisterRow], name: str) -> object:
    """Return what the model keeps for 'nothing': None, the default, or empty text."""
    field = model._meta.get_field(name)
    if not isinstance(field, models.Field) or field.null:
        return None
    return field.get_default()


def _referred(by: Member, column: Column, given: str, subject: Subject) -> object:
    """Return the row a ref or a full name points at, inside the organisation only."""
    model = deriving.models_by_register()[str(column.target)]
    rows = model.objects.of(by.organisation_id).filter(archived_at=None)
    found = rows.filter(ref=given).first()
    if found is None:
        # People type what they read; a name that only one row carries is as good as its ref.
        named = list(rows.filter(**{f"{model.TITLE}__iexact": given})[:2])
        found = named[0] if len(named) == 1 else None
    if found is None:
        values = {"field": column.label, "target": model.SINGULAR.lower(), "value": shown(given)}
        return Finding("reference-not-found", subject, values)
    return found


def clashes(row: RegisterRow, seen: Register) -> tuple[Finding, ...]:
    """Return what the database would refuse: values already taken, and facts that cannot both hold."""
    return (*_taken(row, seen), *broken(row))


def _taken(row: RegisterRow, seen: Register) -> tuple[Finding, ...]:
    unique = [c for c in row._meta.constraints if isinstance(c, models.UniqueConstraint)]
    found = (_first_other(row, seen, constraint) for constraint in unique)
    return tuple(finding for finding in found if finding is not None)


def _first_other(row: RegisterRow, seen: Register, constraint: models.UniqueConstraint) -> Finding | None:
    names = [name for name in constraint.fields if name != "organisation"]
    values = {name: getattr(row, name) for name in names}
    if any(value is None for value in values.values()):
        return None
    others = type(row).objects.of(row.organisation_id).filter(**values).exclude(pk=row.pk)
    if constraint.condition is not None:
        others = others.filter(constraint.condition)
    other = others.first()
    if other is None:
        return None
    # Only what the member can see may be named; the clash itself has to be told.
    labels = [column.label for column in seen.columns if column.name in names]
    named = ", ".join(shown(value) for value in values.values())
    return Finding(
        "value-not-unique",
        Subject(seen.name, row.ref),
        {"field": " and ".join(labels) or "A value", "value": named, "other": other.ref},
    )


def broken(row: RegisterRow) -> tuple[Finding, ...]:
    """Return a finding for each fact of its table that the row breaks."""
    checks = [c for c in row._meta.constraints if isinstance(c, models.CheckConstraint)]
    return tuple(
        Finding(check.name.replace("_", "-"), Subject(row.REGISTER, row.ref))
        for check in checks
        if not _holds(check, row)
    )


def _holds(check: models.CheckConstraint, row: RegisterRow) -> bool:
    try:
        check.validate(type(row), row)
    except ValidationError:
        return False
    return True
