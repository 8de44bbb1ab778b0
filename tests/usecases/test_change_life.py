"""The life of one change: written down in plain words, agreed to by owners, worked on, over."""

import json
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from docs import recompute
from pytest_django import Settings

from fullscore.engine.changes.states import Act
from fullscore.engine.registers.access import Member, NotAllowedError, Role
from fullscore.post import mail
from fullscore.store.models import Agreement, Change, ChangeStep, Decision, HistoryEntry, Organisation
from fullscore.usecases import registers
from fullscore.usecases.changes import living
from fullscore.usecases.changes.living import AgreeLinkDeadError, Done
from fullscore.usecases.registers.values import RefusedError, StaleVersionError
from tests.conftest import NOW, TODAY, MemberFactory
from tests.letterbox import Letterbox, listening
from tests.usecases.changing import furnish

pytestmark = pytest.mark.django_db
HERE = "10.0.0.1"
UPGRADE = {
    "name": "Upgrade the firewall", "why": "It gets no more updates.", "touches": "Firewall HQ: down",
    "crew": "1 with network", "likely_hours": "1 h 30 min", "rollback_hours": "30 min",
    "steps": "Save its settings\nUpgrade\nTest", "owner": "dana", "due": "2026-12-18",
    "waiting_cost_day": "100",
}  # fmt: skip


@pytest.fixture
def it(organisation: Organisation, owner: Member) -> Member:
    furnish(organisation)
    return owner


def add(by: Member, **more: str) -> Done:
    return living.add(by=by, given={**UPGRADE, **more}, now=NOW)


def ask(by: Member, ref: str, on: date = TODAY) -> Done:
    return living.ask(by=by, ref=ref, version=None, on=on, now=NOW)


def answer(by: Member, ref: str, person: str, said: str = "agreed", reason: str = "") -> Done:
    return living.answer(by=by, ref=ref, person=person, said=said, reason=reason, on=TODAY, now=NOW)


def act(by: Member, ref: str, doing: Act, at: datetime = NOW) -> Done:
    return living.act(by=by, ref=ref, doing=doing, version=None, on=TODAY, now=at)


def agreed(by: Member, **more: str) -> str:
    ref = add(by, **more).ref
    ask(by, ref)
    for person in ("mara", "priya"):
        answer(by, ref, person)
    return ref


def codes(refused: pytest.ExceptionInfo[RefusedError]) -> list[str]:
    return [one.code for one in refused.value.findings]


def link_of(by: Member, ref: str, person: str) -> str:
    found = living.whole(by=by, ref=ref, on=TODAY)
    return next(one.link for one in found.asking if one.person == person).removeprefix("/agree/").strip("/")


def test_a_change_in_plain_words_says_whom_it_stops(it: Member) -> None:
    found = living.whole(by=it, ref=add(it).ref, on=TODAY)

    assert [(one.name, one.how) for one in found.touches] == [("Firewall HQ", "down")]
    assert [(one.name, one.state) for one in found.reached] == [
        ("CRM", "down"), ("Mail", "degraded"), ("Firewall HQ", "down"),
    ]  # fmt: skip
    assert [(one.skill, one.have_it) for one in found.crew] == [("network", ("Dana Whitfield",))]
    assert [one.text for one in found.steps] == ["Save its settings", "Upgrade", "Test"]
    assert found.hours is not None
    assert found.hours.value == Decimal("2.00")


def test_owners_of_what_is_affected_must_agree(it: Member) -> None:
    found = living.whole(by=it, ref=add(it).ref, on=TODAY)

    assert [(one.name, one.for_what) for one in found.asking] == [
        ("Mara Lind", ("CRM",)), ("Priya Shah", ("Mail",)),
    ]  # fmt: skip
    assert found.unowned == ("Firewall HQ",)


def test_everything_that_is_not_understood_is_said_at_once(it: Member) -> None:
    with pytest.raises(RefusedError) as refused:
        add(
            it,
            touches="Firewal HQ\nnothing of ours",
            crew="2 with plumbing",
            after="what",
            likely_hours="soon",
        )

    assert codes(refused) == [
        "change-length-unknown", "change-touch-unknown", "change-touch-unknown", "change-hands-unknown",
        "change-before-unknown",
    ]  # fmt: skip
    assert "Did you mean Firewall HQ?" in str(refused.value)
    assert not Change.objects.of(it.organisation_id).exists()


def test_at_best_is_not_longer_than_at_worst(it: Member) -> None:
    with pytest.raises(RefusedError) as refused:
        add(it, shortest_hours="3 h", longest_hours="1 h")

    assert codes(refused) == ["change-lengths-odd"]


def test_asking_writes_to_each_owner_once_and_says_by_when(it: Member) -> None:
    ref = add(it).ref

    done = ask(it, ref)

    rows = Agreement.objects.of(it.organisation_id).order_by("person__name")
    assert [(row.answer, row.asked_on, row.answer_by) for row in rows] == [
        ("asked", TODAY, date(2026, 11, 27)), ("asked", TODAY, date(2026, 11, 27)),
    ]  # fmt: skip
    assert (done.state, done.not_mailed) == ("planned", ("Mara Lind", "Priya Shah"))


def test_it_is_agreed_when_the_last_of_them_agrees(it: Member) -> None:
    ref = add(it).ref
    ask(it, ref)

    assert answer(it, ref, "mara").state == "planned"
    assert answer(it, ref, "priya").state == "agreed"


def test_an_agreed_change_with_a_date_is_scheduled(it: Member) -> None:
    ref = agreed(it, starts_on="2026-12-05", starts_at="22:00")

    assert living.whole(by=it, ref=ref, on=TODAY).stage == "scheduled"


def test_an_objection_needs_a_reason_and_stops_it(it: Member) -> None:
    ref = add(it).ref
    ask(it, ref)
    with pytest.raises(RefusedError) as refused:
        answer(it, ref, "mara", "objected")
    answer(it, ref, "mara", "objected", "Quotes go out that evening.")
    answer(it, ref, "priya")

    found = living.whole(by=it, ref=ref, on=TODAY)

    assert codes(refused) == ["change-reason-missing"]
    assert (found.stage, found.verdict) == ("planned", "objected")
    assert "Quotes go out that evening." in {one.reason for one in found.asking}


def test_silence_past_its_day_counts_as_agreed(it: Member) -> None:
    ref = add(it).ref
    ask(it, ref)
    last = living.whole(by=it, ref=ref, on=date(2026, 11, 27))
    past = living.whole(by=it, ref=ref, on=date(2026, 11, 28))

    assert {one.answer for one in last.asking} == {"asked"}
    assert ({one.answer for one in past.asking}, past.verdict) == ({"silent"}, "agreed")


def test_a_worker_writes_silence_down_once(it: Member) -> None:
    ref = add(it).ref
    ask(it, ref)
    later = NOW + timedelta(days=6)

    keys = living.silent(now=later)
    for key in (*keys, *keys):
        living.note_silence(key=key, now=later)

    assert [row.answer for row in Agreement.objects.of(it.organisation_id)] == ["silent", "silent"]
    assert Change.objects.of(it.organisation_id).get(ref=ref).state == "agreed"
    assert living.silent(now=later) == ()
    assert HistoryEntry.objects.of(it.organisation_id).filter(by_name="silence").count() == 3


def test_what_touches_nothing_cannot_be_asked_about(it: Member) -> None:
    ref = add(it, touches="").ref

    with pytest.raises(RefusedError) as refused:
        ask(it, ref)

    assert codes(refused) == ["change-touches-nothing"]


def test_whom_nobody_asked_cannot_answer(it: Member) -> None:
    ref = add(it).ref

    with pytest.raises(RefusedError) as refused:
        answer(it, ref, "mara")

    assert codes(refused) == ["change-not-asked"]


def test_the_link_in_the_letter_answers_once_and_keeps_what_was_seen(it: Member) -> None:
    ref = add(it).ref
    ask(it, ref)
    secret = link_of(it, ref, "mara")
    case = living.opened(secret=secret, address=HERE, now=NOW)

    living.answer_by_link(secret=secret, address=HERE, said="agreed", reason="", mark=case.mark, now=NOW)

    row = Agreement.objects.of(it.organisation_id).get(person__ref="mara")
    assert (row.answer, row.answered_on) == ("agreed", TODAY)
    assert "CRM is down." in row.seen
    assert "A week without it costs: " in row.seen
    after = living.opened(secret=secret, address=HERE, now=NOW)
    assert (after.is_open, after.asking.answer) == (False, "agreed")
    with pytest.raises(AgreeLinkDeadError) as dead:
        living.answer_by_link(
            secret=secret, address=HERE, said="objected", reason="no", mark=case.mark, now=NOW
        )
    assert codes(dead) == ["change-link-dead"]


def test_nobody_agrees_to_what_they_have_not_seen(it: Member) -> None:
    ref = add(it).ref
    ask(it, ref)
    secret = link_of(it, ref, "mara")
    mark = living.opened(secret=secret, address=HERE, now=NOW).mark
    living.change(by=it, ref=ref, given={"likely_hours": "6 h"}, version=None, on=TODAY, now=NOW)

    with pytest.raises(RefusedError) as refused:
        living.answer_by_link(secret=secret, address=HERE, said="agreed", reason="", mark=mark, now=NOW)

    assert codes(refused) == ["change-case-changed"]


@pytest.mark.parametrize("secret", ["", "1-1-x", "x", "1-1-", "99999999999999999999-1-x", "1--x"])
def test_a_link_nobody_signed_opens_nothing(it: Member, secret: str) -> None:
    with pytest.raises(AgreeLinkDeadError):
        living.opened(secret=secret, address=HERE, now=NOW)


def test_asking_anew_ends_the_old_link(it: Member) -> None:
    ref = add(it).ref
    ask(it, ref)
    old = link_of(it, ref, "mara")
    ask(it, ref, TODAY + timedelta(days=1))

    with pytest.raises(AgreeLinkDeadError):
        living.opened(secret=old, address=HERE, now=NOW)


def test_a_decision_over_an_objection_is_kept_with_both_sides(it: Member) -> None:
    ref = add(it).ref
    ask(it, ref)
    answer(it, ref, "mara", "objected", "Quotes go out that evening.")

    done = living.decide(
        by=it, ref=ref, outcome="approved", decided_by="Ruth Morrow", reason="The hole is open.",
        version=None, on=TODAY, now=NOW,
    )  # fmt: skip

    kept = Decision.objects.of(it.organisation_id).get()
    assert (done.state, kept.outcome, kept.decided_by, kept.decided_on) == (
        "agreed", "approved", "Ruth Morrow", TODAY,
    )  # fmt: skip
    assert "It disturbs: 2 people" in kept.seen
    assert "Mara Lind: objected. Quotes go out that evening." in kept.seen


def test_nothing_begins_before_its_owners_agreed(it: Member) -> None:
    ref = add(it).ref
    ask(it, ref)

    with pytest.raises(RefusedError) as refused:
        act(it, ref, Act.BEGIN)

    assert codes(refused) == ["change-not-agreed"]
    assert "Mara Lind and Priya Shah" in str(refused.value)


def test_actual_times_are_kept(it: Member) -> None:
    ref = agreed(it)

    act(it, ref, Act.BEGIN)
    act(it, ref, Act.FINISH, NOW + timedelta(hours=1))

    row = Change.objects.of(it.organisation_id).get(ref=ref)
    assert (row.state, row.begun_at, row.ended_at) == ("done", NOW, NOW + timedelta(hours=1))
    entries = HistoryEntry.objects.of(it.organisation_id).filter(register="changes", row_id=row.pk)
    assert list(entries.order_by("-pk").values_list("action", flat=True))[:2] == ["finished", "begun"]


def test_times_are_said_on_the_organisations_clock(it: Member) -> None:
    ref = agreed(it)

    living.act(by=it, ref=ref, doing=Act.BEGIN, version=None, on=TODAY, now=NOW, day="2026-11-22", at="22:10")

    assert Change.objects.of(it.organisation_id).get(ref=ref).begun_at == datetime.fromisoformat(
        "2026-11-22T22:10-05:00"
    )


@pytest.mark.parametrize(
    ("day", "at", "code"),
    [
        ("2026-03-08", "02:30", "change-moment-unknown"), ("2026-11-22", "10 pm", "change-moment-unknown"),
        ("2026-11-30", "22:00", "change-moment-ahead"),
    ],
)  # fmt: skip
def test_a_time_that_was_not_is_refused(it: Member, day: str, at: str, code: str) -> None:
    ref = agreed(it)

    with pytest.raises(RefusedError) as refused:
        living.act(by=it, ref=ref, doing=Act.BEGIN, version=None, on=TODAY, now=NOW, day=day, at=at)

    assert codes(refused) == [code]


def test_what_ended_before_it_began_is_refused(it: Member) -> None:
    ref = agreed(it)
    act(it, ref, Act.BEGIN)

    with pytest.raises(RefusedError) as refused:
        living.act(
            by=it, ref=ref, doing=Act.FINISH, version=None, on=TODAY, now=NOW, day="2026-11-20", at="08:00"
        )

    assert codes(refused) == ["change-ends-before-it-begins"]


def test_what_may_not_be_done_now_says_what_may(it: Member) -> None:
    ref = add(it).ref

    with pytest.raises(RefusedError) as refused:
        act(it, ref, Act.FINISH)

    assert codes(refused) == ["change-act-not-now"]
    assert "is draft; now you can ask and abandon" in str(refused.value)


def test_an_act_is_taken_back_with_its_times(it: Member) -> None:
    ref = agreed(it)
    begun = act(it, ref, Act.BEGIN)
    assert begun.entry is not None

    back = living.take_back(by=it, ref=ref, entry=begun.entry, now=NOW)

    row = Change.objects.of(it.organisation_id).get(ref=ref)
    assert (back.state, row.state, row.begun_at) == ("agreed", "agreed", None)
    with pytest.raises(RefusedError) as refused:
        living.take_back(by=it, ref=ref, entry=begun.entry, now=NOW)
    assert codes(refused) == ["change-undo-overtaken"]


def test_two_people_at_once_do_not_lose_each_other(it: Member) -> None:
    ref = agreed(it)
    version = living.whole(by=it, ref=ref, on=TODAY).version
    act(it, ref, Act.BEGIN)

    with pytest.raises(StaleVersionError):
        living.act(by=it, ref=ref, doing=Act.ABANDON, version=version, on=TODAY, now=NOW)


def test_a_step_is_ticked_with_who_and_when_and_unticked(it: Member) -> None:
    ref = add(it).ref
    step = living.whole(by=it, ref=ref, on=TODAY).steps[0].ref

    done = living.tick(by=it, ref=ref, step=step, is_done=True, version=None, on=TODAY, now=NOW)

    row = ChangeStep.objects.of(it.organisation_id).get(ref=step)
    assert (row.is_done, row.done_by, row.done_on) == (True, "Owner", TODAY)
    assert done.entry is not None
    living.untick(by=it, ref=ref, step=step, entry=done.entry, now=NOW)
    assert not ChangeStep.objects.of(it.organisation_id).get(ref=step).is_done


def test_steps_written_anew_keep_their_ticks(it: Member) -> None:
    ref = add(it).ref
    step = living.whole(by=it, ref=ref, on=TODAY).steps[1].ref
    living.tick(by=it, ref=ref, step=step, is_done=True, version=None, on=TODAY, now=NOW)

    living.change(by=it, ref=ref, given={"steps": "Upgrade\nTell people"}, version=None, on=TODAY, now=NOW)

    found = living.whole(by=it, ref=ref, on=TODAY).steps
    assert [(one.text, one.is_done) for one in found] == [("Upgrade", True), ("Tell people", False)]


def test_what_then_touches_somebody_elses_service_is_no_longer_agreed(it: Member) -> None:
    ref = add(it, touches="CRM: down").ref
    ask(it, ref)
    answer(it, ref, "mara")

    living.change(by=it, ref=ref, given={"touches": "CRM\nMail: degraded"}, version=None, on=TODAY, now=NOW)

    found = living.whole(by=it, ref=ref, on=TODAY)
    assert (found.stage, [one.answer for one in found.asking]) == ("planned", ["agreed", ""])


def test_a_standard_change_is_like_its_template_and_waits_for_nobody(it: Member) -> None:
    ref = agreed(it, name="Restart the firewall", is_template="yes")

    made = living.add(
        by=it, given={"kind": "standard", "template": ref, "name": "Restart it tonight"}, now=NOW
    )

    found = living.whole(by=it, ref=made.ref, on=TODAY)
    assert (found.stage, found.values["kind"], found.values["is_template"]) == ("agreed", "standard", False)
    assert [one.text for one in found.steps] == ["Save its settings", "Upgrade", "Test"]
    assert [one.name for one in found.touches] == ["Firewall HQ"]
    assert found.asking == ()


@pytest.mark.parametrize(
    ("template", "code"),
    [("", "change-template-missing"), ("nothing", "change-template-unknown"),
     ("restart", "change-template-not-agreed")],
)  # fmt: skip
def test_without_an_agreed_template_nothing_is_standard(it: Member, template: str, code: str) -> None:
    living.add(by=it, given={**UPGRADE, "name": "Restart", "is_template": "yes"}, now=NOW)

    with pytest.raises(RefusedError) as refused:
        living.add(by=it, given={"kind": "standard", "template": template, "name": "x"}, now=NOW)

    assert codes(refused) == [code]


def test_an_emergency_is_written_down_with_what_truly_happened(it: Member) -> None:
    done = add(
        it, kind="emergency", begun_day="2026-11-22", begun_at="23:10", ended_day="2026-11-23",
        ended_at="00:40", outcome="rolled back",
    )  # fmt: skip

    found = living.whole(by=it, ref=done.ref, on=TODAY)
    assert (found.stage, found.verdict) == ("rolled back", "agreed")
    assert found.begun_at == datetime.fromisoformat("2026-11-22T23:10-05:00")
    assert found.ended_at == datetime.fromisoformat("2026-11-23T00:40-05:00")


def test_what_changed_just_before_is_found_below_a_service(it: Member) -> None:
    add(
        it,
        kind="emergency",
        begun_day="2026-11-20",
        begun_at="20:00",
        ended_day="2026-11-20",
        ended_at="21:00",
    )
    add(
        it,
        kind="emergency",
        begun_day="2026-10-01",
        begun_at="20:00",
        ended_day="2026-10-01",
        ended_at="21:00",
    )

    for ref in ("crm", "mail"):
        found = living.before(by=it, register="services", ref=ref, now=NOW)
        assert [(one.name, one.touched) for one in found] == [("Upgrade the firewall", ("Firewall HQ",))]
    assert living.before(by=it, register="services", ref="wiki", now=NOW) == ()


def test_both_sides_are_shown_in_the_same_figures(it: Member, organisation: Organisation) -> None:
    Organisation.objects.filter(pk=organisation.pk).update(
        person_day_cost=Decimal(360), person_day_cost_by="Ruth"
    )

    sides = living.whole(by=it, ref=add(it).ref, on=TODAY).sides

    assert sides.doing.people == 2
    assert sides.doing.people_hours is not None
    assert sides.doing.money is not None
    assert (sides.doing.people_hours.value, sides.doing.money.value) == (Decimal(4), Decimal(160))
    assert sides.waiting.money is not None
    assert sides.waiting.people_hours is not None
    assert (sides.waiting.money.value, sides.waiting.people_hours.value) == (Decimal(700), Fraction(35, 2))


def test_at_night_nobodys_work_is_disturbed(it: Member) -> None:
    by_day, by_night = (
        add(it, starts_on="2026-12-01", starts_at=at).ref for at in ("09:00", "21:00")
    )  # fmt: skip

    hours = [
        found.people_hours.value if found.people_hours else None
        for found in (living.whole(by=it, ref=ref, on=TODAY).sides.doing for ref in (by_day, by_night))
    ]

    assert hours == [Decimal(4), Decimal(0)]


def test_what_would_wait_for_itself_is_refused_by_name(it: Member) -> None:
    first = add(it, name="First").ref
    second = add(it, name="Second", after="First").ref

    with pytest.raises(RefusedError) as refused:
        living.change(by=it, ref=first, given={"after": second}, version=None, on=TODAY, now=NOW)

    assert codes(refused) == ["change-order-cycle"]
    assert "First and Second wait for each other" in str(refused.value)


def test_who_may_only_read_changes_nothing(it: Member, member: MemberFactory) -> None:
    ref = add(it).ref
    for role in (Role.EXECUTIVE, Role.AUDITOR):
        by = member(role)
        assert living.whole(by=by, ref=ref, on=TODAY).acts == ()
        with pytest.raises(NotAllowedError):
            ask(by, ref)
    with pytest.raises(NotAllowedError):
        living.whole(by=member(Role.REQUESTER), ref=ref, on=TODAY)


def test_each_act_writes_one_entry_of_history(it: Member) -> None:
    ref = agreed(it)
    row = Change.objects.of(it.organisation_id).get(ref=ref)
    entries = HistoryEntry.objects.of(it.organisation_id).filter(register="changes", row_id=row.pk)
    before = entries.count()

    act(it, ref, Act.BEGIN)

    assert entries.count() == before + 1
    told = registers.history(by=it, register="changes", ref=ref)[0]
    assert [(one.column, one.before, one.after) for one in told.changes] == [("State", "agreed", "running")]


def test_an_answer_is_yes_or_no(it: Member) -> None:
    ref = add(it).ref
    ask(it, ref)

    with pytest.raises(RefusedError) as refused:
        answer(it, ref, "mara", "perhaps")

    assert codes(refused) == ["change-answer-unknown"]


@pytest.mark.django_db(transaction=True)
def test_the_owner_gets_a_letter_whose_link_opens_their_page(it: Member, settings: Settings) -> None:
    with listening(box := Letterbox()) as port:
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.MAIL_MAY_BE_PRIVATE = "localhost", port, True
        settings.EMAIL_USE_TLS, settings.SITE = False, "https://it.mill.example"
        ref = add(it).ref

        done = ask(it, ref)

        mail.settle()
    letters = {str(letter["To"]): letter.get_content() for letter in box.letters}
    assert (done.mailed, done.not_mailed) == (("Mara Lind", "Priya Shah"), ())
    assert set(letters) == {"mara@mill.example", "priya@mill.example"}
    text = letters["mara@mill.example"]
    assert "You answer for CRM." in text
    assert "No answer by Friday 27 November counts as agreed." in text
    secret = next(line for line in text.splitlines() if line.startswith("https://it.mill.example/agree/"))
    case = living.opened(secret=secret.rstrip("/").rpartition("/")[2], address=HERE, now=NOW)
    assert (case.asking.name, case.is_open) == ("Mara Lind", True)


@pytest.mark.parametrize("at", ["", "09:20"])
def test_every_figure_is_recomputed_by_the_script(it: Member, tmp_path: Path, at: str) -> None:
    Organisation.objects.update(person_day_cost=Decimal(333), person_day_cost_by="Ruth")
    ref = add(it, starts_on="2026-12-01", starts_at=at).ref
    document: Any = living.change_document(living.whole(by=it, ref=ref, on=TODAY))
    file = tmp_path / "change.json"
    file.write_text(json.dumps(document))

    assert document["disturbs"]["money"] is not None
    assert recompute.main(str(file)) == 0
