"""Reading and locking kept plans, their orders and their links; each within one organisation."""

from typing import Any

from django.db.models import Max, QuerySet

from fullscore.store.models import KeptPlan, KeptRequirement, Organisation, PlanLink, Site

# What lists and netting do without: documents of some hundred kilobytes.
_LARGE = ("document",)


def plans(organisation_id: int) -> QuerySet[KeptPlan]:
    """Return the kept plans, newest first, their documents left unread."""
    return KeptPlan.objects.of(organisation_id).defer(*_LARGE).order_by("-number")


def accepted(organisation_id: int) -> QuerySet[KeptPlan]:
    """Return the accepted plans in the order they were kept."""
    return plans(organisation_id).filter(state="accepted").order_by("number")


def standing(organisation_id: int) -> tuple[tuple[int, int, str], ...]:
    """Return (number, version, state) of every kept plan: what a deed on one of them rests on."""
    rows = KeptPlan.objects.of(organisation_id).order_by("number")
    return tuple(rows.values_list("number", "version", "state"))


def plan(organisation_id: int, ref: str) -> KeptPlan | None:
    """Return one kept plan with its document; None where there is none of that ref."""
    return _by_ref(KeptPlan.objects.of(organisation_id), ref)


def locked(organisation_id: int, ref: str) -> KeptPlan | None:
    """Return one kept plan with its lock held until the transaction ends."""
    return _by_ref(KeptPlan.objects.of(organisation_id).select_for_update(), ref)


def _by_ref(rows: QuerySet[KeptPlan], ref: str) -> KeptPlan | None:
    number = ref.removeprefix("g-")
    is_ref = ref.startswith("g-") and number.isascii() and number.isdigit() and len(number) < 10  # noqa: PLR2004
    # "g-01" would be a second name for g-1.
    return rows.filter(number=int(number)).first() if is_ref and number == str(int(number)) else None


def turnstile(organisation_id: int) -> Organisation:
    """Return the organisation's row, locked: keepers and accepters pass one after the other."""
    return Organisation.objects.select_for_update().get(pk=organisation_id)


def next_number(organisation_id: int) -> int:
    """Return the number of the next plan; call it behind the turnstile. Numbers are never used again."""
    last: int | None = KeptPlan.objects.of(organisation_id).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def orders(organisation_id: int) -> QuerySet[KeptRequirement]:
    """Return what kept plans ask to be ordered, with plan and purchase order, earliest first."""
    rows = KeptRequirement.objects.of(organisation_id).select_related("plan", "purchase_order")
    unread = [f"plan__{name}" for name in (*_LARGE, "goal", "summary")]
    return rows.defer(*unread, "purchase_order__provenance", "purchase_order__extra").order_by(
        "order_by", "name", "pk"
    )


def links(organisation_id: int) -> QuerySet[PlanLink]:
    """Return the links to kept plans, newest first."""
    return PlanLink.objects.of(organisation_id).order_by("-pk")


def link_with(secret_hash: str) -> PlanLink | None:
    """Return the link whose secret this is, with plan and organisation.

    Not asked inside one organisation: who holds a link is in none.
    """
    everywhere: QuerySet[PlanLink] = QuerySet(PlanLink)
    return everywhere.select_related("plan", "organisation").filter(secret_hash=secret_hash).first()


def site_names(organisation_id: int) -> dict[str, str]:
    """Return what sites are called, by ref."""
    rows = Site.objects.of(organisation_id).filter(archived_at=None)
    return dict(rows.values_list("ref", "name"))


def asked_of_pools(organisation_id: int) -> tuple[tuple[int, str, list[dict[str, Any]]], ...]:
    """Return (number, team, needs) of each accepted plan in the order they were kept: to order or covered."""
    rows = KeptPlan.objects.of(organisation_id).filter(state="accepted").order_by("number")
    told = rows.values_list("number", "summary__team", "document__requirements", "document__covered")
    return tuple((number, team or "", [*wanted, *covered]) for number, team, wanted, covered in told)
