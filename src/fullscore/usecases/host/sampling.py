"""The sample company: an organisation of its own, loaded through the importers like anybody's files."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Role
from fullscore.importing.samples import manufacturer
from fullscore.store import database, homes, host_runs
from fullscore.store.models import Membership, Organisation, User
from fullscore.usecases import imports
from fullscore.usecases.host.beginning import keep_apart
from fullscore.usecases.host.operating import as_operator
from fullscore.usecases.registers import RefusedError

SAMPLE = "sample"
NAME, REF = manufacturer.NAME, "morrow-metalworks"
OWNER_NAME, OWNER = "Ruth Morrow", "ruth.morrow@morrowmetal.example"


def bring_sample(*, on: date | None, today: date, now: datetime, say: Callable[[str], None]) -> date:
    """Load the sample company, or what an earlier start left out of it; returns the day it is told for.

    The files are made for one day and hold together on that day only, so it stays the sample's today;
    another day in `on` loads it anew. Raises `RefusedError` in a home of real data.
    """
    keep_apart(is_sample=True)
    told_for = host_runs.day_of(SAMPLE)
    if told_for is not None and on not in {None, told_for}:
        say(f"The sample was told for {told_for}; it is loaded anew for {on}.")
        _make_way()
        told_for = None
    day = told_for or on or today
    there = Organisation.objects.filter(is_demo=True).first()
    by = as_operator(there.ref, there.pk) if there else _begun(day, now)
    known = {file.file for file in imports.imports(by=by)}
    for name, content in manufacturer.files(day):
        if name not in known:
            say(f"Loading {NAME}: {name}")
            imports.bring_in(by=by, file_name=name, content=content, clock=lambda: now)
    return day


def _make_way() -> None:
    home = Path(settings.HOME)
    try:
        with homes.alone(home):
            database.empty()
    except homes.HomeInUseError as error:
        raise RefusedError(Finding("home-in-use", Subject("host", "home"), {"home": str(home)})) from error


@transaction.atomic
def _begun(day: date, now: datetime) -> Member:
    host_runs.note_day(SAMPLE, day, now)
    made = Organisation.objects.create(
        name=NAME, ref=REF, currency="USD", country="US", subdivision="OH", zone="America/New_York",
        is_demo=True, created_at=now,
    )  # fmt: skip
    owner = User(email=OWNER, name=OWNER_NAME, created_at=now)
    owner.set_unusable_password()
    owner.save()
    Membership.objects.create(organisation=made, user=owner, role=Role.OWNER.value, created_at=now)
    return as_operator(made.ref, made.pk)
