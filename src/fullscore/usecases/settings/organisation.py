"""One organisation's settings: read by all who belong, changed by those who run it."""

from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError, transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import FieldClass, Member, Right
from fullscore.store.accounts import record
from fullscore.store.models import Organisation
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.registers.waking import today_is_behind
from fullscore.usecases.settings.fields import READERS, Settings, parsed, without_money

_COST, _WHOSE, _SINCE = "person_day_cost", "person_day_cost_by", "person_day_cost_on"
_FIGURE = frozenset({_COST, _WHOSE, _SINCE})


class SettingsChangedError(RefusedError):
    """Somebody else saved in between; `theirs` is how the settings stand now."""

    def __init__(self, theirs: Settings) -> None:
        super().__init__(Finding("settings-changed", Subject("settings", theirs.ref)))
        self.theirs = theirs


def settings_of(*, by: Member) -> Settings:
    """Return the settings; every member needs them to read dates and money."""
    by.require(Right.BELONG)
    shown = _shown(Organisation.objects.get(pk=by.organisation_id))
    return shown if FieldClass.MONEY in by.reads else without_money(shown)


def settings_for_editing(*, by: Member) -> Settings:
    """Return the settings to one who may change them."""
    by.require(Right.MANAGE_SETTINGS)
    return settings_of(by=by)


def change_settings(
    *, by: Member, changes: Mapping[str, str], version: int | None, now: datetime
) -> Settings:
    """Save what is given and leave the rest; raises `RefusedError` or `SettingsChangedError`.

    `version` is the one that was read; None overwrites, which only the command line does.
    """
    by.require(Right.MANAGE_SETTINGS)
    values = parsed(changes)
    try:
        return _saved(by, values, version, now)
    except IntegrityError as error:
        name = {"name": str(values.get("name", ""))}
        raise RefusedError(Finding("organisation-name-taken", Subject("settings", "name"), name)) from error


@transaction.atomic
def _saved(by: Member, values: dict[str, object], version: int | None, now: datetime) -> Settings:
    row = Organisation.objects.select_for_update().get(pk=by.organisation_id)
    if version is not None and version != row.version:
        raise SettingsChangedError(_shown(row))
    values = _with_whose(row, values, by, now)
    before = {field: getattr(row, field) for field in values}
    for field, value in values.items():
        setattr(row, field, value)
    if row.closes_at <= row.opens_at:
        raise RefusedError(Finding("hours-turned-round", Subject("settings", "closes_at")))
    changed = {
        field: [_kept(before[field]), _kept(value)]
        for field, value in values.items()
        if before[field] != value
    }
    if changed:
        _write(row, by, changed, now)
    return _shown(row)


def _with_whose(row: Organisation, values: dict[str, object], by: Member, now: datetime) -> dict[str, object]:
    """Return the values with whose the cost of a day is, and since when: the writer's, if nobody is named.

    A form sends name and day with every save: a new amount beside the old ones is its writer's too.
    """
    if not _FIGURE & values.keys():
        return values
    said = {name: values.get(name, getattr(row, name)) for name in _FIGURE}
    if said[_COST] is None:
        return values | {_WHOSE: "", _SINCE: None}
    is_told = any(said[name] != getattr(row, name) for name in (_WHOSE, _SINCE))
    if said[_COST] != row.person_day_cost and not is_told:
        return values | {_WHOSE: by.name, _SINCE: now.date()}
    return values | {_WHOSE: said[_WHOSE] or by.name, _SINCE: said[_SINCE] or now.date()}


def _kept(value: object) -> str:
    return "" if value is None else str(value)


def _write(row: Organisation, by: Member, changed: dict[str, list[str]], now: datetime) -> None:
    row.version += 1
    row.save(update_fields=[*changed, "version"])
    record(by, register="settings", row_id=row.pk, ref=row.ref, action="changed", changes=changed, now=now)
    today_is_behind(row.pk)


def _shown(row: Organisation) -> Settings:
    return Settings(ref=row.ref, version=row.version, **{field: getattr(row, field) for field in READERS})
