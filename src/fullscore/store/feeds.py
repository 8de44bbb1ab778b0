"""Calendar addresses: found by their secret, and what their days are counted by."""

from datetime import date, datetime, timedelta

from django.db.models import F, Max, QuerySet, Sum
from django.db.models.functions import Coalesce

from fullscore.store.models import Change, Contract, ContractCharge, Feed, KeptPlan, Membership


def feed_with(secret_hash: str) -> Feed | None:
    """Return the open address whose secret this is; its holder is in no organisation yet."""
    everywhere: QuerySet[Feed] = QuerySet(Feed)
    found = everywhere.select_related("organisation", "user")
    return found.filter(secret_hash=secret_hash, revoked_at=None).first()


def membership_of(feed: Feed) -> Membership | None:
    """Return the place of the address's person in its organisation, None once they have left it."""
    if feed.user_id is None:
        return None
    places = Membership.objects.of(feed.organisation_id).select_related("user")
    return places.filter(user_id=feed.user_id, deactivated_at=None, user__is_active=True).first()


def note_read(feed: Feed, now: datetime) -> None:
    """Note that a calendar asked; not more often than a page would show."""
    if feed.read_at is None or (now - feed.read_at).total_seconds() > 60:  # noqa: PLR2004  a minute
        Feed.objects.of(feed.organisation_id).filter(pk=feed.pk).update(read_at=now)


def contract_changes(organisation_id: int) -> dict[str, tuple[int, datetime]]:
    """Return by contract how often it and its lines were changed, and when last; neither ever falls."""
    rows = Contract.objects.of(organisation_id).values_list("ref", "version", "changed_at")
    counts = {ref: (version, at) for ref, version, at in rows}
    lines = ContractCharge.objects.of(organisation_id).values("contract__ref").order_by("contract__ref")
    for line in lines.annotate(versions=Coalesce(Sum("version"), 0), at=Max("changed_at")):
        version, at = counts[line["contract__ref"]]
        counts[line["contract__ref"]] = version + line["versions"], max(at, line["at"])
    return counts


def plan_changes(organisation_id: int) -> dict[str, tuple[int, datetime]]:
    """Return by accepted plan its version, and when it was accepted."""
    rows = KeptPlan.objects.of(organisation_id).filter(state="accepted")
    told = rows.values_list("number", "version", Coalesce(F("accepted_at"), F("kept_at")))
    return {f"g-{number}": (version, at) for number, version, at in told}


def dated_changes(organisation_id: int, on: date) -> QuerySet[Change]:
    """Return the changes with a date from a month ago on that were not given up, the next first."""
    rows = Change.objects.of(organisation_id).filter(archived_at=None, is_template=False)
    since = on - timedelta(days=31)
    there = rows.filter(starts_on__gte=since).exclude(state__in=("draft", "abandoned"))
    return there.select_related("owner").order_by("starts_on", "starts_at", "ref")
