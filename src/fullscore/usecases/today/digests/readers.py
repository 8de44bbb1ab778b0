"""For whom a weekly mail is written: a member with today's rights, or somebody without an account."""

from fullscore.engine.registers.access import Member, Right, Role
from fullscore.store import digests as store
from fullscore.store.accounts import member_of
from fullscore.store.models import Organisation
from fullscore.usecases.today.digests.values import LIST


def reader(organisation: Organisation, *, email: str, name: str, kind: str) -> Member | None:
    """Return who reads; None for a member who is out, or whose role does not read Today.

    Somebody without an account was named by who manages the settings: they read what IT reads in the list,
    and what an executive reads in the brief.
    """
    place = store.membership(organisation.pk, email)
    if place is None:
        role = Role.IT if kind == LIST else Role.EXECUTIVE
        return Member(organisation.pk, organisation.ref, role, None, name, email)
    is_in = place.deactivated_at is None and place.user.is_active
    member = member_of(place)
    return member if is_in and member.may(Right.PLAN_GOALS) else None


def verbs(by: Member, *, is_decision: bool) -> tuple[str, ...]:
    """Return what a reader may do from the mail: whoever acts acts, whoever answers for money approves."""
    acts = ("snooze", "done") if by.may(Right.ACT_ON_FINDINGS) else ()
    approves = is_decision and by.role in {Role.OWNER, Role.EXECUTIVE}
    return (*acts, "approve") if approves else acts
