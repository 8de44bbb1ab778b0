"""Sample companies: an organisation each, loaded through the importers like anybody's files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Role
from fullscore.importing.samples import clinic, construction, manufacturer
from fullscore.importing.samples.company import Company
from fullscore.store import database, homes, host_runs
from fullscore.store.models import Membership, Organisation, User
from fullscore.usecases import budget, imports, risk
from fullscore.usecases.host.beginning import keep_apart
from fullscore.usecases.host.companies import Sample
from fullscore.usecases.host.operating import as_operator
from fullscore.usecases.registers import RefusedError

SAMPLE = "sample"
COMPANIES = {
    Sample.MANUFACTURER: manufacturer.COMPANY,
    Sample.CLINIC: clinic.COMPANY,
    Sample.CONSTRUCTION: construction.COMPANY,
}
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Brought:
    """A sample company that is there: the organisation's short name, and the day it is told for."""

    organisation: str
    day: date


def bring_sample(*, company: Sample, on: date | None, today: date, now: datetime, say: Say) -> Brought:
    """Load a sample company, or what an earlier start left out of it.

    The files are made for one day and hold together on that day only, so it stays the home's today for
    every sample in it; another day in `on` loads them anew. A second company is loaded beside the first,
    as an organisation of its own. Raises `RefusedError` in a home of real data.
    """
    keep_apart(is_sample=True)
    wanted = {*_there(), company}
    told_for = host_runs.day_of(SAMPLE)
    if told_for is not None and on not in {None, told_for}:
        say(f"The sample was told for {told_for}; it is loaded anew for {on}.")
        _make_way()
        told_for = None
    day = told_for or on or today
    if told_for is None:
        host_runs.note_day(SAMPLE, day, now)
    for one in (one for one in Sample if one in wanted):
        _load(COMPANIES[one], day, now, say)
    _say_who_is_there(say)
    return Brought(COMPANIES[company].ref, day)


def _there() -> set[Sample]:
    refs = set(Organisation.objects.filter(is_demo=True).values_list("ref", flat=True))
    return {one for one, company in COMPANIES.items() if company.ref in refs}


def _load(company: Company, day: date, now: datetime, say: Say) -> None:
    there = Organisation.objects.filter(ref=company.ref, is_demo=True).first()
    by = as_operator(there.ref, there.pk) if there else _begun(company, now)
    known = {file.file for file in imports.imports(by=by)}
    for name, content in company.files(day):
        if name not in known:
            say(f"Loading {company.name}: {name}")
            imports.bring_in(by=by, file_name=name, content=content, clock=lambda: now)
    # Whoever looks first sees an answer: the worker has them ready when the pages are opened.
    risk.ask(by=by, on=day, now=now)
    for kind in ("choose", "frontier"):
        budget.ask(by=by, kind=kind, on=day, now=now)


def _say_who_is_there(say: Say) -> None:
    names = sorted(company.name for one, company in COMPANIES.items() if one in _there())
    if len(names) > 1:
        say(f"This home holds {', '.join(names[:-1])} and {names[-1]}; the same link opens each of them.")


def _make_way() -> None:
    home = Path(settings.HOME)
    try:
        with homes.alone(home):
            database.empty()
    except homes.HomeInUseError as error:
        raise RefusedError(Finding("home-in-use", Subject("host", "home"), {"home": str(home)})) from error


@transaction.atomic
def _begun(company: Company, now: datetime) -> Member:
    others = list(Organisation.objects.filter(is_demo=True))
    made = Organisation.objects.create(
        name=company.name, ref=company.ref, currency="USD", country="US", subdivision=company.subdivision,
        zone=company.zone, fiscal_start_month=company.fiscal_start_month, opens_at=company.opens_at,
        closes_at=company.closes_at, is_demo=True, created_at=now, person_day_cost=company.person_day_cost,
        person_day_cost_by=company.owner_name, person_day_cost_on=now.date(),
    )  # fmt: skip
    owner = User(email=company.owner, name=company.owner_name, created_at=now)
    owner.set_unusable_password()
    owner.save()
    _join(made, owner, now)
    # One link opens every sample: who owns one owns them all.
    for other in others:
        _join(other, owner, now)
    for user in User.objects.filter(pk__in=_owners(others)).exclude(pk=owner.pk):
        _join(made, user, now)
    return as_operator(made.ref, made.pk)


def _join(organisation: Organisation, user: User, now: datetime) -> None:
    Membership.objects.create(organisation=organisation, user=user, role=Role.OWNER.value, created_at=now)


def _owners(organisations: Sequence[Organisation]) -> set[int]:
    owners = [Membership.objects.of(one.pk).filter(role=Role.OWNER.value) for one in organisations]
    return {user for found in owners for user in found.values_list("user_id", flat=True)}
