"""Signing in, links and members, as a browser meets them."""

import re
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from fullscore.engine.registers.access import Member, Role
from fullscore.store.models import Membership, Organisation, SignInFailure, User
from fullscore.usecases.accounts import links
from fullscore.usecases.accounts.links import Purpose
from fullscore.usecases.registers.values import RefusedError
from fullscore.web.accounts.belonging import role_named
from tests.conftest import NOW, MemberFactory

PASSWORD = "a long walk to the harbor"
HOST = "host"


@pytest.fixture
def host(organisation: Organisation) -> Member:
    return Member(organisation.pk, organisation.ref, Role.OWNER, None, HOST)


@pytest.fixture
def clock() -> time_machine.Traveller:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def ruth(host: Member, clock: time_machine.Traveller) -> User:
    """The first owner, with a password."""
    link = links.issue_first_link(by=host, email="ruth@harbor.example", now=NOW)
    Client().post(link.path, {"name": "Ruth Morrow", "password": PASSWORD})
    return User.objects.get(email="ruth@harbor.example")


def signed_in(email: str) -> Client:
    client = Client()
    answer = client.post("/sign-in/", {"email": email, "password": PASSWORD})
    assert answer.status_code == 302
    return client


def test_the_first_owner_comes_in_by_link_and_lands_in_the_organisation(host: Member, clock: object) -> None:
    link = links.issue_first_link(by=host, email="ruth@harbor.example", now=NOW)
    browser = Client()

    shown = browser.get(link.path)
    landed = browser.post(link.path, {"name": "Ruth Morrow", "password": PASSWORD})

    assert "Welcome to Harbor Mill" in shown.text
    assert landed.headers["Location"] == "/o/harbor-mill/"
    place = Membership.objects.of(host.organisation_id).select_related("user").get()
    assert (place.role, place.user.name) == ("owner", "Ruth Morrow")


def test_looking_at_a_link_does_not_use_it(host: Member, clock: object) -> None:
    link = links.issue_first_link(by=host, email="ruth@harbor.example", now=NOW)

    assert [Client().get(link.path).status_code for _ in range(3)] == [200, 200, 200]


def test_a_link_works_once(ruth: User, host: Member) -> None:
    link = links.link_for_member(by=host, email=ruth.email, purpose=Purpose.SIGN_IN, now=NOW)

    first, second = Client().post(link.path), Client().post(link.path)

    assert (first.status_code, second.status_code) == (302, 410)
    assert "used already" in second.text


def test_a_link_runs_out(host: Member, clock: time_machine.Traveller) -> None:
    link = links.issue_first_link(by=host, email="ruth@harbor.example", now=NOW)
    clock.shift(timedelta(minutes=15))

    assert "has run out" in Client().get(link.path).text


def test_a_weak_password_leaves_the_link_usable(host: Member, clock: object) -> None:
    link = links.issue_first_link(by=host, email="ruth@harbor.example", now=NOW)

    weak = Client().post(link.path, {"name": "Ruth", "password": "password"})
    strong = Client().post(link.path, {"name": "Ruth", "password": PASSWORD})

    assert (weak.status_code, strong.status_code) == (422, 302)
    assert "Choose another password" in weak.text


def test_an_organisation_with_an_owner_gets_no_second_first_link(ruth: User, host: Member) -> None:
    with pytest.raises(links.HasOwnerError, match="has an owner already"):
        links.issue_first_link(by=host, email="eve@harbor.example", now=NOW)


def test_signing_in_ignores_the_case_of_the_e_mail(ruth: User) -> None:
    answer = Client().post("/sign-in/", {"email": " Ruth@Harbor.example", "password": PASSWORD})

    assert answer.headers["Location"] == "/o/harbor-mill/"


def test_signing_in_goes_on_to_the_page_asked_for_but_never_to_another_site(ruth: User) -> None:
    form = {"email": ruth.email, "password": PASSWORD}

    own = Client().post("/sign-in/", {**form, "next": "/me/"})
    foreign = Client().post("/sign-in/", {**form, "next": "https://evil.example/"})

    assert own.headers["Location"] == "/me/"
    assert foreign.headers["Location"] == "/o/harbor-mill/"


def test_a_wrong_password_and_an_unknown_e_mail_are_told_the_same(ruth: User) -> None:
    wrong = Client().post("/sign-in/", {"email": ruth.email, "password": "not it at all"})
    unknown = Client().post(
        "/sign-in/", {"email": ruth.email.replace("ruth", "rita"), "password": "not it at all"}
    )

    assert wrong.status_code == unknown.status_code == 422
    assert _without_marks(wrong.text) == _without_marks(unknown.text).replace("rita", "ruth")


def test_five_wrong_passwords_close_the_door_for_a_quarter_of_an_hour(
    ruth: User, clock: time_machine.Traveller
) -> None:
    wrong = [
        Client().post("/sign-in/", {"email": ruth.email, "password": "not it"}).status_code for _ in range(5)
    ]
    right = Client().post("/sign-in/", {"email": ruth.email, "password": PASSWORD})
    clock.shift(timedelta(minutes=16))
    later = Client().post("/sign-in/", {"email": ruth.email, "password": PASSWORD})

    assert wrong == [422] * 5
    assert right.status_code == 429
    assert "Wait 15 minutes" in right.text
    assert later.status_code == 302


def test_somebody_elsewhere_cannot_lock_a_person_out(ruth: User) -> None:
    for _ in range(6):
        Client(REMOTE_ADDR="203.0.113.9").post("/sign-in/", {"email": ruth.email, "password": "not it"})

    assert Client().post("/sign-in/", {"email": ruth.email, "password": PASSWORD}).status_code == 302


def test_the_list_of_wrong_tries_names_nobody(ruth: User) -> None:
    Client().post("/sign-in/", {"email": ruth.email, "password": "not it"})

    kept = SignInFailure.objects.values_list("about", flat=True)
    assert len(kept) == 2
    assert all(re.fullmatch("[0-9a-f]{64}", about) for about in kept)


def test_a_page_asks_who_is_there_and_comes_back(ruth: User) -> None:
    answer = Client().get("/o/harbor-mill/settings/?x=1")

    assert answer.headers["Location"] == "/sign-in/?next=/o/harbor-mill/settings/%3Fx%3D1"


def test_a_password_change_ends_every_other_session(ruth: User) -> None:
    here, there = signed_in(ruth.email), signed_in(ruth.email)

    done = here.post("/me/password/", {"present": PASSWORD, "new": "another long walk home"})

    assert done.status_code == 302
    assert here.get("/me/").status_code == 200
    assert there.get("/me/").status_code == 302


def test_a_deactivated_member_is_refused_at_the_next_request(ruth: User, member: MemberFactory) -> None:
    sam = member(Role.IT)
    browser = Client()
    browser.force_login(User.objects.get(pk=sam.user_id))
    before = browser.get("/o/harbor-mill/settings/").status_code
    place = Membership.objects.of(sam.organisation_id).get(user_id=sam.user_id)

    signed_in(ruth.email).post(f"/o/harbor-mill/members/{place.pk}/deactivate/")

    assert (before, browser.get("/o/harbor-mill/settings/").status_code) == (200, 404)


def test_the_last_owner_stays(ruth: User) -> None:
    place = Membership.objects.of(Organisation.objects.get().pk).get()
    browser = signed_in(ruth.email)

    lowered = browser.post(f"/o/harbor-mill/members/{place.pk}/role/", {"role": "it"})
    closed = browser.post(f"/o/harbor-mill/members/{place.pk}/deactivate/")

    assert (lowered.status_code, closed.status_code) == (422, 422)
    assert "is the last owner" in lowered.text
    place.refresh_from_db()
    assert (place.role, place.deactivated_at) == ("owner", None)


def test_an_invited_person_becomes_a_member_with_the_role_of_the_invitation(ruth: User) -> None:
    page = signed_in(ruth.email).post(
        "/o/harbor-mill/members/", {"email": "sam@harbor.example", "role": "auditor"}
    )
    path = re.search(r"/link/[\w-]+/", page.text)
    assert path is not None

    Client().post(path[0], {"name": "Sam Hill", "password": PASSWORD})

    place = Membership.objects.of(Organisation.objects.get().pk).get(user__email="sam@harbor.example")
    assert place.role == "auditor"


def test_an_invitation_lets_nobody_in_as_a_person_who_has_a_password_already(
    ruth: User, other_organisation: Organisation
) -> None:
    """Or an owner could invite a stranger, keep the link, and enter the stranger's organisations."""
    host = Member(other_organisation.pk, other_organisation.ref, Role.OWNER, None, HOST)
    link = links.invite(by=host, email=ruth.email, role=Role.OWNER, now=NOW)

    thief = Client().post(link.path, {"name": "Eve", "password": "some other password"})
    owner = Client().post(link.path, {"name": "", "password": PASSWORD})

    assert (thief.status_code, owner.status_code) == (422, 302)


def test_an_owner_cannot_print_a_reset_link_for_somebody(ruth: User, member: MemberFactory) -> None:
    owner = member(Role.OWNER)

    with pytest.raises(Exception, match="may not do this"):
        links.link_for_member(by=owner, email=ruth.email, purpose=Purpose.RESET, now=NOW)


def test_a_role_that_is_none_is_named(ruth: User) -> None:
    form = {"email": "sam@harbor.example", "role": "emperor"}

    page = signed_in(ruth.email).post("/o/harbor-mill/members/", form)

    assert page.status_code == 422
    assert "There is no role &#x27;emperor&#x27;" in page.text
    with pytest.raises(RefusedError) as refusal:
        role_named("emperor")
    assert refusal.value.findings[0].code == "role-unknown"


def _without_marks(page: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"|nonce="[^"]+"', "", page)


def test_an_unknown_e_mail_takes_as_long_as_a_known_one(ruth: User, clock: time_machine.Traveller) -> None:
    """A guess that answers at once would tell who is known here."""

    def shortest(email: str) -> float:
        form = {"email": email, "password": "not it at all"}
        return min(_seconds(lambda: Client().post("/sign-in/", form)) for _ in range(5))

    known, unknown = shortest(ruth.email), shortest("rita@harbor.example")

    assert known / 2 < unknown < known * 2


def _seconds(act: Callable[[], object]) -> float:
    # The processor's time: other tests run beside this one, and the clock of these tests stands still.
    started = time.thread_time()
    act()
    return time.thread_time() - started
