"""What is refused about members, links, passwords and tokens, by its code."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from fullscore.engine.registers.access import Member, NotAllowedError, Role
from fullscore.store.models import ApiToken, HistoryEntry, Membership, Organisation, User
from fullscore.usecases.accounts import accepting, links, members, oneself, signing_in, tokens
from fullscore.usecases.accounts.links import Purpose
from fullscore.usecases.registers.values import RefusedError
from tests.conftest import NOW, MemberFactory

PASSWORD = "a long walk to the harbor"
WRONG = "no"
HERE = "203.0.113.1"


@pytest.fixture
def host(organisation: Organisation) -> Member:
    return Member(organisation.pk, organisation.ref, Role.OWNER, None, "host")


def code_of(act: Callable[[], object]) -> str:
    """Return the code with which `act` is refused."""
    with pytest.raises(RefusedError) as refusal:
        act()
    return refusal.value.findings[0].code


def use(secret: str, password: str = PASSWORD) -> signing_in.SignedIn:
    return accepting.accept_link(secret=secret, name="Ruth", password=password, address=HERE, now=NOW)


def place_of(by: Member) -> int:
    return Membership.objects.of(by.organisation_id).get(user_id=by.user_id).pk


@pytest.mark.parametrize(
    "email", ["ruth", "ruth@", "@harbor.example", "a b@c.example", "a\nb@c.example", "x" * 300 + "@c.d"]
)
def test_what_is_no_e_mail_is_not_invited(host: Member, email: str) -> None:
    code = code_of(lambda: links.invite(by=host, email=email, role=Role.IT, now=NOW))

    assert code == "email-not-understood"


def test_a_member_is_not_invited_again(host: Member, owner: Member) -> None:
    code = code_of(lambda: links.invite(by=host, email=str(owner.email).upper(), role=Role.IT, now=NOW))

    assert code == "member-already"


def test_links_that_open_nothing_say_why(host: Member) -> None:
    link = links.invite(by=host, email="sam@harbor.example", role=Role.IT, now=NOW)
    late = NOW + timedelta(days=7)

    assert code_of(lambda: use("never-made")) == "link-unknown"
    assert code_of(lambda: accepting.look_at(secret=link.secret, now=late)) == "link-expired"
    use(link.secret)
    assert code_of(lambda: use(link.secret)) == "link-used"


def test_the_second_of_two_first_links_makes_no_second_owner(host: Member) -> None:
    first = links.issue_first_link(by=host, email="ruth@harbor.example", now=NOW)
    second = links.issue_first_link(by=host, email="eve@harbor.example", now=NOW)
    use(first.secret)

    assert code_of(lambda: use(second.secret)) == "organisation-has-owner"
    assert not User.objects.filter(email="eve@harbor.example").exists()


def test_weak_and_endless_passwords_are_refused(host: Member) -> None:
    link = links.issue_first_link(by=host, email="ruth@harbor.example", now=NOW)

    assert code_of(lambda: use(link.secret, "short")) == "password-weak"
    assert code_of(lambda: use(link.secret, "x" * 10_000)) == "password-too-long"


def test_wrong_passwords_are_refused_then_stopped(owner: Member) -> None:
    tries = [
        code_of(lambda: signing_in.sign_in(email=str(owner.email), password=WRONG, address=HERE, now=NOW))
        for _ in range(6)
    ]

    assert tries == [*["sign-in-refused"] * 5, "sign-in-too-often"]


def test_one_address_may_not_try_everybody(host: Member) -> None:
    def tried(number: int) -> str:
        email = f"p{number}@harbor.example"
        return code_of(lambda: signing_in.sign_in(email=email, password=WRONG, address=HERE, now=NOW))

    assert [tried(number) for number in range(51)][-2:] == ["sign-in-refused", "sign-in-too-often"]


def test_a_member_nobody_knows_is_not_found(owner: Member, host: Member) -> None:
    assert code_of(lambda: members.membership_of(by=owner, email="x@y.example")) == "member-unknown"
    assert code_of(lambda: members.deactivate(by=owner, membership=999_999, now=NOW)) == "member-unknown"
    reset = lambda: links.link_for_member(by=host, email="x@y.example", purpose=Purpose.RESET, now=NOW)  # noqa: E731
    assert code_of(reset) == "member-unknown"


def test_the_last_owner_cannot_step_down(owner: Member, member: MemberFactory) -> None:
    code = code_of(lambda: members.change_role(by=owner, membership=place_of(owner), role=Role.IT, now=NOW))
    assert code == "last-owner"

    member(Role.OWNER)
    assert members.change_role(by=owner, membership=place_of(owner), role=Role.IT, now=NOW).role is Role.IT


def test_a_deactivated_owner_counts_for_nothing(owner: Member, member: MemberFactory) -> None:
    other = member(Role.OWNER)
    members.deactivate(by=owner, membership=place_of(other), now=NOW)

    code = code_of(lambda: members.deactivate(by=owner, membership=place_of(owner), now=NOW))

    assert code == "last-owner"


def test_deactivating_ends_tokens_and_open_links(owner: Member, member: MemberFactory, host: Member) -> None:
    sam = member(Role.IT)
    tokens.issue_token(by=sam, name="nightly", scope="write", days=30, now=NOW)
    reset = links.link_for_member(by=host, email=str(sam.email), purpose=Purpose.RESET, now=NOW)

    members.deactivate(by=owner, membership=place_of(sam), now=NOW)

    assert ApiToken.objects.get().revoked_at == NOW
    assert code_of(lambda: use(reset.secret)) == "link-used"


def test_what_happens_to_members_stands_in_the_history(owner: Member, member: MemberFactory) -> None:
    sam = member(Role.IT)

    members.change_role(by=owner, membership=place_of(sam), role=Role.AUDITOR, now=NOW)

    entry = HistoryEntry.objects.of(owner.organisation_id).get(register="members")
    assert (entry.action, entry.changes, entry.by_name) == (
        "changed",
        {"role": ["it", "auditor"]},
        owner.name,
    )


MEMBERS_DOORS: tuple[Callable[[Member], object], ...] = (
    lambda by: members.members(by=by),
    lambda by: members.invitations(by=by, now=NOW),
    lambda by: members.membership_of(by=by, email="x@harbor.example"),
    lambda by: members.change_role(by=by, membership=1, role=Role.IT, now=NOW),
    lambda by: members.deactivate(by=by, membership=1, now=NOW),
    lambda by: links.invite(by=by, email="x@harbor.example", role=Role.IT, now=NOW),
)


@pytest.mark.parametrize("door", MEMBERS_DOORS)
def test_only_owners_manage_members(member: MemberFactory, door: Callable[[Member], object]) -> None:
    for role in set(Role) - {Role.OWNER}:
        with pytest.raises(NotAllowedError):
            door(member(role))


TOKENS_DOORS: tuple[Callable[[Member], object], ...] = (
    lambda by: tokens.tokens(by=by),
    lambda by: tokens.issue_token(by=by, name="x", scope="read", days=1, now=NOW),
    lambda by: tokens.issue_token_for(by=by, email="x@harbor.example", scope="read", days=1, now=NOW),
    lambda by: tokens.revoke_token(by=by, token=1, now=NOW),
)


@pytest.mark.parametrize("door", TOKENS_DOORS)
def test_only_owners_and_it_manage_tokens(member: MemberFactory, door: Callable[[Member], object]) -> None:
    for role in set(Role) - {Role.OWNER, Role.IT}:
        with pytest.raises(NotAllowedError):
            door(member(role))


def test_tokens_are_refused_a_span_that_is_none(owner: Member) -> None:
    for days in (0, -1, 367):
        made = lambda days=days: tokens.issue_token(by=owner, name="x", scope="read", days=days, now=NOW)  # noqa: E731
        assert code_of(made) == "token-days"


def test_the_host_has_no_token_of_its_own(host: Member) -> None:
    code = code_of(lambda: tokens.issue_token(by=host, name="x", scope="read", days=1, now=NOW))

    assert code == "token-needs-member"


def test_a_token_is_kept_as_a_hash_and_ended_by_its_holder_or_an_owner_only(
    owner: Member, member: MemberFactory
) -> None:
    sam, other = member(Role.IT), member(Role.IT)
    made = tokens.issue_token(by=sam, name="nightly", scope="write", days=30, now=NOW)

    assert made.secret.startswith("fs_")
    assert made.secret not in str(ApiToken.objects.values())
    assert code_of(lambda: tokens.revoke_token(by=other, token=made.token.id, now=NOW)) == "token-unknown"
    assert tokens.revoke_token(by=owner, token=made.token.id, now=NOW).revoked_at == NOW


def test_changing_oneself_needs_the_present_password(host: Member, member: MemberFactory) -> None:
    ruth = use(links.issue_first_link(by=host, email="ruth@harbor.example", now=NOW).secret)
    sam = member(Role.IT)

    def email(new: str, password: str) -> None:
        oneself.change_email(account_id=ruth.user_id, email=new, password=password, address=HERE, now=NOW)

    assert code_of(lambda: email("new@harbor.example", "wrong")) == "sign-in-refused"
    assert code_of(lambda: email(str(sam.email).upper(), PASSWORD)) == "email-taken"
    assert code_of(lambda: oneself.change_name(account_id=ruth.user_id, name="  ")) == "name-missing"
    email("new@harbor.example", PASSWORD)
    assert User.objects.get(pk=ruth.user_id).email == "new@harbor.example"


def test_a_requester_cannot_take_the_rows_of_another_by_taking_their_e_mail(host: Member) -> None:
    pat = use(links.invite(by=host, email="pat@harbor.example", role=Role.REQUESTER, now=NOW).secret)

    def email() -> None:
        oneself.change_email(
            account_id=pat.user_id, email="ceo@harbor.example", password=PASSWORD, address=HERE, now=NOW
        )

    assert code_of(email) == "email-decides-rows"


def test_a_new_password_ends_every_older_link_to_set_one(host: Member) -> None:
    ruth = use(links.issue_first_link(by=host, email="ruth@harbor.example", now=NOW).secret)
    older, newer, last = (
        links.link_for_member(by=host, email="ruth@harbor.example", purpose=Purpose.RESET, now=NOW).secret
        for _ in range(3)
    )

    use(newer, "another long walk home")
    assert code_of(lambda: use(older)) == "link-used"
    assert code_of(lambda: use(last)) == "link-used"

    again = links.link_for_member(by=host, email="ruth@harbor.example", purpose=Purpose.RESET, now=NOW)
    oneself.change_password(
        account_id=ruth.user_id, present="another long walk home", new=PASSWORD, address=HERE, now=NOW
    )
    assert code_of(lambda: use(again.secret)) == "link-used"
