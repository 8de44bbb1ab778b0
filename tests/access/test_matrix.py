"""Every door, everybody, own and other organisation, through real requests, against the policy table.

A guard that is taken away makes a test here fail; `GUARDS.md` lists those tried by hand.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import time_machine
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from pytest_django import DjangoDbBlocker

from fullscore.engine.registers.access import Member, Right, Role
from fullscore.store.models import REGISTERS
from fullscore.usecases import policy
from fullscore.usecases.policy import Rule, Visitor
from tests.access import samples, world
from tests.access.world import Place
from tests.conftest import IS_THOROUGH, NOW

OWN_BY = {model.REGISTER: model.OWN_BY for model in REGISTERS}
pytestmark = [pytest.mark.django_db, pytest.mark.slow]
UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}
REFUSALS = {401, 403, 404, 405}
# Elsewhere the strongest and the weakest of a role come furthest; all of them go there in `make nightly`.
TRAVELLERS = ("owner", "requester", "read", "stranger", "anonymous", "gone")
# Who is nobody at all is asked about their own place only, where they would come furthest.
POINTERS = ("ref", "file", "entry", "membership", "token", "number", "digest")
NOBODY = ("late", "ended", "other door")


@dataclass(frozen=True)
class Two:
    """The organisation the callers belong to, and the other."""

    own: Place
    other: Place
    before: dict[str, str]
    own_before: dict[str, str]


@pytest.fixture(scope="module")
def two(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Two]:
    """Both organisations, built once; what a request does is taken back after it."""
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), transaction.atomic():
        own, other = world.build("own"), world.build("other")
        yield Two(own, other, world.fingerprint(other), world.fingerprint(own))
        transaction.set_rollback(True)


def is_api(rule: Rule) -> bool:
    return rule.address.startswith("api/")


def callers(rule: Rule) -> tuple[str, ...]:
    roles = tuple(role.value for role in Role)
    tokens = ("read", "late", "ended") if is_api(rule) else ()
    return (*roles, *tokens, "anonymous", "gone", "stranger", "other door")


def expected(rule: Rule, caller: str, sample: samples.Sample) -> int:
    """Return the status the policy table promises this caller in their own organisation."""
    if rule.who is Visitor.ANYONE:
        return sample.status
    if caller in {"anonymous", "late", "ended", "other door"} or (caller == "gone" and is_api(rule)):
        return 401 if is_api(rule) else 302
    if rule.who is Visitor.SIGNED_IN:
        return _oneself(rule, caller, sample)
    if caller in {"gone", "stranger"}:
        return 404
    return _by_right(rule, caller, sample)


def _oneself(rule: Rule, caller: str, sample: samples.Sample) -> int:
    # Who belongs nowhere is told so instead of being sent on.
    return 200 if rule.address == "" and caller == "gone" else sample.status


def _by_right(rule: Rule, caller: str, sample: samples.Sample) -> int:
    role = Role.OWNER if caller == "read" else Role(caller)
    member = Member(0, "", role, 0, "", is_read_only=caller == "read")
    assert isinstance(rule.who, Right)
    if not member.may(rule.who):
        return 403
    if rule.holds not in member.reads:
        return 403
    register = samples.register_of(rule)
    if role is Role.REQUESTER and register is not None:
        # Rows that are not one's own are not there; nor are registers in which nobody has rows of their own.
        return sample.status if OWN_BY[register] and "ref>" not in rule.address else 404
    if rule.address == samples.PAGE and member.may(Right.PLAN_GOALS):
        # Who plans is sent on to what there is to do.
        return 302
    return sample.status


def asked(client: Client, rule: Rule, path: str, sample: samples.Sample) -> HttpResponseBase:
    if rule.method == "GET":
        return client.get(path, sample.data)
    if sample.body:
        return client.generic(rule.method, f"{path}?file=list.csv", sample.body)
    if sample.is_json:
        return client.generic(rule.method, path, samples.encoded(sample), samples.JSON)
    return (
        getattr(client, rule.method.lower())(path, sample.data)
        if rule.method == "POST"
        else client.generic(rule.method, path)
    )


def client_of(rule: Rule, caller: str, two: Two, *, checks: bool = False) -> Client:
    """Return a browser or program that is this caller."""
    place, word = (two.other, "owner") if caller == "stranger" else (two.own, caller)
    client = Client(enforce_csrf_checks=checks, raise_request_exception=True)
    # Tokens open no page, sessions no API: whoever knocks at the other door is nobody.
    by_token = is_api(rule) != (caller == "other door")
    word = "owner" if word == "other door" else word
    if caller == "anonymous":
        return client
    if by_token:
        client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {place.secrets[word]}"
    else:
        client.cookies["sessionid"] = place.sessions[word]
    return client


def text_of(response: HttpResponseBase) -> str:
    body = b"".join(response) if response.streaming else response.content
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            body = b"".join(archive.read(name) for name in archive.namelist())
    return body.decode("utf-8", "replace") + str(response.headers)


IDS = [f"{rule.method} /{rule.address}" for rule in policy.TABLE]
TARGETS = ("own", "other", "crossed")


@pytest.mark.parametrize("rule", policy.TABLE, ids=IDS)
def test_a_door_lets_in_whom_the_table_names_and_nobody_else(rule: Rule, two: Two) -> None:
    wrong = [
        line for target in TARGETS for caller in callers(rule) for line in _wrong(rule, caller, target, two)
    ]

    assert wrong == []


def _wrong(rule: Rule, caller: str, target: str, two: Two) -> Iterator[str]:
    """Say what is not as promised when this caller knocks at this door of their own or the other place."""
    if target != "own" and ("org>" not in rule.address or caller in NOBODY):
        return
    if target == "crossed" and not _names_rows(rule):
        return
    if target != "own" and caller not in TRAVELLERS and not IS_THOROUGH:
        return
    organisation = two.other if target == "other" else two.own
    ids = two.own if target == "own" else two.other
    sample = samples.sample(rule, ids)
    with transaction.atomic():
        response = asked(client_of(rule, caller, two), rule, samples.address(rule, organisation, ids), sample)
        body = text_of(response)
        after = world.fingerprint(two.other)
        is_quiet = response.status_code not in REFUSALS or world.fingerprint(two.own) == two.own_before
        transaction.set_rollback(True)
    yield from _status(rule, caller, target, sample, response.status_code)
    stranger = caller == "stranger"
    if not is_quiet:
        yield f"{caller} at {target}: refused, and yet a row changed"
    hidden = two.own.canary if stranger else two.other.canary
    if hidden in body and not _is_handed_over(rule):
        yield f"{caller} at {target}: the answer holds a word of the organisation they are not in"
    is_theirs = caller == "stranger" and (target == "other" or rule.who is Visitor.SIGNED_IN)
    if after != two.before and not is_theirs:
        yield f"{caller} at {target}: rows of the other organisation changed"


def _status(rule: Rule, caller: str, target: str, sample: samples.Sample, status: int) -> Iterator[str]:
    if target == "own":
        promised = {expected(rule, caller, sample)}
    else:
        promised = _elsewhere(rule, caller, target, sample)
    if status not in promised:
        yield f"{caller} at {target}: {status}, the table promises {sorted(promised)}"


def _elsewhere(rule: Rule, caller: str, target: str, sample: samples.Sample) -> set[int]:
    home = expected(rule, caller, sample)
    if caller == "stranger":
        return _stranger(rule, target, sample)
    if caller in {"anonymous", "gone"} and home in {401, 302}:
        return {home}
    if target == "other":
        return {404}
    # Their own organisation with another's ids: refused as before, or nothing there, or a sentence in a form.
    return {403} if home == 403 else _crossed(rule, sample)


def _stranger(rule: Rule, target: str, sample: samples.Sample) -> set[int]:
    """Return what the owner of the other place may: everything there, nothing here."""
    return {expected(rule, "owner", sample)} if target == "other" else {404}


def _crossed(rule: Rule, sample: samples.Sample) -> set[int]:
    return {404} if any(f"{name}>" in rule.address for name in POINTERS) else {sample.status, 404, 422}


def _names_rows(rule: Rule) -> bool:
    """Return whether the address or the body says which row is meant."""
    return samples.register_of(rule) is not None or any(f"{name}>" in rule.address for name in POINTERS)


def _is_handed_over(rule: Rule) -> bool:
    """Return whether the address itself is the key: whoever holds a link is told what it opens."""
    return rule.address.startswith(("link/", "plan/", "act/", "decide/", "feed/", "agree/", "pack/"))


@pytest.mark.parametrize(
    "rule",
    [rule for rule in policy.TABLE if rule.method in UNSAFE and not is_api(rule)],
    ids=lambda rule: rule.address,
)
def test_a_page_changes_nothing_without_its_own_forms_mark(rule: Rule, two: Two) -> None:
    before = world.fingerprint(two.own)
    with transaction.atomic():
        client = client_of(rule, "owner", two, checks=True)
        response = asked(client, rule, samples.address(rule, two.own, two.own), samples.sample(rule, two.own))
        after = world.fingerprint(two.own)
        transaction.set_rollback(True)

    assert response.status_code == 403
    assert after == before


SHOWING = [
    rule for rule in policy.TABLE
    if rule.method == "GET" and isinstance(rule.who, Right)
    # A form that shows no row, three that only send an owner on, lines that say whether work goes on, and
    # a colour.
    and not rule.address.endswith((
        "bulk/", "change/", "budget/years/", "state/", "dates/<int:run>/", "runs/<int:run>/",
        "settings/brand",
    ))
    and rule.address != samples.PAGE
]  # fmt: skip


@pytest.mark.parametrize("rule", SHOWING, ids=lambda rule: rule.address)
def test_the_words_nobody_may_see_are_what_an_owner_sees(rule: Rule, two: Two) -> None:
    """Otherwise an empty page would pass for a closed one."""
    path = samples.address(rule, two.own, two.own)

    response = asked(client_of(rule, "owner", two), rule, path, samples.sample(rule, two.own))

    assert two.own.canary in text_of(response)
