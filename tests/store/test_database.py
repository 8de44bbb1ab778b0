"""The database as the product sets it up, on either engine."""

import pytest
from django.db import connection

from fullscore.engine.registers.access import Member, Role
from fullscore.store.models import Organisation
from tests.conftest import ON_POSTGRES, MemberFactory


def _pragma(name: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_the_database_is_the_one_the_run_asked_for() -> None:
    assert connection.vendor == ("postgresql" if ON_POSTGRES else "sqlite")


def test_two_members_with_the_same_role_are_two_people(owner: Member, member: MemberFactory) -> None:
    assert member(Role.OWNER).user_id != owner.user_id


def test_two_organisations_live_side_by_side(
    organisation: Organisation, other_organisation: Organisation
) -> None:
    assert organisation.pk != other_organisation.pk
