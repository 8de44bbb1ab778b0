"""Who gets which weekly mail when: listed, added, changed, stopped; one's own, or anybody's by who may."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, NotAllowedError, Right
from fullscore.engine.registers.cleaning import shown as quoted
from fullscore.store import digests as store
from fullscore.store.accounts import record
from fullscore.store.models import Digest, DigestMail, Organisation
from fullscore.usecases.registers.values import NotThereError, RefusedError
from fullscore.usecases.today.digests import checking
from fullscore.usecases.today.digests.readers import reader
from fullscore.usecases.today.digests.values import DigestShown, shown

REGISTER = "digests"
_TIMED = frozenset({"weekday", "at", "zone"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """A weekly mail as it was asked for, in the words of whoever asked; None: as it stands, or as usual."""

    email: str | None = None
    name: str | None = None
    kind: str | None = None
    weekday: int | str | None = None
    at: str | None = None
    zone: str | None = None
    is_on: bool | None = None


def digests(*, by: Member, now: datetime) -> tuple[DigestShown, ...]:
    """Return the weekly mails a member may see: their own, and everybody's for who manages the settings."""
    by.require(Right.PLAN_GOALS)
    rows = list(store.digests(by.organisation_id))
    last = _last(by, [row.pk for row in rows])
    seen = [row for row in rows if by.may(Right.MANAGE_SETTINGS) or is_own(by, row.email)]
    return tuple(_shown(by, row, last.get(row.pk), now) for row in seen)


def digest(*, by: Member, key: int, now: datetime) -> DigestShown:
    """Return one weekly mail a member may see."""
    row = found(by, key)
    return _shown(by, row, _last(by, [row.pk]).get(row.pk), now)


def add(*, by: Member, wanted: Wanted, now: datetime) -> DigestShown:
    """Keep a new weekly mail; raises `RefusedError` for what does not fit or is there already."""
    values = _given(by, wanted)
    email = str(values.get("email") or by.email or "")
    _require(by, email)
    with transaction.atomic():
        row = made(by, email, values, now)
    return digest(by=by, key=row.pk, now=now)


def made(by: Member, email: str, values: dict[str, Any], now: datetime) -> Digest:
    """Write a new weekly mail and its history."""
    organisation = Organisation.objects.get(pk=by.organisation_id)
    if store.digests(by.organisation_id).filter(email__iexact=email).exists():
        raise RefusedError(Finding("digest-taken", Subject(REGISTER, email), {"email": email}))
    usual = {"name": _name_of(by, email), "zone": organisation.zone}
    row = Digest(
        organisation=organisation, made_at=now, made_by=by.name, **{**usual, **values, "email": email}
    )
    _require_reader(row)
    row.save()
    record(
        by, register=REGISTER, row_id=row.pk, ref=email, action="created", now=now,
        changes={"kind": [None, row.kind], "is_on": [None, str(row.is_on)]},
    )  # fmt: skip
    return row


def change(*, by: Member, key: int, wanted: Wanted, version: int | None, now: datetime) -> DigestShown:
    """Change a weekly mail; `version` is the one that was read, None: whichever stands."""
    with transaction.atomic():
        row = _locked(by, key, version)
        values = _given(by, wanted)
        if "email" in values:
            _require(by, str(values["email"]))
            _refuse_clash(row, str(values["email"]))
        _apply(by, row, values, now)
    return digest(by=by, key=key, now=now)


def remove(*, by: Member, key: int, now: datetime) -> None:
    """Take a weekly mail away; what its letters linked to opens nothing any more."""
    with transaction.atomic():
        row = _locked(by, key, None)
        store.links(by.organisation_id, row.email).delete()
        record(by, register=REGISTER, row_id=row.pk, ref=row.email, action="removed", changes={}, now=now)
        row.delete()


def found(by: Member, key: int) -> Digest:
    """Return a weekly mail: one's own, or anybody's for who manages the settings."""
    by.require(Right.PLAN_GOALS)
    row = store.digests(by.organisation_id).filter(pk=key).select_related("organisation").first()
    if row is None or not is_own(by, row.email):
        by.require(Right.MANAGE_SETTINGS)
    if row is None:
        values = {"target": "weekly mail", "value": quoted(key)}
        raise NotThereError(Finding("row-not-found", Subject(REGISTER, str(key)[:64]), values))
    return row


def is_own(by: Member, email: str) -> bool:
    return by.email is not None and by.email.casefold() == email.casefold()


def require_writing(by: Member, email: str) -> None:
    """Raise `NotAllowedError` unless this member may change this person's mail."""
    _require(by, email)


def _require(by: Member, email: str) -> None:
    by.require(Right.PLAN_GOALS)
    if by.is_read_only or not is_own(by, email):
        by.require(Right.MANAGE_SETTINGS)


def _require_reader(row: Digest) -> None:
    if reader(row.organisation, email=row.email, name=row.name, kind=row.kind) is None:
        values = {"email": row.email}
        raise RefusedError(Finding("digest-reader-may-not", Subject(REGISTER, "email"), values))


def _given(by: Member, wanted: Wanted) -> dict[str, Any]:
    if by.is_read_only:
        raise NotAllowedError(by.role, Right.MANAGE_SETTINGS)
    return checking.checked(
        {name: getattr(wanted, name) for name in wanted.__slots__ if getattr(wanted, name) is not None}
    )


def _refuse_clash(row: Digest, email: str) -> None:
    others = store.digests(row.organisation_id).exclude(pk=row.pk)
    if others.filter(email__iexact=email).exists():
        raise RefusedError(Finding("digest-taken", Subject(REGISTER, email), {"email": email}))


def _locked(by: Member, key: int, version: int | None) -> Digest:
    _require(by, found(by, key).email)
    rows = store.digests(by.organisation_id).select_for_update(of=("self",))
    row = rows.select_related("organisation").get(pk=key)
    if version is not None and row.version != version:
        values = {"value": row.email, "other": "somebody else"}
        raise RefusedError(Finding("row-changed-meanwhile", Subject(REGISTER, row.email), values))
    return row


def _apply(by: Member, row: Digest, values: dict[str, Any], now: datetime) -> None:
    changes = {
        name: [str(getattr(row, name)), str(value)]
        for name, value in values.items()
        if getattr(row, name) != value
    }
    for name in changes:
        setattr(row, name, values[name])
    if changes.keys() & (_TIMED | {"is_on"}):
        # Due from now on: a day of this week that has passed is not made up for.
        row.made_at, row.made_by = now, by.name
        DigestMail.objects.of(row.organisation_id).filter(
            digest=row, state=store.WAITING, claimed_until=None
        ).exclude(key__startswith="now-").delete()
    _require_reader(row)
    row.version += 1
    row.save()
    record(by, register=REGISTER, row_id=row.pk, ref=row.email, action="changed", changes=changes, now=now)


def _name_of(by: Member, email: str) -> str:
    place = store.membership(by.organisation_id, email)
    return by.name if is_own(by, email) else (place.user.name if place else email)


def _last(by: Member, keys: list[int]) -> dict[int, DigestMail]:
    """Return the newest mail of each, one query for all."""
    newest: dict[int, DigestMail] = {}
    for mail in store.mails(by.organisation_id).filter(digest_id__in=keys).order_by("due_at", "pk"):
        newest[mail.digest_id] = mail
    return newest


def _shown(by: Member, row: Digest, last: DigestMail | None, now: datetime) -> DigestShown:
    own = is_own(by, row.email)
    may = not by.is_read_only and (own or by.may(Right.MANAGE_SETTINGS))
    return shown(row, last, now, is_own=own, may_change=may)
