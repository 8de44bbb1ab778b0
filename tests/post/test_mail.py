"""Mail really sent: to a server in this process, and refused where none should live."""

import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope
from django.test import Client
from pytest_django import Settings

from fullscore.egress import mail as egress
from fullscore.engine.registers.access import Role
from fullscore.post import mail
from fullscore.store.models import SignInLink
from tests.conftest import MemberFactory


@dataclass
class Letterbox:
    """A mail server that keeps what it is given."""

    letters: list[tuple[str, str]] = field(default_factory=list)

    async def handle_DATA(self, _server: object, _session: object, envelope: Envelope) -> str:  # noqa: N802  aiosmtpd's name
        content = envelope.content
        assert isinstance(content, bytes)
        letter = message_from_bytes(content, policy=policy.default)
        self.letters.append((envelope.rcpt_tos[0], letter.get_content()))
        return "250 kept"


@pytest.fixture
def letterbox(settings: Settings) -> Iterator[Letterbox]:
    box = Letterbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    settings.SITE = "https://it.harbor.example"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.MAIL_MAY_BE_PRIVATE = "127.0.0.1", port, True
    yield box
    controller.stop()


def test_a_forgotten_password_comes_by_mail_and_the_link_works(
    letterbox: Letterbox, member: MemberFactory
) -> None:
    ruth = member(Role.OWNER)

    Client().post("/reset/", {"email": ruth.email})
    mail.settle()

    [(to, letter)] = letterbox.letters
    path = letter.split("https://it.harbor.example")[2].split()[0]
    done = Client().post(path, {"password": "a long walk to the harbor"})
    assert to == ruth.email
    assert done.headers["Location"] == "/o/harbor-mill/"


def test_a_stranger_cannot_have_the_link_point_to_their_own_site(
    letterbox: Letterbox, member: MemberFactory, settings: Settings
) -> None:
    ruth = member(Role.OWNER)

    Client().post("/reset/", {"email": ruth.email}, headers={"Host": "evil.example"})
    settings.SITE, settings.ALLOWED_HOSTS = "", ["*"]
    Client().post("/reset/", {"email": ruth.email}, headers={"Host": "evil.example"})
    mail.settle()

    [(_, letter)] = letterbox.letters
    assert "evil.example" not in letter


def test_an_unknown_e_mail_gets_the_same_page_and_no_mail(
    letterbox: Letterbox, member: MemberFactory
) -> None:
    ruth = member(Role.OWNER)

    known = Client().post("/reset/", {"email": ruth.email})
    unknown = Client().post("/reset/", {"email": "rita@harbor.example"})
    mail.settle()

    assert known.text.replace(str(ruth.email), "") == unknown.text.replace("rita@harbor.example", "")
    assert [to for to, _ in letterbox.letters] == [ruth.email]


def test_nobody_is_mailed_a_fourth_reset_within_a_quarter_of_an_hour(
    letterbox: Letterbox, member: MemberFactory
) -> None:
    ruth = member(Role.OWNER)

    answers = [Client().post("/reset/", {"email": ruth.email}).status_code for _ in range(4)]
    mail.settle()

    assert answers == [200, 200, 200, 429]
    assert len(letterbox.letters) == 3


def test_without_a_mail_server_the_page_says_what_to_do_on_the_host(db: None, settings: Settings) -> None:
    settings.EMAIL_HOST = ""

    assert "fullscore accounts reset EMAIL" in Client().get("/reset/").text


def test_a_private_mail_server_is_refused_when_the_operator_says_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        server = egress.Server("localhost", port, "", "", is_tls=False, may_be_private=False)

        with pytest.raises(egress.MailRefusedError, match="private address"):
            egress.send(server, egress.Message("a@b.example", "c@d.example", "hello", "text"))


def test_a_line_break_in_an_address_becomes_no_header() -> None:
    server = egress.Server("127.0.0.1", 1, "", "", is_tls=False, may_be_private=True)

    with pytest.raises(ValueError, match="linefeed"):
        egress.send(server, egress.Message("a@b.example", "c@d.example\nBcc: e@f.example", "hello", "text"))


def test_a_reset_keeps_only_the_hash_of_its_secret(letterbox: Letterbox, member: MemberFactory) -> None:
    ruth = member(Role.OWNER)

    Client().post("/reset/", {"email": ruth.email})
    mail.settle()

    secret = letterbox.letters[0][1].split("/link/")[1].split("/")[0]
    assert secret not in str(SignInLink.objects.values())
