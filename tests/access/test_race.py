"""Two hundred races for the first place: exactly one owner each time, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection

from fullscore.engine.registers.access import Member, Role
from fullscore.store.models import Membership, Organisation
from fullscore.usecases.accounts import links, members
from fullscore.usecases.accounts.accepting import accept_link
from fullscore.usecases.registers.values import RefusedError
from tests.conftest import NOW, member_of

RACES, RUNNERS = 200, 4
PASSWORD = "a long walk to the harbor"
pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def _tried(start: Barrier, secret: str, name: str) -> bool:
    start.wait()
    try:
        accept_link(secret=secret, name=name, password=PASSWORD, address="203.0.113.1", now=NOW)
    except RefusedError:
        return False
    finally:
        connection.close()
    return True


def _race(number: int, pool: ThreadPoolExecutor) -> tuple[int, int]:
    """Return how many were told they won, and how many owners there are."""
    place = Organisation.objects.create(name=f"Race {number}", ref=f"race-{number}", created_at=NOW)
    host = Member(place.pk, place.ref, Role.OWNER, None, "host")
    # Two links for the same place: a second `serve` prints a second one.
    secrets = [
        links.issue_first_link(by=host, email=f"runner{each}@race{number}.example", now=NOW).secret
        for each in range(2)
    ]
    start = Barrier(RUNNERS)
    runs = [pool.submit(_tried, start, secrets[each % 2], f"Runner {each}") for each in range(RUNNERS)]
    told = sum(run.result() for run in runs)
    return told, Membership.objects.of(place.pk).filter(role="owner", deactivated_at=None).count()


@pytest.mark.timeout(280)
def test_two_hundred_races_for_the_first_place_have_one_winner_each() -> None:
    with ThreadPoolExecutor(RUNNERS) as pool:
        results = {_race(number, pool) for number in range(RACES)}

    assert results == {(1, 1)}


def test_two_owners_who_put_each_other_out_at_once_leave_one() -> None:
    for number in range(20):
        place = Organisation.objects.create(name=f"Duel {number}", ref=f"duel-{number}", created_at=NOW)
        pair = [member_of(place, Role.OWNER) for _ in range(2)]
        ids = [Membership.objects.of(place.pk).get(user_id=each.user_id).pk for each in pair]
        start = Barrier(2)
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(_put_out, [start] * 2, pair, reversed(ids)))

        assert Membership.objects.of(place.pk).filter(role="owner", deactivated_at=None).count() == 1


def _put_out(start: Barrier, by: Member, other: int) -> None:
    start.wait()
    try:
        members.deactivate(by=by, membership=other, now=NOW + timedelta(minutes=1))
    except RefusedError:
        return
    finally:
        connection.close()
