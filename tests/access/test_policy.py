"""The policy table and what really answers are the same list."""

from fullscore.usecases import policy
from tests.access import doors

API = "api/v1/o/"


def test_every_address_has_a_row() -> None:
    assert doors.addresses() - {rule.address for rule in policy.TABLE} == set()


def test_every_row_has_an_address() -> None:
    assert {rule.address for rule in policy.TABLE} - doors.addresses() == set()


def test_every_operation_of_the_api_has_a_row_and_every_row_an_operation() -> None:
    rows = {(rule.method, rule.address) for rule in policy.TABLE if rule.address.startswith(API)}

    assert {each for each in doors.operations() if each[1].startswith(API)} == rows


def test_no_door_has_two_rows() -> None:
    assert len({(rule.method, rule.address) for rule in policy.TABLE}) == len(policy.TABLE)
