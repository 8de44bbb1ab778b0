"""The week's mail: due once a week, sent once, tried until the week is over, and read by other programs."""

from collections.abc import Iterator
from email.message import EmailMessage

import pytest
from pytest_django import Settings

from fullscore.engine.registers.access import Member, NotAllowedError, Role
from fullscore.store.models import (
    ActionLink,
    Contract,
    Digest,
    DigestMail,
    HistoryEntry,
    Membership,
    Organisation,
    User,
)
from fullscore.usecases.accounts import oneself
from fullscore.usecases.registers.values import NotThereError, RefusedError
from fullscore.usecases.today import digests
from fullscore.usecases.today.digests import Wanted
from tests.conftest import MemberFactory
from tests.letterbox import Letterbox, free_port, listening
from tests.usecases.bound import fill
from tests.usecases.digested import DAY, MINUTE, MONDAY_AT_SEVEN, SITE, deliver_due, mails, set_up
from tests.web.test_settings import browser_of

SEVEN = MONDAY_AT_SEVEN
WEEK = 7 * DAY
WORD = "a long walk to the harbor"


@pytest.fixture
def mill(organisation: Organisation) -> Organisation:
    fill(organisation)
    return organisation


@pytest.fixture
def port(settings: Settings) -> int:
    """A port at which no server stands yet."""
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.MAIL_MAY_BE_PRIVATE = "127.0.0.1", free_port(), True
    settings.SITE = SITE
    return int(settings.EMAIL_PORT)


@pytest.fixture
def box(port: int) -> Iterator[Letterbox]:
    kept = Letterbox()
    with listening(kept, port=port):
        yield kept


def half(letter: EmailMessage, kind: str) -> str:
    part = letter.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def test_the_list_says_the_answer_in_its_subject_and_everything_in_both_halves(
    mill: Organisation, owner: Member, box: Letterbox
) -> None:
    set_up(owner)

    deliver_due(SEVEN)

    [letter] = box.letters
    assert str(letter["Subject"]).endswith("things this week, $2,400 if left")
    for body in (half(letter, "plain"), half(letter, "html")):
        assert "copier" in body.lower()
        assert "a week of waiting costs $2,400" in body
        assert "By Mon 30 Nov, in 7 days" in body or "By " in body
        assert "Last checked Monday 23 November" in body
    assert letter["To"] == owner.email


def links(body: str) -> list[str]:
    return [part.split("/")[0] for part in body.split(f"{SITE}/act/")[1:]]


def test_each_line_can_be_put_off_or_finished_from_both_halves(
    mill: Organisation, owner: Member, member: MemberFactory, box: Letterbox
) -> None:
    set_up(owner, member(Role.IT).email)

    deliver_due(SEVEN)

    [letter] = box.letters
    plain, html = half(letter, "plain"), half(letter, "html")
    lines = [line for line in plain.splitlines() if line[:1].isdigit()]
    assert len(lines) == plain.count("Put it off a week: ") == plain.count("It is done: ") > 1
    # Two for each line, and the one that ends the mail; approving is for who answers for the money.
    assert len(links(plain)) == 2 * len(lines) + 1
    assert links(plain) == links(html)


def test_the_brief_names_three_lines_and_what_needs_deciding(
    mill: Organisation, owner: Member, member: MemberFactory, box: Letterbox
) -> None:
    ruth = member(Role.EXECUTIVE)
    set_up(owner, ruth.email, "brief")

    deliver_due(SEVEN)

    [letter] = box.letters
    body = half(letter, "plain")
    assert " to decide, $2,400 if left" in str(letter["Subject"])
    assert "TO DECIDE" in body
    assert "Approve: " in body
    # Who only reads gets nothing to put off or finish.
    assert "Put it off" not in body
    assert "It is done" not in body
    decide, _, first = body.partition("FIRST ON THE LIST")
    # What is only to be filled in is nothing to decide.
    assert "Copier" in decide
    assert "Alarm" in first
    assert 1 <= len([line for line in first.splitlines() if line[:1].isdigit()]) <= 3


def test_a_mail_is_due_once_a_week_however_often_anybody_looks(
    mill: Organisation, owner: Member, box: Letterbox
) -> None:
    set_up(owner)

    sent = [len(deliver_due(SEVEN + hours * 60 * MINUTE)) for hours in range(-3, 24 * 7, 5)]
    deliver_due(SEVEN + WEEK)

    assert sum(sent) == 1
    assert [mail.key for mail in mails(owner)] == ["2026-W48", "2026-W49"]
    assert len(box.letters) == 2


def test_one_set_up_after_the_hour_waits_for_the_next_week(
    mill: Organisation, owner: Member, box: Letterbox
) -> None:
    digests.add(by=owner, wanted=Wanted(email=owner.email), now=SEVEN + MINUTE)

    assert deliver_due(SEVEN + 2 * MINUTE) == []
    assert deliver_due(SEVEN + WEEK) == [True]


def test_moving_it_to_a_day_that_has_passed_sends_no_second_one(
    mill: Organisation, owner: Member, box: Letterbox
) -> None:
    made = set_up(owner)
    deliver_due(SEVEN)

    digests.change(by=owner, key=made.id, wanted=Wanted(weekday=2), version=1, now=SEVEN + 2 * DAY)

    assert deliver_due(SEVEN + 2 * DAY + MINUTE) == []
    assert deliver_due(SEVEN + 8 * DAY) == [True]
    assert len(box.letters) == 2


def test_an_empty_week_is_silent_and_every_fourth_gives_a_sign_of_life(
    organisation: Organisation, owner: Member, box: Letterbox
) -> None:
    set_up(owner)

    for week in range(9):
        deliver_due(SEVEN + week * WEEK)

    assert [mail.state for mail in mails(owner)] == ["sent", *["empty"] * 3, "sent", *["empty"] * 3, "sent"]
    assert {str(letter["Subject"]) for letter in box.letters} == {"Nothing to do this week"}
    assert "Last checked" in half(box.letters[0], "plain")


def test_a_server_that_comes_back_gets_it_once(mill: Organisation, owner: Member, port: int) -> None:
    set_up(owner)
    box = Letterbox()

    assert deliver_due(SEVEN) == [False]
    assert deliver_due(SEVEN + MINUTE / 2) == []
    assert deliver_due(SEVEN + MINUTE) == [False]
    with listening(box, port=port):
        assert deliver_due(SEVEN + 2 * MINUTE) == []
        assert deliver_due(SEVEN + 6 * MINUTE) == [True]
        assert deliver_due(SEVEN + 7 * MINUTE) == []

    [mail] = mails(owner)
    assert (mail.state, mail.attempts, mail.error) == ("sent", 3, "")
    assert len(box.letters) == 1


def test_a_server_dead_all_week_is_seen_and_the_next_week_begins_anew(
    mill: Organisation, owner: Member, port: int
) -> None:
    set_up(owner)
    now, tries = SEVEN, 0
    while now < SEVEN + WEEK:
        tries += len(deliver_due(now))
        now += 30 * MINUTE

    [mail] = mails(owner)
    assert mail.state == "failed"
    assert 15 < tries == mail.attempts < 25
    assert f"127.0.0.1:{port} does not answer: Connection refused" in mail.error
    deliver_due(SEVEN + WEEK)
    assert [each.state for each in mails(owner)] == ["failed", "waiting"]


def test_a_dead_server_is_asked_once_for_all_letters(
    mill: Organisation, owner: Member, port: int, settings: Settings
) -> None:
    for number in range(5):
        set_up(owner, f"reader{number}@elsewhere.example")

    done = deliver_due(SEVEN)

    # The first found out; the others wait a minute and know why.
    assert sum(mail.attempts for mail in mails(owner)) == 1
    assert done == [False] * 5
    assert all("does not answer" in mail.error for mail in mails(owner))
    assert all(mail.next_try_at == SEVEN + MINUTE for mail in mails(owner))


def test_a_recipient_nobody_knows_is_not_tried_again_and_the_others_get_theirs(
    mill: Organisation, owner: Member, box: Letterbox
) -> None:
    set_up(owner)
    gone = set_up(owner, "gone@elsewhere.example")
    box.says["gone@elsewhere.example"] = "550 5.1.1 no such box"

    deliver_due(SEVEN)
    deliver_due(SEVEN + DAY)

    last = digests.digest(by=owner, key=gone.id, now=SEVEN + DAY).last
    assert last is not None
    assert (last.state, last.attempts) == ("failed", 1)
    assert "no such box" in last.error
    assert box.recipients == [owner.email]


def test_who_waits_on_greylisting_is_tried_again(mill: Organisation, owner: Member, box: Letterbox) -> None:
    set_up(owner)
    box.says[str(owner.email)] = "451 4.7.1 come again in five minutes"
    deliver_due(SEVEN)
    box.says.clear()

    assert deliver_due(SEVEN + MINUTE) == [True]
    assert len(box.letters) == 1


def test_a_claim_of_somebody_who_was_killed_runs_out_and_the_letter_leaves_once(
    mill: Organisation, owner: Member, box: Letterbox
) -> None:
    set_up(owner)
    [key] = digests.due(now=SEVEN)
    DigestMail.objects.of(mill.pk).update(claimed_by="dead", claimed_until=SEVEN + 10 * MINUTE, attempts=1)

    assert not digests.deliver(key=key, clock=lambda: SEVEN + MINUTE)
    assert deliver_due(SEVEN + 9 * MINUTE) == []
    assert deliver_due(SEVEN + 11 * MINUTE) == [True]
    assert len(box.letters) == 1


def test_a_second_copy_has_the_name_and_links_of_the_first(
    mill: Organisation, owner: Member, box: Letterbox
) -> None:
    """Killed between the server's yes and the mark: the one way to two copies of a letter."""
    set_up(owner)
    deliver_due(SEVEN)
    DigestMail.objects.of(mill.pk).update(state="waiting", next_try_at=SEVEN)

    deliver_due(SEVEN + 11 * MINUTE)

    first, second = box.letters
    assert first["Message-ID"] == second["Message-ID"]
    assert half(first, "plain") == half(second, "plain")
    assert ActionLink.objects.of(mill.pk).count() == len(links(half(first, "plain"))) - 1


def test_only_hashes_of_links_are_kept(mill: Organisation, owner: Member, box: Letterbox) -> None:
    set_up(owner)
    deliver_due(SEVEN)

    kept = str(list(ActionLink.objects.of(mill.pk).values()))

    for part in half(box.letters[0], "plain").split("/act/")[1:]:
        assert part.split("/")[0] not in kept


def test_without_an_address_of_its_own_a_mail_carries_no_links(
    mill: Organisation, owner: Member, box: Letterbox, settings: Settings
) -> None:
    settings.SITE = ""
    set_up(owner)

    deliver_due(SEVEN)

    assert "://" not in half(box.letters[0], "plain")
    assert "<a " not in half(box.letters[0], "html")


def test_a_leaver_gets_no_more_mails(
    mill: Organisation, owner: Member, member: MemberFactory, box: Letterbox
) -> None:
    ruth = member(Role.IT)
    set_up(owner, ruth.email)
    Membership.objects.of(mill.pk).filter(user_id=ruth.user_id).update(deactivated_at=SEVEN - MINUTE)

    deliver_due(SEVEN)

    assert box.letters == []
    assert "may not read Today" in mails(owner)[0].error


def test_the_mail_follows_its_reader_to_a_new_address(
    mill: Organisation, owner: Member, box: Letterbox
) -> None:
    reader = User.objects.get(pk=owner.user_id)
    reader.set_password(WORD)
    reader.save()
    set_up(owner)

    oneself.change_email(
        account_id=reader.pk, email="new@harbor.example", password=WORD, address="", now=SEVEN
    )  # fmt: skip
    deliver_due(SEVEN)

    assert box.recipients == ["new@harbor.example"]


def test_what_was_stopped_is_not_sent(mill: Organisation, owner: Member, box: Letterbox) -> None:
    made = set_up(owner)
    digests.due(now=SEVEN)

    digests.change(by=owner, key=made.id, wanted=Wanted(is_on=False), version=None, now=SEVEN)

    assert deliver_due(SEVEN + MINUTE) == []
    assert deliver_due(SEVEN + WEEK) == []


def test_asked_for_twice_in_a_minute_one_comes(mill: Organisation, owner: Member, box: Letterbox) -> None:
    made = set_up(owner)
    later = SEVEN - 300 * MINUTE

    first, second = (digests.send(by=owner, key=made.id, now=later) for _ in range(2))
    deliver_due(later)
    deliver_due(SEVEN)

    assert first.id == second.id
    # The week's own mail comes all the same.
    assert len(box.letters) == 2


def test_this_list_for_me_makes_no_weekly_mail(
    mill: Organisation, member: MemberFactory, box: Letterbox
) -> None:
    ruth = member(Role.EXECUTIVE)

    digests.send_me(by=ruth, now=SEVEN)
    deliver_due(SEVEN)

    assert box.recipients == [ruth.email]
    assert "You got this once because it was asked for." in half(box.letters[0], "plain")
    assert deliver_due(SEVEN + WEEK) == []


def test_people_set_up_their_own_and_nobody_elses(
    mill: Organisation, owner: Member, member: MemberFactory
) -> None:
    ruth, otto = member(Role.EXECUTIVE), member(Role.AUDITOR)
    mine = digests.add(by=ruth, wanted=Wanted(kind="brief"), now=SEVEN)
    others = set_up(owner, otto.email)

    assert [one.email for one in digests.digests(by=ruth, now=SEVEN)] == [ruth.email]
    assert digests.change(by=ruth, key=mine.id, wanted=Wanted(at="18:30"), version=1, now=SEVEN).version == 2
    for refused in (
        lambda: digests.add(by=ruth, wanted=Wanted(email="friend@elsewhere.example"), now=SEVEN),
        lambda: digests.change(
            by=ruth, key=mine.id, wanted=Wanted(email=otto.email), version=None, now=SEVEN
        ),
        lambda: digests.remove(by=ruth, key=others.id, now=SEVEN),
        lambda: digests.send(by=ruth, key=others.id, now=SEVEN),
        lambda: digests.preview(by=ruth, key=others.id, now=SEVEN),
        lambda: digests.digests(by=member(Role.REQUESTER), now=SEVEN),
    ):
        with pytest.raises(NotAllowedError):
            refused()


def test_another_organisations_mail_is_not_there(
    mill: Organisation, owner: Member, other_organisation: Organisation
) -> None:
    other = Digest.objects.create(
        organisation=other_organisation,
        email="x@other.example",
        name="x",
        zone="UTC",
        made_at=SEVEN,
        made_by="x",
    )

    for asked in (digests.digest, digests.send, digests.preview, digests.remove):
        with pytest.raises(NotThereError):
            asked(by=owner, key=other.pk, now=SEVEN)


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (Wanted(email="no address"), "field-not-an-email"),
        (Wanted(email="a@b.example\nBcc: c@d.example"), "field-bad-characters"),
        (Wanted(email="<a@b.example>"), "email-not-understood"),
        (Wanted(email="a,b@c.example"), "email-not-understood"),
        (Wanted(kind="everything"), "digest-kind-unknown"),
        (Wanted(weekday=8), "digest-weekday-unknown"),
        (Wanted(at="25:00"), "digest-hour-unknown"),
        (Wanted(zone="Mars/Olympus"), "digest-zone-unknown"),
    ],
)
def test_what_does_not_fit_is_named(mill: Organisation, owner: Member, wanted: Wanted, code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        digests.add(by=owner, wanted=wanted, now=SEVEN)

    assert [finding.code for finding in refused.value.findings] == [code]
    assert not Digest.objects.of(mill.pk).exists()


def test_nobody_gets_two_and_nobody_who_may_not_read(
    mill: Organisation, owner: Member, member: MemberFactory
) -> None:
    set_up(owner)

    for email, code in (
        (owner.email, "digest-taken"),
        (member(Role.REQUESTER).email, "digest-reader-may-not"),
    ):
        with pytest.raises(RefusedError) as refused:
            digests.add(by=owner, wanted=Wanted(email=email), now=SEVEN)
        assert [finding.code for finding in refused.value.findings] == [code]


def test_setting_one_up_and_taking_it_away_stand_in_the_history(mill: Organisation, owner: Member) -> None:
    made = set_up(owner)
    digests.change(by=owner, key=made.id, wanted=Wanted(kind="brief"), version=None, now=SEVEN)
    digests.remove(by=owner, key=made.id, now=SEVEN)

    entries = HistoryEntry.objects.of(mill.pk).filter(register="digests").order_by("pk")
    assert [entry.action for entry in entries] == ["created", "changed", "removed"]
    assert entries[1].changes == {"kind": ["list", "brief"]}


def test_names_from_lists_become_no_mark_of_the_letter(
    mill: Organisation, owner: Member, box: Letterbox
) -> None:
    Contract.objects.of(mill.pk).filter(ref="copier").update(name='<img src="x">Copier\u2028lease')
    set_up(owner)

    deliver_due(SEVEN)

    assert "<img" not in half(box.letters[0], "html")
    assert "&lt;img" in half(box.letters[0], "html")


def test_with_a_dead_server_pages_wait_for_nobody_and_say_so(
    mill: Organisation, owner: Member, port: int, settings: Settings
) -> None:
    # An address that swallows what is sent to it: whoever waited for it would wait long.
    settings.EMAIL_HOST = "192.0.2.1"
    set_up(owner)
    browser = browser_of(owner)

    pressed = browser.post("/o/harbor-mill/today/digests/send/")
    page = browser.get(pressed.headers["Location"])

    assert [one.attempts for one in DigestMail.objects.of(mill.pk)] == [0]
    assert "on its way" in page.text
    DigestMail.objects.of(mill.pk).update(
        attempts=2, error="mail.harbor.example:25 does not answer: timed out.", next_try_at=SEVEN + DAY
    )
    page = browser.get("/o/harbor-mill/today/digests/").text
    assert "tried 2 times" in page
    assert "does not answer: timed out." in page
    trouble = digests.trouble(by=owner)
    assert trouble is not None
    assert trouble.is_troubled
