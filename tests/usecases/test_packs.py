"""Packs: prepared, issued, frozen, sent by link, answered; nothing of an issued one ever changes."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import settings

from fullscore.engine.registers.access import Member, NotAllowedError, Role
from fullscore.store import reports as store
from fullscore.store.models import Decision, HistoryEntry, Organisation, Pack, PackLink, Proposal
from fullscore.usecases import registers, reports
from fullscore.usecases.registers.values import NotThereError, RefusedError
from fullscore.usecases.reports import working
from fullscore.usecases.today import owners
from tests.conftest import NOW, TODAY, MemberFactory
from tests.usecases.proposing import world

HERE = "10.0.0.1"
LATER = NOW + timedelta(days=1)


@pytest.fixture
def house(organisation: Organisation) -> Organisation:
    world(organisation)
    return organisation


@pytest.fixture
def by(house: Organisation, member: MemberFactory) -> Member:
    return member(Role.IT)


def work(at: datetime = NOW) -> None:
    for key in working.stale(now=at):
        working.advance(key=key, clock=lambda: at)


def issued(by: Member, on: date = TODAY, at: datetime = NOW) -> reports.PackShown:
    made = reports.issue(by=by, kind="board", on=on, now=at)
    work(at)
    return reports.pack(by=by, kind="board", number=made.number)


def sent(by: Member, number: int = 1, to: str = "Ruth Morrow") -> str:
    made = reports.link(by=by, kind="board", number=number, to_name=to, days=9, now=NOW)
    return made.secret


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(RefusedError) as refused:
        act()
    return refused.value.findings[0].code


def answered(secret: str, outcome: str = "approved", words: str = "", proposal: str = "") -> reports.Reading:
    found = reports.opened(secret=secret, address=HERE, now=NOW)
    ref = proposal or reports.asks_of(found.document)[0]["proposal"]
    return reports.answer(
        secret=secret, address=HERE, proposal=ref, outcome=outcome, name="Ruth Morrow", words=words, now=NOW
    )


def test_a_pack_is_numbered_frozen_and_printed(by: Member) -> None:
    found = issued(by)
    assert (found.state, found.number, found.forms) == ("done", 1, ("pdf", "pptx"))
    assert found.document is not None
    assert (found.document["number"], found.document["issued_by"]) == (1, by.name)
    assert found.fingerprint == working.fingerprint(found.document)
    assert reports.file(by=by, kind="board", number=1, form="pdf").startswith(b"%PDF")
    assert reports.file(by=by, kind="board", number=1, form="pptx").startswith(b"PK")


def test_an_issued_pack_stays_byte_for_byte_after_the_data_changed(by: Member) -> None:
    before = issued(by)
    files = {form: reports.file(by=by, kind="board", number=1, form=form) for form in before.forms}
    for row in Proposal.objects.of(by.organisation_id).all():
        registers.save(
            by=by,
            register="proposals",
            ref=row.ref,
            version=None,
            now=LATER,
            values={"name": f"Other {row.ref}"},
        )
    work(LATER)
    issued(by, TODAY + timedelta(days=1), LATER)
    after = reports.pack(by=by, kind="board", number=1)
    assert after.document == before.document
    assert after.fingerprint == before.fingerprint
    assert {form: reports.file(by=by, kind="board", number=1, form=form) for form in files} == files
    assert reports.pack(by=by, kind="board", number=2).fingerprint != before.fingerprint


def test_a_draft_is_replaced_and_what_was_looked_at_is_what_is_issued(by: Member) -> None:
    code = refusal(lambda: reports.issue(by=by, kind="board", on=TODAY, now=NOW, is_as_drafted=True))
    assert code == "pack-not-drafted"
    reports.prepare(by=by, kind="board", on=TODAY, now=NOW)
    work()
    reports.prepare(by=by, kind="board", on=TODAY, now=NOW, left_out=frozenset({"risk"}))
    work()
    (draft,) = [each for each in reports.packs(by=by) if each.is_draft]
    looked_at = reports.pack(by=by, kind="board", number=0).document
    assert draft.state == "done"
    assert looked_at is not None
    assert "risk" not in {section["key"] for section in looked_at["sections"]}

    registers.save(by=by, register="proposals", ref="room", version=None, now=NOW, values={"name": "Other"})
    made = reports.issue(by=by, kind="board", on=TODAY, now=NOW, is_as_drafted=True)
    work()
    found = reports.pack(by=by, kind="board", number=made.number).document
    assert found is not None
    stamp = {"number", "issued_at", "issued_by"}
    assert {name: found[name] for name in found if name not in stamp} == {
        name: looked_at[name] for name in looked_at if name not in stamp
    }


def test_a_pack_of_a_killed_worker_is_made_by_the_next(by: Member) -> None:
    reports.issue(by=by, kind="board", on=TODAY, now=NOW)
    row = Pack.objects.of(by.organisation_id).get(number=1)
    assert store.claim(row, NOW)
    assert working.stale(now=NOW + timedelta(seconds=settings.LEASE_SECONDS - 1)) == ()
    at = NOW + timedelta(seconds=settings.LEASE_SECONDS + 1)
    work(at)
    assert reports.pack(by=by, kind="board", number=1).state == "done"


def test_a_pack_is_stopped_and_asked_for_again(by: Member) -> None:
    reports.issue(by=by, kind="board", on=TODAY, now=NOW)
    assert reports.stop(by=by, kind="board", number=1, now=NOW).state == "stopped"
    work()
    assert reports.pack(by=by, kind="board", number=1).document is None
    reports.again(by=by, kind="board", number=1, now=NOW)
    work()
    assert reports.pack(by=by, kind="board", number=1).state == "done"
    assert refusal(lambda: reports.again(by=by, kind="board", number=1, now=NOW)) == "pack-is-done"


@pytest.mark.parametrize(
    ("kind", "left_out", "code"),
    [("bored", "", "pack-kind-unknown"), ("board", "gossip", "pack-section-unknown")],
)
def test_what_nobody_knows_is_not_asked_for(by: Member, kind: str, left_out: str, code: str) -> None:
    sections = frozenset({left_out} - {""})
    assert refusal(lambda: reports.prepare(by=by, kind=kind, on=TODAY, now=NOW, left_out=sections)) == code
    assert reports.packs(by=by) == ()


def test_only_an_issued_pack_is_sent_and_for_so_many_days(by: Member) -> None:
    reports.prepare(by=by, kind="board", on=TODAY, now=NOW)
    work()
    assert refusal(lambda: sent(by, 0)) == "pack-not-issued"
    issued(by)
    days = lambda: reports.link(by=by, kind="board", number=1, to_name="R", days=91, now=NOW)  # noqa: E731
    assert refusal(days) == "pack-link-days"


def test_an_owners_yes_stands_in_the_register_on_the_proposal_and_on_today(by: Member) -> None:
    issued(by)
    secret = sent(by)
    found = answered(secret, words="Good.")
    (answer,) = found.pack.answers
    decision = Decision.objects.of(by.organisation_id).get(decided_by="Ruth Morrow")
    proposal = Proposal.objects.of(by.organisation_id).get(ref=answer.proposal)
    assert (decision.subject, decision.outcome, decision.reason) == (proposal.name, "approved", "Good.")
    assert "Board pack 1" in decision.seen
    assert proposal.state == "accepted"
    entry = HistoryEntry.objects.of(by.organisation_id).filter(register="proposals").latest("pk")
    assert entry.by_name == "Ruth Morrow (by link)"
    (action,) = owners.actions(by.organisation_id, TODAY)
    assert action.finding.code == "proposal-approved"


def test_a_question_waits_on_today_until_it_is_decided(by: Member) -> None:
    issued(by)
    secret = sent(by)
    answered(secret, "asked", "Why now?")
    (action,) = owners.actions(by.organisation_id, TODAY)
    assert action.finding.code == "pack-question"
    assert not Decision.objects.of(by.organisation_id).exists()
    answered(secret, "declined")
    assert owners.actions(by.organisation_id, TODAY) == ()
    assert {each.answer for each in reports.pack(by=by, kind="board", number=1).answers} == {
        "asked", "declined",
    }  # fmt: skip


def test_a_changed_mind_counts_and_both_are_kept(by: Member) -> None:
    issued(by)
    secret = sent(by)
    first = answered(secret)
    ref = first.pack.answers[0].proposal
    answered(secret, "declined", "No money.", ref)
    found = reports.pack(by=by, kind="board", number=1)
    assert found.newest[ref].answer == "declined"
    assert [each.answer for each in found.answers] == ["approved", "declined"]
    assert Proposal.objects.of(by.organisation_id).get(ref=ref).state == "declined"
    assert Decision.objects.of(by.organisation_id).count() == 2


@pytest.mark.parametrize(
    ("outcome", "words", "proposal", "code"),
    [
        ("perhaps", "", "", "decision-answer-unknown"),
        ("asked", " ", "", "decision-question-missing"),
        ("approved", "", "nothing-of-the-kind", "pack-ask-unknown"),
    ],
)
def test_an_answer_that_means_nothing_is_refused_and_nothing_kept(
    by: Member, outcome: str, words: str, proposal: str, code: str
) -> None:
    issued(by)
    secret = sent(by)
    assert refusal(lambda: answered(secret, outcome, words, proposal)) == code
    assert reports.pack(by=by, kind="board", number=1).answers == ()


def test_a_dead_link_opens_nothing(by: Member) -> None:
    issued(by)
    secret = sent(by)
    link = PackLink.objects.of(by.organisation_id).get()
    reports.end(by=by, link=link.pk, now=NOW)
    for dead, at in ((secret, NOW), ("never-was", NOW), (sent(by), NOW + timedelta(days=10))):
        with pytest.raises(reports.PackLinkDeadError) as refused:
            reports.opened(secret=dead, address=HERE, now=at)
        assert refused.value.findings[0].code == "pack-link-dead"


def test_only_the_hash_of_a_links_secret_is_kept(by: Member) -> None:
    issued(by)
    secret = sent(by)
    link = PackLink.objects.of(by.organisation_id).get()
    assert secret not in str(vars(link))
    assert link.read_at is None
    reports.opened(secret=secret, address=HERE, now=NOW)
    link.refresh_from_db()
    assert link.read_at == NOW


def test_an_auditor_reads_packs_and_issues_none(by: Member, member: MemberFactory) -> None:
    issued(by)
    auditor = member(Role.AUDITOR)
    assert reports.pack(by=auditor, kind="board", number=1).state == "done"
    with pytest.raises(NotAllowedError):
        reports.issue(by=auditor, kind="board", on=TODAY, now=NOW)
    with pytest.raises(NotAllowedError):
        reports.packs(by=member(Role.REQUESTER))


def test_a_pack_that_is_not_there_says_so(by: Member) -> None:
    with pytest.raises(NotThereError):
        reports.pack(by=by, kind="board", number=9)
    issued(by)
    with pytest.raises(NotThereError):
        reports.file(by=by, kind="board", number=1, form="zip")


def test_a_proposal_moved_to_another_quarter_starts_then(by: Member) -> None:
    done = reports.move(by=by, proposal="room", quarter=date(2027, 4, 1), now=NOW)
    row = Proposal.objects.of(by.organisation_id).get(ref="room")
    assert (row.starts_from, row.starts_until) == (date(2027, 4, 1), date(2027, 6, 30))
    assert done.entry is not None
    registers.undo(by=by, register="proposals", ref="room", entry=done.entry, now=NOW)
    row.refresh_from_db()
    assert (row.starts_from, row.starts_until) == (None, None)
    with pytest.raises(NotThereError):
        reports.move(by=by, proposal="nothing", quarter=date(2027, 4, 1), now=NOW)


def test_moments_of_a_pack_are_the_organisations(by: Member) -> None:
    found = issued(by, at=datetime(2026, 11, 23, 3, 0, tzinfo=UTC))
    assert found.document is not None
    assert found.document["issued_at"] == "2026-11-22T22:00:00-05:00"
