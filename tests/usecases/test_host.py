"""What the host's operator is refused, each with its code."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.db import OperationalError
from pytest_django.fixtures import Settings

from fullscore.store import schema
from fullscore.store.models import Organisation
from fullscore.usecases import host
from fullscore.usecases.host.companies import Sample
from fullscore.usecases.host.starting import make_home
from fullscore.usecases.registers import RefusedError
from tests.conftest import NOW, TODAY

GIVEN = {"name": "Harbor Mill", "zone": "America/New_York", "country": "US", "currency": "USD"}


def code_of(call: Callable[[], object]) -> str:
    with pytest.raises(RefusedError) as refused:
        call()
    return refused.value.findings[0].code


def begin(*, is_sample: bool = False, **changes: str) -> host.Beginning:
    return host.begin(given={**GIVEN, **changes}, owner="ada@mill.example", is_sample=is_sample, now=NOW)


@pytest.mark.usefixtures("db")
def test_without_an_organisation_there_is_nobody_to_act_for() -> None:
    assert code_of(lambda: host.operator(None)) == "no-organisation"


def test_with_one_organisation_it_need_not_be_named(organisation: Organisation) -> None:
    by = host.operator(None)

    assert (by.organisation, by.name, by.user_id) == (organisation.ref, "host", None)
    assert host.operator(organisation.ref) == by


def test_with_several_one_must_be_named(organisation: Organisation, other_organisation: Organisation) -> None:
    assert code_of(lambda: host.operator(None)) == "organisation-not-named"
    assert code_of(lambda: host.operator("nobody")) == "organisation-unknown"
    assert host.operator(other_organisation.ref).organisation_id == other_organisation.pk


@pytest.mark.usefixtures("db")
def test_an_organisation_begins_once_whatever_the_case_of_its_name() -> None:
    made = begin()

    assert (made.ref, made.link.email) == ("harbor-mill", "ada@mill.example")
    assert code_of(lambda: begin(name="HARBOR MILL")) == "organisation-there"
    assert Organisation.objects.count() == 1


@pytest.mark.usefixtures("db")
def test_the_link_is_made_anew_until_somebody_owns_the_place() -> None:
    assert host.sign_in_link(now=NOW) is None
    first = begin().link
    again = host.sign_in_link(now=NOW)

    assert again is not None
    assert again.secret != first.secret
    assert again.email == first.email


@pytest.mark.usefixtures("db")
def test_sample_and_real_data_never_meet() -> None:
    begin()
    assert code_of(lambda: begin(is_sample=True, name="Sample")) == "home-is-real"
    assert code_of(lambda: _bring(None)) == "home-is-real"

    Organisation.objects.update(is_demo=True)
    assert code_of(lambda: begin(name="Real")) == "home-is-demo"


def _bring(on: date | None) -> None:
    host.bring_sample(company=Sample.MANUFACTURER, on=on, today=TODAY, now=NOW, say=lambda _: None)


def test_a_home_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert code_of(lambda: make_home(tmp_path / "file/home")) == "home-not-made"


def test_a_database_that_does_not_answer_is_named(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> None:
        raise OperationalError("connection refused\nmore of it")

    settings.HOME = tmp_path / "home"
    monkeypatch.setattr(schema, "read", away)
    with pytest.raises(RefusedError, match="does not answer: connection refused") as refused:
        host.prepare(now=NOW, say=lambda _: None)

    assert refused.value.findings[0].code == "database-away"


@pytest.mark.parametrize("name", ["Harbor Mill", "東京工場", "...", "A" * 200])
@pytest.mark.usefixtures("db")
def test_every_name_gets_a_ref_that_can_stand_in_an_address(name: str) -> None:
    ref = begin(name=name).ref

    assert ref
    assert len(ref) <= 64
    assert ref.replace("-", "").isalnum()
    assert ref.isascii()
