"""Lists are applied in the order in which they came: those of one export build on each other."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from fullscore import queue
from fullscore.engine.registers.access import Member
from fullscore.jobs import imports as job
from fullscore.store.models import ImportRun, Organisation, Person
from fullscore.usecases import imports
from fullscore.usecases.imports import starting
from tests.conftest import NOW

SITES = b"name,city,ref\nDayton,Dayton,dayton\n"
PEOPLE = b"name,site,ref\nAna Ruiz,dayton,ana\n"


def started(owner: Member, name: str, content: bytes) -> int:
    return imports.start(by=owner, file_name=name, content=content, now=NOW, is_applied=True).id


def work(owner: Member, number: int) -> str:
    job.handle(f"{owner.organisation_id}/{number}", NOW)
    return str(ImportRun.objects.of(owner.organisation_id).get(pk=number).state)


def test_a_list_waits_for_the_one_before_it(owner: Member, settings: Settings) -> None:
    Path(settings.HOME).mkdir()
    first, second = started(owner, "sites.csv", SITES), started(owner, "people.csv", PEOPLE)
    assert work(owner, second) == "waiting"
    waiting = queue.waiting()

    assert work(owner, first) == "done"
    # The next in line was woken, nobody waits for a sweep.
    assert queue.waiting() == waiting + 1

    assert work(owner, second) == "done"
    ana = Person.objects.of(owner.organisation_id).select_related("site").get()
    assert ana.site is not None
    assert ana.site.ref == "dayton"


def test_a_large_list_that_nobody_has_looked_at_yet_keeps_its_place(
    owner: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "AT_ONCE", len(SITES) - 1)
    first = started(owner, "sites.csv", SITES)
    assert ImportRun.objects.of(owner.organisation_id).get(pk=first).state == "reading"
    monkeypatch.undo()
    second = started(owner, "people.csv", PEOPLE)

    assert work(owner, second) == "waiting"
    assert (work(owner, first), work(owner, second)) == ("done", "done")


def test_a_list_that_waits_for_its_yes_holds_up_nobody(owner: Member) -> None:
    asked = imports.start(by=owner, file_name="sites.csv", content=SITES, now=NOW)
    second = started(owner, "people.csv", PEOPLE)

    assert (asked.state, work(owner, second)) == ("proposed", "done")


def test_another_organisations_lists_hold_up_nobody(owner: Member, other_organisation: Organisation) -> None:
    there = Member(other_organisation.pk, other_organisation.ref, owner.role, None, "host")
    started(there, "sites.csv", SITES)

    assert work(owner, started(owner, "people.csv", PEOPLE)) == "done"
