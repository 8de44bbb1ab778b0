"""What items run is read from what they say of themselves; asking endoflife.date is asked for, never else."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext
from threading import Thread

import pytest

from fullscore.egress import fetching
from fullscore.egress.fetching import FetchError, Rules
from fullscore.engine.registers.access import Member, NotAllowedError, Role
from fullscore.store.models import SupportEnd
from fullscore.usecases import registers
from fullscore.usecases.estate import support_ends
from fullscore.usecases.registers.values import RefusedError
from tests.conftest import NOW, TODAY, MemberFactory
from tests.letterbox import certificate

pytestmark = pytest.mark.django_db
SAID: dict[str, object] = {
    "/api/ubuntu.json": [
        {"cycle": "26.10", "eol": "2027-07-08"}, {"cycle": "22.04", "eol": "2027-06-01"},
        {"cycle": "18.04", "eol": True}, {"cycle": "24.04", "eol": False},
    ],
    "/api/php.json": {"cycle": "8.1"},
    "/api/mysql.json": [{"cycle": "../8.0", "eol": "2026-04-30"}],
    "/api/postgresql.json": [{"cycle": "14", "eol": "in November"}],
}  # fmt: skip


def item(owner: Member, tag: str, system: str, **more: str) -> None:
    values = {"tag": tag, "system": system, **more}
    registers.save(by=owner, register="items", ref=None, values=values, version=None, now=NOW)


class Answering(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        is_known = self.path in SAID
        self.send_response(200 if is_known else 404)
        self.end_headers()
        self.wfile.write(json.dumps(SAID.get(self.path)).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing: a test's output is its own."""


@contextmanager
def serving(folder: Path) -> Iterator[support_ends.Fetch]:
    """Answer as endoflife.date does, over HTTPS on this machine; what asks it goes the product's own way."""
    papers = certificate(folder)
    context = SSLContext(PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*papers)
    server = HTTPServer(("localhost", 0), Answering)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    Thread(target=server.serve_forever, daemon=True).start()
    rules = Rules(may_be_private=True, authority=str(papers[0]), accept="application/json")
    here = f"https://localhost:{server.server_port}"
    try:
        yield lambda address: fetching.fetched(address.replace(support_ends.SITE, here), rules)
    finally:
        server.shutdown()
        server.server_close()


def test_each_item_has_the_end_that_comes_first_and_the_gone_have_none(owner: Member) -> None:
    item(owner, "web", "Ubuntu 22.04.3 LTS")
    item(owner, "db", "SQL Server 2016 on Windows Server 2022")
    item(owner, "old", "Ubuntu 20.04", status="retired")
    item(owner, "odd", "Windows 10.0.26100")
    item(owner, "mute", "")

    found = support_ends.ends_by_item(owner.organisation_id)
    shown = support_ends.supported(by=owner, on=TODAY)

    assert {ref: fact.called for ref, fact in found.items()} == {
        "web": "Ubuntu 22.04", "db": "SQL Server 2016",
    }  # fmt: skip
    assert [(each.fact.called, each.state) for each in shown.releases] == [
        ("SQL Server 2016", "ended"), ("Ubuntu 22.04", "soon"), ("Windows Server 2022", "supported"),
    ]  # fmt: skip
    assert [each.items for each in shown.unclear] == [("odd",)]
    assert shown.silent == 1


def test_a_release_that_ended_in_each_of_its_editions_is_work_for_today(owner: Member) -> None:
    item(owner, "odd", "Windows 11 23H2")

    found = support_ends.actions(owner.organisation_id, TODAY)
    shown = support_ends.supported(by=owner, on=TODAY)

    assert [(each.finding.subject.ref, each.finding.values["count"]) for each in found] == [
        ("windows:11-23h2", 1)
    ]  # fmt: skip
    assert [each.state for each in shown.unclear] == ["ended"]
    searched = support_ends.supported(by=owner, on=TODAY, search="windows:11-23h2")
    assert len(searched.releases) == 2


def test_a_search_finds_what_no_item_runs(owner: Member) -> None:
    found = support_ends.supported(by=owner, on=TODAY, search="windows server 2016")
    assert [(each.fact.ends_on, each.items) for each in found.releases] == [(date(2027, 1, 12), ())]


def test_a_refresh_asks_about_what_items_name_and_the_newer_day_counts(owner: Member, tmp_path: Path) -> None:
    item(owner, "web", "Ubuntu 22.04.3 LTS")
    item(owner, "next", "Ubuntu 26.10")
    with serving(tmp_path) as fetch:
        asked = support_ends.refresh(by=owner, now=NOW, fetch=fetch)
        support_ends.refresh(by=owner, now=NOW + timedelta(days=1), fetch=fetch)

    found = support_ends.ends_by_item(owner.organisation_id)
    assert asked == ("Ubuntu",)
    assert {ref: fact.ends_on for ref, fact in found.items()} == {
        "web": date(2027, 6, 1), "next": date(2027, 7, 8),
    }  # fmt: skip
    assert found["web"].source == "https://endoflife.date/ubuntu"
    assert SupportEnd.objects.of(owner.organisation_id).count() == 3


@pytest.mark.parametrize("system", ["PHP 8.1", "MySQL 8.0.36", "PostgreSQL 14.9", "Debian 12"])
def test_an_answer_nobody_can_read_changes_nothing(owner: Member, tmp_path: Path, system: str) -> None:
    item(owner, "web", "Ubuntu 22.04")
    item(owner, "bad", system)
    with serving(tmp_path) as fetch, pytest.raises(RefusedError) as refused:
        support_ends.refresh(by=owner, now=NOW, fetch=fetch)

    assert [each.code for each in refused.value.findings] == ["support-ends-not-fetched"]
    assert "nothing was changed" in str(refused.value)
    assert not SupportEnd.objects.of(owner.organisation_id).exists()


def test_a_refused_network_is_a_plain_sentence(owner: Member) -> None:
    def shut(_: str) -> bytes:
        raise FetchError("There is no machine of that name.")

    item(owner, "web", "Ubuntu 22.04")
    with pytest.raises(RefusedError, match=r"about Ubuntu from endoflife\.date.*no machine of that name"):
        support_ends.refresh(by=owner, now=NOW, fetch=shut)


def test_nothing_is_asked_where_no_item_names_a_product(owner: Member) -> None:
    def never(address: str) -> bytes:
        raise AssertionError(address)

    item(owner, "web", "Something else")
    assert support_ends.refresh(by=owner, now=NOW, fetch=never) == ()


def test_who_may_not_change_rows_cannot_make_it_ask(member: MemberFactory) -> None:
    with pytest.raises(NotAllowedError):
        support_ends.refresh(by=member(Role.AUDITOR), now=NOW)


def test_today_names_a_release_that_lost_support(owner: Member) -> None:
    item(owner, "a", "Windows 10 22H2")
    item(owner, "b", "Windows 10 22H2")
    (action,) = support_ends.actions(owner.organisation_id, TODAY)
    assert (action.finding.subject.ref, action.finding.values["count"]) == ("windows:10-22h2", 2)
