"""The weekly mail through its doors: links in it, pages, REST and the command line."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from jsonschema import Draft202012Validator, FormatChecker
from pytest_django import Settings
from typer.testing import CliRunner

from fullscore.cli.main import app
from fullscore.engine.registers.access import Member, Role
from fullscore.store.models import (
    ActionLink,
    Decision,
    Digest,
    DigestMail,
    HistoryEntry,
    KeptFinding,
    Membership,
    Organisation,
)  # fmt: skip
from fullscore.usecases import today
from fullscore.usecases.accounts import tokens
from tests.conftest import NOW, MemberFactory
from tests.letterbox import Letterbox, free_port, listening
from tests.usecases.bound import fill
from tests.usecases.digested import DAY, MINUTE, MONDAY_AT_SEVEN, SITE, deliver_due, set_up
from tests.web.test_settings import browser_of

SEVEN = MONDAY_AT_SEVEN
SCHEMAS = Path(__file__).parents[2] / "docs/schemas"
PAGE, API = "/o/harbor-mill/today/digests/", "/api/v1/o/harbor-mill/digests"
COPIER = "Give notice on Copier lease"


@pytest.fixture
def mill(organisation: Organisation) -> Organisation:
    fill(organisation)
    return organisation


@pytest.fixture
def box(settings: Settings) -> Iterator[Letterbox]:
    kept = Letterbox()
    with listening(kept) as port:
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.MAIL_MAY_BE_PRIVATE = "127.0.0.1", port, True
        settings.SITE = SITE
        yield kept


def sent(box: Letterbox, word: str) -> str:
    """Return the path of the link that says a word in the copier's line, or at the letter's foot."""
    part = box.letters[-1].get_body(("plain",))
    assert part is not None
    body = str(part.get_content())
    body = body[body.index(COPIER) :] if COPIER in body else body
    found = re.search(rf"{word}: {SITE}(\S+)", body)
    assert found is not None
    return found[1]


def copier(mill: Organisation) -> KeptFinding:
    return KeptFinding.objects.of(mill.pk).get(ref="copier", code="contract-notice-due")


@pytest.mark.parametrize(
    ("word", "state", "said"),
    [("Put it off a week", "snoozed", "put off"), ("It is done", "done", "marked done")],
)
def test_a_look_does_nothing_and_a_press_does_it_once(  # noqa: PLR0917  pytest gives them
    mill: Organisation, owner: Member, box: Letterbox, word: str, state: str, said: str
) -> None:
    set_up(owner)
    deliver_due(SEVEN)
    path, stranger = sent(box, word), Client()

    looks = [stranger.get(path) for _ in range(3)]
    assert [look.status_code for look in looks] == [200] * 3
    assert "Nothing has been changed yet" in looks[0].text
    assert COPIER in looks[0].text
    assert copier(mill).state == "open"

    done = stranger.post(path)
    assert done.status_code == 200
    assert said in done.text
    assert copier(mill).state == state
    assert copier(mill).by_name == f"{owner.name} (by mail)"

    again = stranger.post(path)
    assert again.status_code == 404
    assert "used already" in again.text
    assert stranger.get(path).status_code == 404


def test_a_press_can_be_taken_back_by_who_is_signed_in(
    mill: Organisation, owner: Member, box: Letterbox
) -> None:
    set_up(owner)
    deliver_due(SEVEN)
    browser = browser_of(owner)

    page = browser.post(sent(box, "It is done")).text
    [path] = re.findall(r'action="([^"]+/reopen/)"', page)
    browser.post(path)

    assert copier(mill).state == "open"
    assert "Take it back (sign in)" in Client().post(sent(box, "Put it off a week")).text


def test_an_approval_is_kept_with_name_time_and_what_was_seen(
    mill: Organisation, owner: Member, member: MemberFactory, box: Letterbox
) -> None:
    ruth = member(Role.EXECUTIVE)
    set_up(owner, ruth.email, "brief")
    deliver_due(SEVEN)

    page = Client().post(sent(box, "Approve")).text

    [kept] = Decision.objects.of(mill.pk)
    assert (kept.subject, kept.outcome, kept.decided_by) == (COPIER, "approved", ruth.name)
    assert kept.decided_on.isoformat() == "2026-11-23"
    assert "2,400" in kept.seen
    assert kept.ref in page
    # It is agreed, not done: the line stays for whoever writes the letter.
    assert copier(mill).state == "open"
    assert HistoryEntry.objects.of(mill.pk).filter(action="approved").count() == 1


def test_a_link_runs_out_after_fourteen_days(mill: Organisation, owner: Member, box: Letterbox) -> None:
    set_up(owner)
    deliver_due(SEVEN)
    path = sent(box, "It is done")

    with time_machine.travel(SEVEN + 14 * DAY):
        late = Client().post(path)

    assert late.status_code == 404
    assert "run out" in late.text
    assert copier(mill).state == "open"


def test_a_link_ends_with_the_mail_and_with_the_membership(
    mill: Organisation, owner: Member, member: MemberFactory, box: Letterbox
) -> None:
    ruth = member(Role.IT)
    made = set_up(owner, ruth.email)
    deliver_due(SEVEN)
    path = sent(box, "It is done")

    Membership.objects.of(mill.pk).filter(user_id=ruth.user_id).update(deactivated_at=NOW)
    out = Client().post(path)
    Membership.objects.of(mill.pk).filter(user_id=ruth.user_id).update(deactivated_at=None, role="auditor")
    lesser = Client().post(path)
    browser_of(owner).post(f"{PAGE}{made.id}/remove/")

    assert "was ended" in out.text
    assert "was ended" in lesser.text
    assert Client().get(path).status_code == 404
    assert copier(mill).state == "open"


def test_a_link_of_a_line_that_was_dealt_with_changes_nothing(
    mill: Organisation, owner: Member, box: Letterbox
) -> None:
    set_up(owner)
    deliver_due(SEVEN)
    today.finish(by=owner, finding=copier(mill).pk, now=NOW)

    pressed = Client().post(sent(box, "Put it off a week"))

    assert "dealt with already" in pressed.text
    assert copier(mill).state == "done"


def test_a_link_acts_in_its_own_organisation_only(
    mill: Organisation, owner: Member, other_organisation: Organisation, box: Letterbox
) -> None:
    set_up(owner)
    deliver_due(SEVEN)
    path = sent(box, "It is done")
    # Whoever could write a link's row for another organisation gets no reader there, and so no deed.
    ActionLink.objects.of(mill.pk).update(organisation=other_organisation)

    assert Client().post(path).status_code == 404
    assert copier(mill).state == "open"


def test_who_tries_many_addresses_is_shut_out_for_a_while(mill: Organisation, db: None) -> None:
    answers = [Client().get(f"/act/{number}-guess/").status_code for number in range(21)]

    assert answers == [404] * 20 + [429]


def test_the_link_that_stops_asks_first_and_ends_only_its_own_mail(
    mill: Organisation, owner: Member, member: MemberFactory, box: Letterbox
) -> None:
    set_up(owner)
    other = set_up(owner, member(Role.IT).email)
    deliver_due(SEVEN)
    owners = next(letter for letter in box.letters if letter["To"] == owner.email)
    path = str(owners["List-Unsubscribe"]).strip("<>").removeprefix(SITE)
    stranger = Client()

    asked = stranger.get(path)
    assert "Nothing has been changed yet" in asked.text
    assert Digest.objects.of(mill.pk).filter(is_on=True).count() == 2
    done = [stranger.post(path).status_code for _ in range(2)]

    assert done == [200, 200]
    assert [row.pk for row in Digest.objects.of(mill.pk).filter(is_on=True)] == [other.id]
    forged = path.replace("stop-", "stop-9")
    assert stranger.get(forged).status_code == 404
    assert HistoryEntry.objects.of(mill.pk).filter(register="digests", action="stopped").count() == 1


def test_the_page_sets_up_changes_sends_and_stops(mill: Organisation, owner: Member, box: Letterbox) -> None:
    browser = browser_of(owner)
    empty = browser.get(PAGE).text
    browser.post(
        PAGE, {"email": str(owner.email), "kind": "list", "weekday": "5", "at": "16:00", "zone": "UTC"}
    )
    made = Digest.objects.of(mill.pk).get()
    sending = browser.post(f"{PAGE}{made.pk}/send/", follow=True).text
    deliver_due(NOW + MINUTE)
    after = browser.get(PAGE).text
    browser.post(f"{PAGE}{made.pk}/change/", {"is_on": "0", "version": "1"})

    assert "Nobody gets the weekly mail yet" in empty
    assert "on its way" in sending
    assert "Fridays 16:00" in after
    assert re.search(r"sent</span>.*\d lines", after)
    assert len(box.letters) == 1
    assert not Digest.objects.of(mill.pk).get().is_on


def test_the_page_says_what_does_not_fit(mill: Organisation, owner: Member) -> None:
    page = browser_of(owner).post(PAGE, {"email": "nobody", "kind": "list"})

    assert page.status_code == 422
    assert "is not an e-mail address" in page.text
    assert not Digest.objects.of(mill.pk).exists()


def test_the_preview_is_the_mail_and_its_links_lead_nowhere(
    mill: Organisation, owner: Member, box: Letterbox
) -> None:
    made = set_up(owner)
    today.work_out(organisation_id=mill.pk, now=NOW)
    browser = browser_of(owner)

    html, text = browser.get(f"{PAGE}{made.id}/preview/"), browser.get(f"{PAGE}{made.id}/preview/?as=text")

    assert COPIER in html.text
    assert COPIER in text.text
    assert text.text.startswith(f"To: {owner.email}\nSubject: ")
    assert "things this week, $2,400 if left" in text.text.splitlines()[1]
    assert "/act/stop-" in html.text
    assert not ActionLink.objects.of(mill.pk).exists()
    nonce = re.findall(r'<style nonce="([^"]+)"', html.text)
    assert nonce
    assert f"'nonce-{nonce[0]}'" in html.headers["Content-Security-Policy"]


@pytest.fixture
def program(owner: Member) -> Client:
    made = tokens.issue_token(by=owner, name="x", scope="write", days=1, now=NOW)
    return Client(headers={"Authorization": f"Bearer {made.secret}"})


def validated(document: dict[str, object]) -> dict[str, object]:
    name = str(document["schema"]).split("/")[1]
    schema = json.loads((SCHEMAS / f"{name}.json").read_text())
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(document)
    return document


def test_rest_lists_adds_changes_sends_and_removes(
    mill: Organisation, owner: Member, program: Client, box: Letterbox
) -> None:
    asked = {"email": owner.email, "weekday": 2, "at": "06:30", "zone": "Europe/Berlin"}
    made = program.post(API, asked, content_type="application/json")
    body = validated(made.json())
    one = f"{API}/{body['id']}"
    changed = program.patch(one, {"kind": "brief", "version": 1}, content_type="application/json")
    sending = program.post(f"{one}/send", {}, content_type="application/json")
    deliver_due(NOW + MINUTE)
    listed = validated(program.get(API).json())

    assert made.status_code == 201
    assert body["next_at"] == "2026-11-24T05:30:00+00:00"
    assert validated(changed.json())["kind"] == "brief"
    assert (sending.status_code, validated(sending.json())["state"]) == (202, "waiting")
    assert [each["last"]["state"] for each in listed["digests"]] == ["sent"]  # type: ignore[attr-defined]
    assert len(box.letters) == 1
    assert validated(program.delete(one).json())["digests"] == []
    assert program.delete(one).status_code == 404


@pytest.mark.parametrize(
    "body", [{"weekday": 0}, {"weekday": 8}, {"at": "7"}, {"kind": "all"}, {"more": 1}, {"zone": "Mars"}]
)
def test_rest_refuses_what_does_not_fit(program: Client, body: dict[str, object]) -> None:
    assert program.post(API, body, content_type="application/json").status_code == 422


def shell(*words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["digest", *words])
    return done.exit_code, done.stdout, done.stderr


def test_the_shell_prints_the_mail_and_keeps_nothing(mill: Organisation, db: None) -> None:
    today.work_out(organisation_id=mill.pk, now=NOW)

    code, text, _ = shell("--to", "ruth@harbor.example", "--dry-run")
    _, as_json, _ = shell("--to", "ruth@harbor.example", "--kind", "brief", "--dry-run", "--json")

    assert code == 0
    assert re.match(
        r"To: ruth@harbor\.example\nSubject: \w+ things this week, \$2,400 if left\n\nHarbor Mill", text
    )
    assert "TO DECIDE" in str(validated(json.loads(as_json))["text"])
    assert not Digest.objects.of(mill.pk).exists()
    assert not DigestMail.objects.of(mill.pk).exists()


def test_the_shell_sends_and_says_so(mill: Organisation, box: Letterbox) -> None:
    code, _, said = shell("--to", "ruth@harbor.example")

    assert code == 0
    assert re.fullmatch(r"Sent to ruth@harbor\.example: \d lines\.\n", said)
    assert box.recipients == ["ruth@harbor.example"]
    assert validated(json.loads(shell("--to", "ruth@harbor.example", "--json")[1]))["state"] == "sent"
    # Once by hand makes no weekly mail.
    assert deliver_due(SEVEN + 7 * DAY) == []


def test_the_shell_leaves_the_kind_to_who_gets_one_each_week(
    mill: Organisation, owner: Member, box: Letterbox
) -> None:
    set_up(owner, "ruth@harbor.example", "brief")

    refused, _, said = shell("--to", "ruth@harbor.example", "--kind", "list")
    code, _, _ = shell("--to", "ruth@harbor.example")

    assert (refused, code) == (2, 0)
    assert "gets a weekly mail already" in said
    assert "to decide" in str(box.letters[0]["Subject"])


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--to", "nobody"), 2, "is not an e-mail address"),
        (("--to", "a@b.example", "--kind", "all"), 2, "Choose list"),
        (("--to", "a@b.example", "--org", "elsewhere"), 2, "elsewhere"),
        (("--to", "a@b.example"), 1, "does not answer: Connection refused"),
    ],
)
def test_the_shell_says_why_nothing_was_sent(
    mill: Organisation, settings: Settings, words: tuple[str, ...], code: int, said: str
) -> None:
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()

    done, _, error = shell(*words)

    assert done == code
    assert said in error
