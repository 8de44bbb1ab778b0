"""Links of a mail say why they do nothing any more; a dead one is dead for a look and for a press."""

import secrets
from datetime import datetime

import pytest

from fullscore.engine.registers.access import Member
from fullscore.store.accounts import digest as hashed
from fullscore.store.models import ActionLink, KeptFinding, Organisation
from fullscore.usecases import today
from fullscore.usecases.accounts.throttling import TooOftenError
from fullscore.usecases.today import digests
from fullscore.usecases.today.digests import ActionLinkDeadError
from tests.conftest import NOW
from tests.usecases.bound import fill
from tests.usecases.digested import DAY, set_up

ADDRESS = "203.0.113.9"


@pytest.fixture
def copier(organisation: Organisation, owner: Member) -> KeptFinding:
    fill(organisation)
    set_up(owner)
    today.work_out(organisation_id=organisation.pk, now=NOW)
    return KeptFinding.objects.of(organisation.pk).get(ref="copier", code="contract-notice-due")


def link(copier: KeptFinding, owner: Member, **values: object) -> str:
    """Keep a link for the owner and return its secret."""
    secret = secrets.token_urlsafe(32)
    usual: dict[str, object] = {
        "verb": "done", "email": str(owner.email), "name": owner.name, "made_at": NOW,
        "expires_at": NOW + 14 * DAY,
    }  # fmt: skip
    made = {**usual, **values, "organisation_id": copier.organisation_id, "secret_hash": hashed(secret)}
    ActionLink.objects.create(finding=copier, **made)
    return secret


def refused(secret: str, now: datetime = NOW) -> set[str]:
    """Return what a look and a press are told."""
    told = set()
    for deed in (digests.opened, digests.press):
        with pytest.raises(ActionLinkDeadError) as dead:
            deed(secret=secret, address=ADDRESS, now=now)
        told.add(dead.value.findings[0].code)
    return told


def test_nobodys_secret(copier: KeptFinding) -> None:
    assert refused("nobodys") == {"action-link-unknown"}


def test_whoever_presses_many_is_made_to_wait_and_a_right_one_still_works(
    copier: KeptFinding, owner: Member
) -> None:
    secret = link(copier, owner)
    for number in range(20):
        with pytest.raises(ActionLinkDeadError):
            digests.press(secret=f"wrong{number}", address=ADDRESS, now=NOW)
    with pytest.raises(TooOftenError):
        digests.press(secret="wrong", address=ADDRESS, now=NOW)  # noqa: S106  a wrong one

    assert digests.press(secret=secret, address=ADDRESS, now=NOW).verb == "done"


def test_one_that_was_used(copier: KeptFinding, owner: Member) -> None:
    secret = link(copier, owner, verb="snooze")
    done = digests.press(secret=secret, address=ADDRESS, now=NOW)

    assert done.until == NOW + 7 * DAY
    assert refused(secret) == {"action-link-used"}


def test_one_that_has_run_out(copier: KeptFinding, owner: Member) -> None:
    secret = link(copier, owner)

    assert refused(secret, NOW + 14 * DAY) == {"action-link-expired"}
    assert digests.opened(secret=secret, address=ADDRESS, now=NOW + 13 * DAY).title


def test_one_of_somebody_who_gets_no_mail(copier: KeptFinding, owner: Member) -> None:
    assert refused(link(copier, owner, email="was@elsewhere.example")) == {"action-link-ended"}


def test_one_whose_case_was_dealt_with(copier: KeptFinding, owner: Member) -> None:
    secret = link(copier, owner)
    today.finish(by=owner, finding=copier.pk, now=NOW)

    assert refused(secret) == {"action-link-overtaken"}


def test_one_whose_case_has_gone_away(copier: KeptFinding, owner: Member) -> None:
    secret = link(copier, owner)
    KeptFinding.objects.of(copier.organisation_id).filter(pk=copier.pk).update(rank=None, group=None)

    assert refused(secret) == {"action-link-overtaken"}
