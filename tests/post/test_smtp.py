"""Letters over real SMTP: with both kinds of TLS, a checked certificate, a login, and servers that say no."""

from pathlib import Path

import pytest
from pytest_django import Settings

from fullscore.post import mail
from tests.letterbox import Letterbox, certificate, free_port, listening

TO = "ruth@harbor.example"
WORD = "open sesame"


def serve(settings: Settings, port: int, *, is_tls: bool = False, is_implicit: bool = False) -> None:
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.MAIL_MAY_BE_PRIVATE = "localhost", port, True
    settings.EMAIL_USE_TLS, settings.EMAIL_USE_SSL = is_tls or is_implicit, is_implicit


def send(**more: str) -> None:
    mail.send_now(to=TO, subject="One thing this week", text="Order the switch.\n", **more)


@pytest.mark.parametrize("is_implicit", [False, True], ids=["STARTTLS", "TLS at once"])
def test_a_letter_goes_out_under_tls_with_a_login(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, *, is_implicit: bool
) -> None:
    box, (cert, _) = Letterbox(), certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(cert))
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "fullscore", WORD

    with listening(box, folder=tmp_path, is_implicit=is_implicit, password=WORD) as port:
        serve(settings, port, is_tls=True, is_implicit=is_implicit)
        send()

    assert box.recipients == [TO]
    assert box.is_secure == [True]
    assert box.users == ["fullscore"]


@pytest.mark.parametrize("is_implicit", [False, True], ids=["STARTTLS", "TLS at once"])
def test_a_server_that_cannot_prove_its_name_gets_nothing(
    tmp_path: Path, settings: Settings, *, is_implicit: bool
) -> None:
    box = Letterbox()

    with listening(box, folder=tmp_path, is_implicit=is_implicit) as port:
        serve(settings, port, is_tls=True, is_implicit=is_implicit)
        with pytest.raises(mail.NotSentError, match="could not prove who it is") as refused:
            send()

    assert refused.value.is_server
    assert box.letters == []


def test_port_465_speaks_tls_without_being_told(settings: Settings) -> None:
    serve(settings, 465, is_tls=True)

    assert mail._server().is_implicit  # noqa: SLF001  what is decided from the settings


def test_a_wrong_password_is_said_and_tried_again_later(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate(tmp_path)[0]))
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "fullscore", "open barley"

    with listening(Letterbox(), folder=tmp_path, password=WORD) as port:
        serve(settings, port, is_tls=True)
        with pytest.raises(mail.NotSentError, match="535") as refused:
            send()

    assert not refused.value.is_for_good


@pytest.mark.parametrize(("said", "is_for_good"), [("550 no such box", True), ("450 come again", False)])
def test_a_refused_recipient_is_final_only_when_the_server_says_never(
    settings: Settings, said: str, *, is_for_good: bool
) -> None:
    box = Letterbox(says={TO: said})

    with listening(box) as port:
        serve(settings, port)
        with pytest.raises(mail.NotSentError, match=said[4:]) as refused:
            send()

    assert refused.value.is_for_good is is_for_good
    assert box.letters == []


def test_a_dead_server_is_named(settings: Settings) -> None:
    port = free_port()
    serve(settings, port)

    with pytest.raises(
        mail.NotSentError, match=f"localhost:{port} does not answer: Connection refused"
    ) as dead:
        send()

    assert dead.value.is_server


def test_without_a_server_the_setting_is_named(settings: Settings) -> None:
    settings.EMAIL_HOST = ""

    with pytest.raises(mail.NotSentError, match="FULLSCORE_MAIL_HOST"):
        send()


def test_a_letter_has_two_halves_a_name_that_stays_and_a_way_to_end_it(settings: Settings) -> None:
    box = Letterbox()

    with listening(box) as port:
        serve(settings, port)
        send(
            html="<p>Order the <b>switch</b>.</p>",
            stop="https://it.harbor.example/act/stop-1-x/",
            key="digest-1-2",
        )

    [letter] = box.letters
    plain, html = letter.get_body(("plain",)), letter.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert plain.get_content().splitlines() == ["Order the switch."]
    assert "<b>switch</b>" in html.get_content()
    assert letter["Message-ID"] == "<digest-1-2@fullscore.local>"
    assert letter["List-Unsubscribe"] == "<https://it.harbor.example/act/stop-1-x/>"
    assert letter["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize("where", ["to", "subject", "stop", "key"])
def test_no_part_of_a_letter_can_add_a_header(settings: Settings, where: str) -> None:
    box = Letterbox()
    parts = {"to": TO, "subject": "Hello", "text": "hi\n", "stop": "", "key": ""}

    with listening(box) as port:
        serve(settings, port)
        with pytest.raises(mail.NotSentError, match="cannot be written"):
            mail.send_now(**{**parts, where: f"{TO}\r\nBcc: everybody@harbor.example"})

    assert box.letters == []
