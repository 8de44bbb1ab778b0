"""What has run out is put away by the worker, and nothing else is."""

from datetime import timedelta

import time_machine
from django.contrib.sessions.models import Session
from django.test import Client

from fullscore.engine.registers.access import Member, Role
from fullscore.jobs import accounts
from fullscore.jobs.main import rooms
from fullscore.store.models import Organisation, SignInLink, User
from fullscore.usecases.accounts import links
from tests.conftest import NOW


def test_sessions_and_links_that_ran_out_are_put_away(owner: Member, organisation: Organisation) -> None:
    host = Member(organisation.pk, organisation.ref, Role.OWNER, None, "host")
    user = User.objects.get(pk=owner.user_id)
    with time_machine.travel(NOW - timedelta(days=60), tick=False):
        Client().force_login(user)
        links.invite(by=host, email="old@harbor.example", role=Role.IT, now=NOW - timedelta(days=60))
    with time_machine.travel(NOW, tick=False):
        Client().force_login(user)
    links.invite(by=host, email="new@harbor.example", role=Role.IT, now=NOW)

    assert accounts.stale(NOW) == ("run-out",)
    accounts.handle("run-out", NOW)

    assert Session.objects.count() == 1
    assert SignInLink.objects.get().email == "new@harbor.example"
    assert accounts.stale(NOW) == ()


def test_the_worker_knows_of_it() -> None:
    assert rooms()["accounts"] is accounts
