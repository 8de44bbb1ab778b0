"""Whose word counts, and what rows are met by: as shipped, or as the organisation has said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.registers.cleaning import shown
from fullscore.engine.registers.precedence import OURS, Precedence
from fullscore.importing.recognising import role_of
from fullscore.importing.sources import SOURCES, ours
from fullscore.store import imports as store
from fullscore.store.accounts import record
from fullscore.store.models import Organisation
from fullscore.usecases.imports.meeting.known import KEYS
from fullscore.usecases.registers import RefusedError, all_registers

_LONGEST = 64
_MOST = 50
# What each program is for; one that is not here is a sheet.
_ROLES: Mapping[str, str] = {**{source.name: source.role.value for source in SOURCES}, ours.NAME: OURS}


@dataclass(frozen=True, slots=True)
class Trust:
    """The order of trust of one organisation, for one source that brings a file."""

    source: str
    precedence: Precedence

    def believes(self, register: str, column: str, standing: str) -> bool:
        """Say whether this source's word replaces that of `standing`; of two equals the newer counts."""
        return not self.precedence.outranks(standing, self.source, register, column)


@dataclass(frozen=True, slots=True)
class TrustOrder:
    """One register's order: (source, role), the most believed first; `is_said` when a person set it.

    `keys` are the columns by which its rows are met, the surest first, out of `possible_keys`.
    """

    register: str
    plural: str
    sources: tuple[tuple[str, str], ...]
    is_said: bool
    keys: tuple[str, ...] = ()
    possible_keys: tuple[str, ...] = ()


def trust_of(organisation: Organisation, source: str, role: str = "") -> Trust:
    """Return whose word counts in an organisation when `source` brings a file."""
    roles = _ROLES if role in {"", "sheet"} else {**_ROLES, source: role}
    return Trust(source, Precedence(roles, _said(organisation, "order")))


def keys_said(organisation: Organisation) -> Mapping[str, tuple[str, ...]]:
    """Return by which columns this organisation wants rows to be met, where it has said so."""
    return {register: tuple(columns) for register, columns in _said(organisation, "keys").items()}


def _said(organisation: Organisation, part: str) -> Mapping[str, Sequence[str]]:
    return cast("Mapping[str, Sequence[str]]", organisation.trust.get(part) or {})


def trust_order(*, by: Member) -> tuple[TrustOrder, ...]:
    """Return the order of trust of every register that lists may fill, to one who may change it."""
    by.require(Right.MANAGE_SETTINGS)
    organisation = Organisation.objects.get(pk=by.organisation_id)
    brought: dict[str, set[str]] = {}
    for register, source in store.sources_by_register(by.organisation_id):
        brought.setdefault(register, set()).add(source)
    return tuple(_order(organisation, name, brought.get(name, set())) for name in all_registers())


def _order(organisation: Organisation, register: str, brought: set[str]) -> TrustOrder:
    said = tuple(_said(organisation, "order").get(register, ()))
    belief = Precedence(_ROLES, _said(organisation, "order"))
    every = sorted({*brought, *said}, key=lambda name: (belief.place(name, register), name))
    possible = KEYS.get(register, ())
    return TrustOrder(
        register, all_registers()[register].plural, tuple((name, role_of(name).value) for name in every),
        bool(said), keys_said(organisation).get(register) or possible, possible,
    )  # fmt: skip


def set_trust(*, by: Member, register: str, sources: Sequence[str], now: datetime) -> TrustOrder:
    """Say in which order a register's sources are believed; none brings back the shipped order.

    Raises `RefusedError` for a register or a source that there is not.
    """
    by.require(Right.MANAGE_SETTINGS)
    told = tuple(dict.fromkeys(" ".join(source.split()) for source in sources if source.strip()))
    unfit = [source for source in told if len(source) > _LONGEST]
    if len(told) > _MOST or unfit:
        raise RefusedError(_unknown(register, "source", shown((unfit or [*told])[0])))
    if register not in all_registers():
        raise RefusedError(_unknown(register, "register", shown(register)))
    return _set(by, register, told, now, part="order")


def set_keys(*, by: Member, register: str, columns: Sequence[str], now: datetime) -> TrustOrder:
    """Say by which columns a register's rows are met, the surest first; none brings back the shipped ones.

    Raises `RefusedError` for a column that rows cannot be met by.
    """
    by.require(Right.MANAGE_SETTINGS)
    told = tuple(dict.fromkeys(columns))
    wrong = [column for column in told if column not in KEYS.get(register, ())]
    if wrong:
        raise RefusedError(_unknown(register, "column to meet rows by", shown(wrong[0])))
    if register not in KEYS:
        raise RefusedError(_unknown(register, "register", shown(register)))
    return _set(by, register, told, now, part="keys")


def _unknown(register: str, target: str, value: str) -> Finding:
    return Finding("trust-unknown", Subject("settings", shown(register)), {"target": target, "value": value})


@transaction.atomic
def _set(by: Member, register: str, told: tuple[str, ...], now: datetime, *, part: str) -> TrustOrder:
    row = Organisation.objects.select_for_update().get(pk=by.organisation_id)
    parts = {name: {**_said(row, name)} for name in ("order", "keys")}
    before = parts[part].pop(register, ())
    if told:
        parts[part][register] = list(told)
    if tuple(before) != told:
        row.trust = parts
        row.save(update_fields=["trust"])
        change = {f"{part} of {register}": [", ".join(before) or None, ", ".join(told) or None]}
        record(by, register="settings", row_id=row.pk, ref=row.ref, action="changed", changes=change, now=now)
    brought = {source for at, source in store.sources_by_register(row.pk) if at == register}
    return _order(row, register, brought)
