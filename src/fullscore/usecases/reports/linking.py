"""Links to a pack for people without an account: made for some days, ended early."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import FieldClass, Member, Right
from fullscore.engine.registers.cleaning import clean
from fullscore.engine.registers.cleaning import shown as quoted
from fullscore.engine.registers.columns import Column, Kind
from fullscore.store import reports as store
from fullscore.store.accounts import digest, record
from fullscore.store.models import Pack, PackLink
from fullscore.usecases.registers.values import NotThereError, RefusedError
from fullscore.usecases.reports.issuing import REGISTER
from fullscore.usecases.reports.keeping import found
from fullscore.usecases.reports.values import NewPackLink, PackLinkShown

LONGEST_DAYS = 90
_NAME = Column("to_name", "Name", Kind.TEXT, FieldClass.OPEN, is_required=True, max_length=200)
_EMAIL = Column("to_email", "E-mail", Kind.EMAIL, FieldClass.OPEN, max_length=254)


def link(
    *, by: Member, kind: str, number: int, to_name: str, to_email: str = "", days: int, now: datetime
) -> NewPackLink:
    """Return a link by which `to_name` reads an issued pack and answers; its secret is shown this once.

    Raises `RefusedError` for a draft, a name or address that is none, or days beyond 1 to 90.
    """
    by.require(Right.KEEP_PLANS)
    name, email = _checked(to_name, to_email, days)
    with transaction.atomic():
        row = found(by.organisation_id, kind, number)
        if row.state != "done" or row.number == store.DRAFT:
            raise RefusedError(Finding("pack-not-issued", Subject("reports", str(row))))
        secret = secrets.token_urlsafe(32)
        made = PackLink.objects.of(by.organisation_id).create(
            organisation=row.organisation, pack=row, secret_hash=digest(secret), to_name=name,
            to_email=email, made_at=now, made_by=by.name, expires_at=now + timedelta(days=days),
        )  # fmt: skip
        _remember(by, row, "link made", name, now)
    return NewPackLink(made.pk, secret, made.expires_at)


def _checked(to_name: str, to_email: str, days: int) -> tuple[str, str]:
    about = Subject("reports", "link")
    cleaned = [clean(_NAME, to_name, about), clean(_EMAIL, to_email, about)]
    findings = [one for one in cleaned if isinstance(one, Finding)]
    if not 1 <= days <= LONGEST_DAYS:
        findings.append(Finding("pack-link-days", about, {"days": days, "longest": LONGEST_DAYS}))
    if findings:
        raise RefusedError(*findings)
    return str(cleaned[0]), str(cleaned[1] or "")


def links(*, by: Member, kind: str, number: int) -> tuple[PackLinkShown, ...]:
    """Return for whom links to a pack were made, the newest first."""
    by.require(Right.KEEP_PLANS)
    row = found(by.organisation_id, kind, number)
    rows = store.links(by.organisation_id).filter(pack=row)
    return tuple(shown(each) for each in rows)


def end(*, by: Member, link: int, now: datetime) -> PackLinkShown:
    """End a link now; ending twice is ending once. Raises `NotThereError`."""
    by.require(Right.KEEP_PLANS)
    with transaction.atomic():
        row = store.links(by.organisation_id).select_for_update(of=("self",)).filter(pk=link).first()
        if row is None:
            values = {"target": "link", "value": quoted(link)}
            raise NotThereError(Finding("row-not-found", Subject("reports", str(link)[:64]), values))
        if row.revoked_at is None:
            row.revoked_at = now
            row.save(update_fields=["revoked_at"])
            _remember(by, row.pack, "link ended", row.to_name, now)
    return shown(row)


def shown(row: PackLink) -> PackLinkShown:
    return PackLinkShown(
        row.pk, row.pack.kind, row.pack.number, row.to_name, row.to_email, row.made_at, row.made_by,
        row.expires_at, row.revoked_at, row.read_at,
    )  # fmt: skip


def _remember(by: Member, row: Pack, action: str, who: str, now: datetime) -> None:
    record(
        by, register=REGISTER, row_id=row.pk, ref=str(row), action=action, changes={"link": [None, who]},
        now=now,
    )  # fmt: skip
