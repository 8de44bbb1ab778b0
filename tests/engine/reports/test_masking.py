"""What looks like a secret is never printed; what only says where one lies is."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.reports.handover.masking import HIDDEN, masked, place


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("password: hunter", "hunter"),
        ("The password is correct horse battery staple", "horse"),
        ("Admin PW = Winter2026!", "Winter2026!"),
        ("login: dana / Sommer", "Sommer"),
        ("PIN: 4711", "4711"),
        ("Kennwort lautet geheim", "geheim"),
        ("api key -> abc", "abc"),
        ("use Tr0ub4dor&3 for root", "Tr0ub4dor&3"),
        ("root/Xk9fQ2vLm8", "Xk9fQ2vLm8"),
        ("ftp://dana:opensesame@files.example/", "opensesame"),
        ("key AKIAABCDEFGHIJKLMNOP for backups", "AKIAABCDEFGHIJKLMNOP"),
        ("sk_live_abcdefgh12345678", "abcdefgh12345678"),
        ("see below\n-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----", "MIIEow"),
        ("deadbeefcafe0123deadbeef", "deadbeefcafe0123deadbeef"),
        ("credentials are admin admin", "admin"),
    ],
)  # fmt: skip
def test_what_looks_like_a_secret_is_not_printed(text: str, secret: str) -> None:
    assert secret not in masked(text)
    assert HIDDEN in masked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Password: in the Keyhold vault, folder Network",
        "The password is kept in the safe at Dayton",
        "Passwords: ask Dana Whitfield",
        "ERP: both plants book on it", "contract of 2011", "price stays until February",
        "Call 937-555-0110 or dana.whitfield@morrowmetal.example before 10:30",
        "https://admin.example.com/portal/42", "FortiGate-60F in rack 2, asset HM-LT-0042",
        "renewed on 2026-11-23 for $1,200/mo", "Windows Server 2019, 64-bit", "500 Mbit/s, 99.9% promised",
        "Keyhold vault > Shared > Firewalls", "",
    ],
)  # fmt: skip
def test_what_says_where_a_secret_lies_is_printed(text: str) -> None:
    assert masked(text) == text


def test_a_place_that_is_one_word_of_letters_and_digits_is_no_place() -> None:
    assert place("Sommer2026") == HIDDEN
    assert place("Keyhold vault, folder 3") == "Keyhold vault, folder 3"
    assert place("https://vault.example/7a") == "https://vault.example/7a"


SIGNED = st.text(string.ascii_letters + string.digits, min_size=8, max_size=24).filter(
    lambda word: any(map(str.isdigit, word)) and any(map(str.isalpha, word))
)


@given(SIGNED, st.sampled_from("!$%^&*#~=@"))
def test_letters_and_digits_with_a_sign_between_are_never_printed(word: str, sign: str) -> None:
    secret = f"{word[:4]}{sign}{word[4:]}"
    assert secret not in masked(f"It is {secret} today")


@given(
    st.sampled_from(["password", "Passwort", "PIN", "api key", "Token", "credentials"]),
    st.sampled_from([":", " =", " is", " ->"]),
    st.text(string.ascii_lowercase, min_size=3, max_size=12).map(lambda word: f"x{word}"),
)
def test_what_follows_the_word_password_is_never_printed(name: str, sign: str, secret: str) -> None:
    assert secret not in masked(f"{name}{sign} {secret}").removeprefix(name)


@given(st.text(max_size=200))
def test_hiding_twice_hides_no_more(text: str) -> None:
    assert masked(masked(text)) == masked(text)
