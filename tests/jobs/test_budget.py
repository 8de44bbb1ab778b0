"""Questions about money in the background: one worker each, taken up anew when it is gone, stopped midway."""

from datetime import datetime, timedelta

import pytest
from django.conf import settings

from fullscore.engine.registers.access import Member
from fullscore.jobs import budget as job
from fullscore.store import budget as store
from fullscore.store.models import BudgetRun, Organisation
from fullscore.usecases import budget, risk
from fullscore.usecases.budget import working
from fullscore.usecases.risk.values import Watch
from tests.conftest import NOW, TODAY
from tests.usecases.proposing import world


@pytest.fixture
def house(organisation: Organisation) -> Organisation:
    world(organisation)
    return organisation


def row(number: int, house: Organisation) -> BudgetRun:
    return BudgetRun.objects.of(house.pk).get(number=number)


def test_the_sweep_finds_what_was_never_woken(house: Organisation, owner: Member) -> None:
    asked = budget.ask(by=owner, kind="choose", on=TODAY, now=NOW)
    (key,) = job.stale(NOW)
    job.handle(key, NOW)
    done = budget.run(by=owner, number=asked.number)
    assert done.state == "done"
    assert done.progress["level"] == "reasons"
    assert not job.stale(NOW)
    assert not working.advance(key=key, clock=lambda: NOW)


def test_what_somebody_works_on_is_left_until_nobody_tells_of_it(house: Organisation, owner: Member) -> None:
    asked = risk.ask(by=owner, on=TODAY, now=NOW)
    mine = row(asked.number, house)
    assert store.claim(mine, NOW)
    assert not store.claim(mine, NOW)
    assert not job.stale(NOW)
    later = NOW + timedelta(seconds=settings.LEASE_SECONDS + 1)
    (key,) = job.stale(later)
    assert working.advance(key=key, clock=lambda: later)
    assert risk.run(by=owner, number=asked.number).state == "done"
    # The one that was thought gone writes nothing any more.
    assert not store.write_run(mine, NOW, {"state": "failed"})


def test_a_simulation_stopped_midway_tells_the_years_it_did(house: Organisation, owner: Member) -> None:
    done: list[str] = []
    watch = Watch(progress=lambda _level, value: done.append(value), stop=lambda: bool(done))
    found = risk.simulate(by=owner, on=TODAY, watch=watch)
    assert found["is_stopped"]
    assert found["years"] == int(done[-1].split(" of ")[0])


def test_a_choice_stopped_midway_keeps_what_it_found(house: Organisation, owner: Member) -> None:
    asked = budget.ask(by=owner, kind="choose", on=TODAY, now=NOW)
    (key,) = job.stale(NOW)

    def clock() -> datetime:
        # Somebody says stop as soon as it is begun.
        BudgetRun.objects.of(house.pk).filter(state="running").update(stop_asked=True)
        return NOW

    assert working.advance(key=key, clock=clock)
    stopped = budget.run(by=owner, number=asked.number)
    assert stopped.state == "stopped"
    assert stopped.document is not None
    assert stopped.document["value"] is not None


def test_what_breaks_is_told_and_raised(
    house: Organisation, owner: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = budget.ask(by=owner, kind="choose", on=TODAY, now=NOW)

    def broken(*_: object) -> None:
        raise ZeroDivisionError("by hand")

    monkeypatch.setattr(working, "worked_out", broken)
    with pytest.raises(ZeroDivisionError):
        job.handle(job.stale(NOW)[0], NOW)
    failed = budget.run(by=owner, number=asked.number)
    assert (failed.state, failed.error) == ("failed", "ZeroDivisionError: by hand")
