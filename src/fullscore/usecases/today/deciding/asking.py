"""Asking somebody to decide: a link to one case, frozen as it stands."""

import secrets
from datetime import date, datetime, timedelta

from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import FieldClass, Member, Right
from fullscore.engine.registers.cleaning import clean
from fullscore.engine.registers.cleaning import shown as quoted
from fullscore.engine.registers.columns import Column, Kind
from fullscore.store import deciding as store
from fullscore.store.accounts import digest, record
from fullscore.store.models import DecisionLink, KeptFinding, Organisation
from fullscore.usecases.registers.values import NotThereError, RefusedError
from fullscore.usecases.today.deciding import casing
from fullscore.usecases.today.deciding.values import LinkShown, NewLink, shown

REGISTER = "today"
LONGEST_DAYS = 90
_NAME = Column("to_name", "Name", Kind.TEXT, FieldClass.OPEN, is_required=True, max_length=200)
_EMAIL = Column("to_email", "E-mail", Kind.EMAIL, FieldClass.OPEN, max_length=254)


def ask(
    *, by: Member, finding: int, to_name: str, to_email: str = "", days: int, on: date, now: datetime
) -> NewLink:
    """Return a link by which `to_name` may decide for 1 to 90 days; its secret is shown this once.

    Raises `RefusedError` for a name or address that is none, `NotThereError` for a finding not there.
    """
    by.require(Right.ACT_ON_FINDINGS)
    name, email = _checked(to_name, to_email, days)
    with transaction.atomic():
        row = found(by, finding)
        secret = secrets.token_urlsafe(32)
        organisation = Organisation.objects.get(pk=by.organisation_id)
        made = DecisionLink.objects.create(
            organisation=organisation, finding=row, secret_hash=digest(secret), made_at=now, made_by=by.name,
            case=casing.content(row, organisation.currency, on), to_name=name, to_email=email,
            expires_at=now + timedelta(days=days),
        )  # fmt: skip
        remember(by, row, "decision asked", now, name)
    return NewLink(made.pk, secret, made.expires_at)


def _checked(to_name: str, to_email: str, days: int) -> tuple[str, str]:
    subject = Subject(REGISTER, "decision")
    cleaned = [clean(_NAME, to_name, subject), clean(_EMAIL, to_email, subject)]
    findings = [one for one in cleaned if isinstance(one, Finding)]
    if not 1 <= days <= LONGEST_DAYS:
        findings.append(Finding("decision-link-days", subject, {"days": days, "longest": LONGEST_DAYS}))
    if findings:
        raise RefusedError(*findings)
    return str(cleaned[0]), str(cleaned[1] or "")


def links(*, by: Member, finding: int) -> tuple[LinkShown, ...]:
    """Return whom this was asked of and what came back, the newest first."""
    by.require(Right.ACT_ON_FINDINGS)
    rows = store.links(by.organisation_id).filter(finding_id=finding)
    return tuple(shown(row) for row in rows)


def end(*, by: Member, link: int, now: datetime) -> LinkShown:
    """End a link now; ending twice is ending once."""
    by.require(Right.ACT_ON_FINDINGS)
    with transaction.atomic():
        row = store.links(by.organisation_id).select_for_update(of=("self",)).filter(pk=link).first()
        if row is None:
            raise _not_there("link", link)
        if row.revoked_at is None:
            row.revoked_at = now
            row.save(update_fields=["revoked_at"])
            remember(by, row.finding, "decision link ended", now, row.to_name)
    return shown(row)


def found(by: Member, finding: int) -> KeptFinding:
    """Return a finding of the member's organisation; raises `NotThereError`."""
    row = store.finding(by.organisation_id, finding)
    if row is None:
        raise _not_there("finding", finding)
    return row


def _not_there(target: str, key: int) -> NotThereError:
    values = {"target": target, "value": quoted(key)}
    return NotThereError(Finding("row-not-found", Subject(REGISTER, str(key)[:64]), values))


def remember(by: Member, row: KeptFinding, action: str, now: datetime, who: str) -> None:
    """Write the one history entry of a deed."""
    changes = {"asked": [None, who]}
    record(by, register=REGISTER, row_id=row.pk, ref=row.ref, action=action[:16], changes=changes, now=now)
