"""Whether a weekly mail can be as it was asked for: every field that does not fit is named."""

import re
from collections.abc import Callable, Mapping
from datetime import time
from typing import Any
from zoneinfo import available_timezones

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import FieldClass
from fullscore.engine.registers.cleaning import clean
from fullscore.engine.registers.cleaning import shown as quoted
from fullscore.engine.registers.columns import Column, Kind
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.today.digests.values import KINDS

_EMAIL = Column("email", "E-mail", Kind.EMAIL, FieldClass.OPEN, is_required=True, max_length=254)
_NAME = Column("name", "Name", Kind.TEXT, FieldClass.OPEN, is_required=True, max_length=200)
# In a header these would part one address into two.
_PARTING = re.compile(r"[,;:<>()\[\]\\\"]")


def checked(given: Mapping[str, object]) -> dict[str, Any]:
    """Return the fields as values; raises `RefusedError` with one finding for each that does not fit."""
    values = {name: _READERS[name](raw) for name, raw in given.items()}
    wrong = [value for value in values.values() if isinstance(value, Finding)]
    if wrong:
        raise RefusedError(*wrong)
    return values


def _email(raw: object) -> object:
    value = clean(_EMAIL, raw, _at("email"))
    if isinstance(value, str) and _PARTING.search(value):
        return Finding("email-not-understood", _at("email"), {"email": quoted(raw)})
    return value


def _name(raw: object) -> object:
    return clean(_NAME, raw, _at("name"))


def _kind(raw: object) -> object:
    return raw if raw in KINDS else _unfit("digest-kind-unknown", "kind", raw)


def _weekday(raw: object) -> object:
    text = str(raw)
    fits = len(text) == 1 and text in "1234567"
    return int(text) if fits else _unfit("digest-weekday-unknown", "weekday", raw)


def _hour(raw: object) -> object:
    try:
        return time.fromisoformat(str(raw)).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        return _unfit("digest-hour-unknown", "at", raw)


def _zone(raw: object) -> object:
    return raw if raw in available_timezones() else _unfit("digest-zone-unknown", "zone", raw)


def _plain(raw: object) -> object:
    return bool(raw)


def _unfit(code: str, field: str, raw: object) -> Finding:
    return Finding(code, _at(field), {"value": quoted(raw)})


def _at(field: str) -> Subject:
    return Subject("digests", field)


_READERS: Mapping[str, Callable[[object], object]] = {
    "email": _email, "name": _name, "kind": _kind, "weekday": _weekday, "at": _hour, "zone": _zone,
    "is_on": _plain,
}  # fmt: skip
