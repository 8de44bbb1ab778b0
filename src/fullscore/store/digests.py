"""Queries of weekly mails: whose are due, who has one in hand, and the links in them."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F, Q, QuerySet

from fullscore.store.models import ActionLink, Digest, DigestMail, Membership

WAITING, SENT, EMPTY, FAILED = DigestMail.STATES


def digests(organisation_id: int) -> QuerySet[Digest]:
    """Return who gets a mail in an organisation, by name."""
    return Digest.objects.of(organisation_id).order_by("name", "pk")


def on_everywhere() -> tuple[Digest, ...]:
    """Return every weekly mail that is on. The host's sweep; not asked inside one organisation."""
    everywhere: QuerySet[Digest] = QuerySet(Digest)
    return tuple(everywhere.filter(is_on=True).order_by("pk"))


def keys_since(due_at: datetime) -> frozenset[tuple[int, str]]:
    """Return (digest, key) of the mails due since then, in all organisations: the sweep's too."""
    everywhere: QuerySet[DigestMail] = QuerySet(DigestMail)
    return frozenset(everywhere.filter(due_at__gte=due_at).values_list("digest_id", "key"))


def expect(mails: Iterable[DigestMail]) -> None:
    """Note that mails are due; several workers may say so, one row comes of each."""
    DigestMail.objects.bulk_create(mails, ignore_conflicts=True)


def waiting(now: datetime, most: int) -> tuple[tuple[int, int], ...]:
    """Return (organisation, mail) of what is to be tried and in nobody's hands, in every organisation."""
    everywhere: QuerySet[DigestMail] = QuerySet(DigestMail)
    found = everywhere.filter(_free(now), state=WAITING, next_try_at__lte=now).order_by("next_try_at", "pk")
    return tuple(found.values_list("organisation_id", "pk")[:most])


def claim(organisation_id: int, mail: int, by: str, now: datetime, until: datetime) -> DigestMail | None:
    """Take a mail that is to be tried now; None when somebody has it, or it left."""
    mine = DigestMail.objects.of(organisation_id)
    wanted = mine.filter(_free(now), pk=mail, state=WAITING, next_try_at__lte=now)
    # A sweep may name a mail many times; only the one that gets it should wait for the database's lock.
    taken = wanted.exists() and wanted.update(
        claimed_by=by, claimed_until=until, tried_at=now, attempts=F("attempts") + 1
    )
    return mine.select_related("digest", "organisation").get(pk=mail) if taken else None


def close(mail: DigestMail, **changes: object) -> bool:
    """Write what became of a claimed mail and let go of it; False when the claim was lost meanwhile."""
    mine = DigestMail.objects.of(mail.organisation_id).filter(pk=mail.pk, claimed_by=mail.claimed_by)
    return mine.filter(state=WAITING).update(**changes, claimed_by="", claimed_until=None) == 1


def put_off(until: datetime, now: datetime, error: str) -> None:
    """Let every other mail wait too: the server does not answer, and each would find that out slowly."""
    everywhere: QuerySet[DigestMail] = QuerySet(DigestMail)
    due = everywhere.filter(_free(now), state=WAITING, next_try_at__lt=until)
    due.update(next_try_at=until, error=error)


def mails(organisation_id: int) -> QuerySet[DigestMail]:
    """Return an organisation's mails, the newest first."""
    return DigestMail.objects.of(organisation_id).order_by("-due_at", "-pk")


def link_with(secret_hash: str, *, is_locked: bool = False) -> ActionLink | None:
    """Return the link whose secret this is; locked for whoever presses its button.

    Not asked inside one organisation: who holds a link is in none.
    """
    everywhere: QuerySet[ActionLink] = QuerySet(ActionLink)
    chosen = everywhere.select_for_update(of=("self",)) if is_locked else everywhere
    return chosen.select_related("finding", "organisation").filter(secret_hash=secret_hash).first()


def keep_links(made: Iterable[ActionLink]) -> None:
    """Keep the links of a letter; those of an earlier try of the same letter are there already."""
    ActionLink.objects.bulk_create(made, ignore_conflicts=True)


def links(organisation_id: int, email: str) -> QuerySet[ActionLink]:
    """Return the links that one person was sent."""
    return ActionLink.objects.of(organisation_id).filter(email__iexact=email)


def forget_links(before: datetime) -> None:
    """Put away links nobody will ask about, in all organisations."""
    everywhere: QuerySet[ActionLink] = QuerySet(ActionLink)
    found = everywhere.filter(expires_at__lt=before)
    if found.exists():
        found.delete()


def digest_with(key: int) -> Digest | None:
    """Return a weekly mail by its number, in whichever organisation: asked by a link that proves itself."""
    everywhere: QuerySet[Digest] = QuerySet(Digest)
    return everywhere.select_related("organisation").filter(pk=key).first()


def membership(organisation_id: int, email: str) -> Membership | None:
    """Return the place of whoever has this e-mail, also one that opens no door any more."""
    places = Membership.objects.of(organisation_id).select_related("user", "organisation")
    return places.filter(user__email__iexact=email).first()


def follow(user_id: int, before: str, after: str) -> None:
    """Let the weekly mails of a person go to their new address, in every organisation they belong to."""
    everywhere: QuerySet[Membership] = QuerySet(Membership)
    for organisation_id in everywhere.filter(user_id=user_id).values_list("organisation_id", flat=True):
        mine = digests(organisation_id)
        if mine.filter(email__iexact=after).exclude(email__iexact=before).exists():
            mine.filter(email__iexact=before).delete()
        else:
            mine.filter(email__iexact=before).update(email=after)
        links(organisation_id, before).update(email=after)


def _free(now: datetime) -> Q:
    return Q(claimed_until=None) | Q(claimed_until__lt=now)
