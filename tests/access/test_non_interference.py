"""Through every door that only reads: what a member may not see changes no byte of the answer."""

import re
from collections.abc import Iterator

import pytest
import time_machine
from django.db import transaction
from django.test import Client

from fullscore.engine.registers.access import Member
from fullscore.engine.registers.columns import Kind
from fullscore.store.models import REGISTERS
from fullscore.usecases import policy
from fullscore.usecases.registers.deriving import all_registers
from tests.access import samples, world
from tests.access.test_matrix import asked, is_api, text_of
from tests.access.world import Place
from tests.conftest import NOW
from tests.usecases.test_non_interference import other_value

pytestmark = pytest.mark.django_db
READING = [rule for rule in policy.TABLE if rule.method == "GET" and "org>" in rule.address]
# What differs from one answer to the next by design: a form's mark, the page's nonce, how long a search took,
# and with that the length of its answer; every other byte of it is compared.
BY_CHANCE = re.compile(
    r'(csrfmiddlewaretoken" value="|nonce-|csrftoken=|"X-CSRFToken": "|"seconds": |Content-Length\': \')'
    r"[A-Za-z0-9_.-]+"
)
ROLES = ("executive", "auditor", "requester")


@pytest.fixture
def place(db: None) -> Iterator[Place]:
    with time_machine.travel(NOW, tick=False):
        yield world.build("own")


def told(place: Place, role: str) -> dict[str, str]:
    """Return what every reading door answers to the member, without what differs by chance."""
    answers = {}
    for rule in READING:
        client = Client()
        if is_api(rule):
            client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {place.secrets[role]}"
        else:
            client.cookies["sessionid"] = place.sessions[role]
        with transaction.atomic():
            response = asked(client, rule, samples.address(rule, place, place), samples.sample(rule, place))
            answers[rule.address] = BY_CHANCE.sub(r"\1", f"{response.status_code} {text_of(response)}")
            transaction.set_rollback(True)
    return answers


def change_hidden(by: Member) -> int:
    """Change every value `by` may not read, behind every door; returns how many."""
    changed = 0
    for model in REGISTERS:
        # An e-mail decides whose row it is; everything else in a hidden column may change.
        hidden = {
            column.name: other_value(column)
            for column in all_registers()[model.REGISTER].columns
            if column.field_class not in by.reads
            and not column.is_unique
            and column.kind is not Kind.REFERENCE
        }
        extra = {"colour": "remarkable"}
        changed += model.objects.of(by.organisation_id).update(extra=extra, **hidden) * (len(hidden) + 1)
    return changed


@pytest.mark.parametrize("role", ROLES)
def test_no_door_tells_a_byte_of_what_is_hidden(place: Place, role: str) -> None:
    by = next(member for each, member in place.people.items() if each.value == role)
    before = told(place, role)

    assert change_hidden(by) > len(REGISTERS)
    after = told(place, role)

    assert {address for address in before if before[address] != after[address]} == set()


def test_the_owner_is_told_of_it(place: Place) -> None:
    before = told(place, "owner")
    change_hidden(next(member for each, member in place.people.items() if each.value == "executive"))
    after = told(place, "owner")

    assert sum(before[address] != after[address] for address in before) > len(REGISTERS)
