"""Somebody without an account decides one case by link: frozen, once, in their name."""

from datetime import timedelta
from typing import Any

import pytest

from fullscore.engine.registers.access import Member, NotAllowedError, Role
from fullscore.store.models import Decision, DecisionLink, HistoryEntry, KeptFinding, Organisation
from fullscore.usecases.accounts.throttling import TooOftenError
from fullscore.usecases.registers.values import NotThereError, RefusedError
from fullscore.usecases.today import deciding
from fullscore.usecases.today.deciding import Case, DecisionLinkDeadError, NewLink
from tests.conftest import NOW, TODAY, MemberFactory

pytestmark = pytest.mark.django_db
LEASE: dict[str, Any] = {
    "code": "contract-notice-due", "title": "Give notice on the copier lease",
    "sentence": "A letter must arrive by 30 November, or it renews for 12 months.",
    "act_by": "2026-11-25", "cost_of_waiting": "9840.00", "at_stake": "9840.00", "basis": "certain",
    "whose": "", "reason": "renews, certain", "parts": [],
}  # fmt: skip
HERE = "10.0.0.1"


@pytest.fixture
def lease(owner: Member) -> KeptFinding:
    return KeptFinding.objects.create(
        organisation_id=owner.organisation_id, code=LEASE["code"], register="contracts", ref="copiers",
        document=LEASE, mark="m", group=1, rank=1, first_found_at=NOW,
    )  # fmt: skip


def asked(owner: Member, lease: KeptFinding, days: int = 14) -> NewLink:
    return deciding.ask(by=owner, finding=lease.pk, to_name="Ruth Morrow", days=days, on=TODAY, now=NOW)


def answered(link: NewLink, outcome: str, words: str = "", name: str = "Ruth Morrow") -> Case:
    at = NOW + timedelta(hours=2)
    return deciding.answer(
        secret=link.secret, address=HERE, outcome=outcome, name=name, words=words, now=at
    )  # fmt: skip


def codes(refused: pytest.ExceptionInfo[RefusedError]) -> list[str]:
    return [one.code for one in refused.value.findings]


def test_the_case_is_shown_as_it_stood_when_it_was_asked(owner: Member, lease: KeptFinding) -> None:
    link = asked(owner, lease)
    lease.document = {**LEASE, "title": "Something else", "cost_of_waiting": "1.00"}
    lease.save()

    found = deciding.opened(secret=link.secret, address=HERE, now=NOW)

    assert (found.organisation, found.asked_by, found.to_name) == ("Harbor Mill", "Owner", "Ruth Morrow")
    assert found.content["document"]["title"] == "Give notice on the copier lease"
    assert found.content["text"].splitlines() == [
        "Give notice on the copier lease",
        "A letter must arrive by 30 November, or it renews for 12 months.",
        "By Wednesday 25 November 2026.",
        "Left for a week it costs $9,840 (certain).",
        "At stake: $9,840.",
    ]


def test_looking_changes_nothing(owner: Member, lease: KeptFinding) -> None:
    link = asked(owner, lease)
    before = DecisionLink.objects.of(owner.organisation_id).values().get()

    deciding.opened(secret=link.secret, address=HERE, now=NOW)

    assert DecisionLink.objects.of(owner.organisation_id).values().get() == before
    assert not Decision.objects.of(owner.organisation_id).exists()


@pytest.mark.parametrize(("outcome", "state"), [("approved", "open"), ("declined", "declined")])
def test_a_decision_is_kept_with_name_time_and_what_they_saw(
    owner: Member, lease: KeptFinding, outcome: str, state: str
) -> None:
    answered(asked(owner, lease), outcome, "As we said in March.")

    kept = Decision.objects.of(owner.organisation_id).get()
    assert (kept.outcome, kept.decided_by, kept.reason) == (outcome, "Ruth Morrow", "As we said in March.")
    assert (kept.subject, kept.decided_on) == ("Give notice on the copier lease", NOW.date())
    assert "Left for a week it costs $9,840 (certain)." in kept.seen
    entry = HistoryEntry.objects.of(owner.organisation_id).filter(register="decisions").get()
    assert (entry.by_name, entry.at) == ("Ruth Morrow (by link)", NOW + timedelta(hours=2))
    lease.refresh_from_db()
    assert lease.state == state


def test_the_day_of_a_decision_is_the_organisations_own(owner: Member, lease: KeptFinding) -> None:
    link = asked(owner, lease)
    # Two in the morning in Greenwich is still the evening before in New York.
    late = NOW.replace(day=24, hour=2)

    deciding.answer(secret=link.secret, address=HERE, outcome="approved", name="R", words="", now=late)

    assert Decision.objects.of(owner.organisation_id).get().decided_on == TODAY


def test_a_decision_is_taken_once(owner: Member, lease: KeptFinding) -> None:
    link = asked(owner, lease)
    answered(link, "approved")

    with pytest.raises(RefusedError) as refused:
        answered(link, "declined")

    assert codes(refused) == ["decision-taken"]
    assert Decision.objects.of(owner.organisation_id).get().outcome == "approved"


def test_a_question_leaves_the_decision_open(owner: Member, lease: KeptFinding) -> None:
    link = asked(owner, lease)

    answered(link, "asked", "What does a new one cost?")
    shown = deciding.links(by=owner, finding=lease.pk)[0]
    answered(link, "approved")

    assert (shown.answer, shown.words, shown.is_open(NOW)) == ("asked", "What does a new one cost?", True)
    assert Decision.objects.of(owner.organisation_id).get().outcome == "approved"


@pytest.mark.parametrize(
    ("outcome", "name", "code"),
    [
        ("asked", "Ruth", "decision-question-missing"),
        ("approved", "", "field-required"),
        ("approved", "R" * 201, "field-too-long"),
        ("signed", "Ruth", "decision-answer-unknown"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(
    owner: Member, lease: KeptFinding, outcome: str, name: str, code: str
) -> None:
    link = asked(owner, lease)

    with pytest.raises(RefusedError) as refused:
        answered(link, outcome, name=name)

    assert codes(refused) == [code]
    assert DecisionLink.objects.of(owner.organisation_id).get().answer == ""


@pytest.mark.parametrize("how", ["ended", "run out", "never was"])
def test_every_dead_link_says_the_same(owner: Member, lease: KeptFinding, how: str) -> None:
    link = asked(owner, lease, days=3)
    secret, now = link.secret, NOW
    if how == "ended":
        deciding.end(by=owner, link=link.id, now=NOW)
    if how == "run out":
        now = NOW + timedelta(days=3)
    if how == "never was":
        secret = "wrong"

    for door in (
        lambda: deciding.opened(secret=secret, address=HERE, now=now),
        lambda: deciding.answer(
            secret=secret, address=HERE, outcome="approved", name="R", words="", now=now
        ),
    ):  # fmt: skip
        with pytest.raises(DecisionLinkDeadError) as refused:
            door()
        assert codes(refused) == ["decision-link-dead"]
    assert not Decision.objects.of(owner.organisation_id).exists()


def test_whoever_tries_many_is_made_to_wait_and_a_right_one_still_opens(
    owner: Member, lease: KeptFinding
) -> None:
    link = asked(owner, lease)

    def wrong() -> None:
        deciding.answer(
            secret="wrong", address=HERE, outcome="approved", name="R", words="", now=NOW  # noqa: S106  a wrong one
        )  # fmt: skip

    for _ in range(20):
        with pytest.raises(DecisionLinkDeadError):
            wrong()
    with pytest.raises(TooOftenError):
        wrong()

    assert deciding.opened(secret=link.secret, address=HERE, now=NOW).to_name == "Ruth Morrow"


def test_only_a_hash_of_the_secret_is_kept(owner: Member, lease: KeptFinding) -> None:
    link = asked(owner, lease)

    row = DecisionLink.objects.of(owner.organisation_id).values().get()

    assert not any(link.secret in str(value) for value in row.values())


def test_who_asks_must_be_allowed_and_name_somebody(
    owner: Member, lease: KeptFinding, member: MemberFactory
) -> None:
    with pytest.raises(NotAllowedError):
        asked(member(Role.AUDITOR), lease)
    with pytest.raises(RefusedError) as refused:
        deciding.ask(by=owner, finding=lease.pk, to_name=" ", to_email="ruth@", days=91, on=TODAY, now=NOW)

    assert codes(refused) == ["field-required", "field-not-an-email", "decision-link-days"]


def test_a_case_of_another_organisation_is_not_there(
    lease: KeptFinding, other_organisation: Organisation
) -> None:
    stranger = Member(other_organisation.pk, "other-works", Role.OWNER, None, "Stranger")

    with pytest.raises(NotThereError):
        asked(stranger, lease)
    assert deciding.links(by=stranger, finding=lease.pk) == ()
