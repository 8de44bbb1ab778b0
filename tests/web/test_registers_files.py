"""Files on rows, as a browser sends and gets them."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fullscore.engine.registers.access import Member
from fullscore.store.models import User
from fullscore.usecases import registers
from tests.conftest import NOW

SITE = "/o/harbor-mill/estate/sites/dayton/"


@pytest.fixture
def browser(owner: Member) -> Client:
    registers.save(by=owner, register="sites", ref=None, values={"name": "Dayton"}, version=None, now=NOW)
    client = Client()
    client.force_login(User.objects.get(pk=owner.user_id))
    return client


def kept(browser: Client, name: str, content: bytes) -> str:
    browser.post(f"{SITE}files/", {"file": SimpleUploadedFile(name, content)})
    found = re.search(r'href="(files/\d+/)"', browser.get(SITE).text)
    assert found is not None
    return f"{SITE}{found[1]}"


def test_a_file_comes_back_as_it_went_in_to_be_saved_never_shown(browser: Client) -> None:
    answer = browser.get(kept(browser, "floor plan.html", b"<script>alert(1)</script>"))

    assert answer.content == b"<script>alert(1)</script>"
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''floor%20plan.html"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_file_name_cannot_break_out_of_its_header(browser: Client) -> None:
    answer = browser.get(kept(browser, "a;b=é'.txt", b"x"))

    assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''a%3Bb%3D%C3%A9%27.txt"


def test_nothing_chosen_says_so_and_keeps_the_page(browser: Client) -> None:
    answer = browser.post(f"{SITE}files/")

    assert answer.status_code == 422
    assert "The file is empty" in answer.text


def test_a_removed_file_is_gone_for_readers(browser: Client) -> None:
    address = kept(browser, "plan.pdf", b"x")

    browser.post(f"{address}remove/")

    assert browser.get(address).status_code == 404
    assert "No file is kept here." in browser.get(SITE).text
