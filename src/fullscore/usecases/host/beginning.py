"""The first day: an organisation, its settings, and the link that makes its owner."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.text import slugify

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Role
from fullscore.store.models import Membership, Organisation, SignInLink
from fullscore.usecases.accounts.links import HasOwnerError, Link, Purpose, issue_first_link, link_for_member
from fullscore.usecases.host.operating import as_operator
from fullscore.usecases.host.starting import holds_sample
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.settings.fields import parsed


@dataclass(frozen=True, slots=True)
class Beginning:
    """A new organisation and the link for its first owner."""

    ref: str
    name: str
    link: Link


@transaction.atomic
def begin(*, given: Mapping[str, str], owner: str, is_sample: bool, now: datetime) -> Beginning:
    """Make an organisation from settings as people write them; raises `RefusedError` for one that is here."""
    keep_apart(is_sample=is_sample)
    values = parsed(given)
    name = str(values["name"])
    if Organisation.objects.filter(name__iexact=name).exists():
        raise RefusedError(Finding("organisation-there", Subject("host", "organisations"), {"name": name}))
    made = Organisation.objects.create(**values, ref=_free_ref(name), is_demo=is_sample, created_at=now)
    by = as_operator(made.ref, made.pk)
    return Beginning(made.ref, made.name, issue_first_link(by=by, email=owner, now=now))


def sign_in_link(*, now: datetime, wanted: str | None = None) -> Link | None:
    """Return a fresh link where an organisation waits for its first owner, or is a sample; else None.

    Of several the `wanted` one comes first, then the oldest.
    """
    for organisation in sorted(Organisation.objects.order_by("pk"), key=lambda one: one.ref != wanted):
        by = as_operator(organisation.ref, organisation.pk)
        link = _to_sample(by, now) if organisation.is_demo else _to_first_owner(by, now)
        if link is not None:
            return link
    return None


def _to_first_owner(by: Member, now: datetime) -> Link | None:
    asked = SignInLink.objects.filter(organisation_id=by.organisation_id, purpose=Purpose.FIRST).last()
    if asked is None:
        return None
    try:
        return issue_first_link(by=by, email=asked.email, now=now)
    except HasOwnerError:
        return None


def _to_sample(by: Member, now: datetime) -> Link | None:
    owner = Membership.objects.of(by.organisation_id).filter(role=Role.OWNER.value).first()
    if owner is None:
        return None
    return link_for_member(by=by, email=owner.user.email, purpose=Purpose.SIGN_IN, now=now)


def keep_apart(*, is_sample: bool) -> None:
    """Raise `RefusedError` where sample and real data would meet."""
    held = holds_sample()
    if held is None or held is is_sample:
        return
    code = "home-is-real" if is_sample else "home-is-demo"
    raise RefusedError(Finding(code, Subject("host", "home"), {"home": str(Path(settings.HOME))}))


def _free_ref(name: str) -> str:
    wanted = slugify(name)[:56].strip("-") or "organisation"
    taken = set(Organisation.objects.filter(ref__startswith=wanted).values_list("ref", flat=True))
    if wanted not in taken:
        return wanted
    return next(
        f"{wanted}-{number}" for number in range(2, len(taken) + 3) if f"{wanted}-{number}" not in taken
    )
