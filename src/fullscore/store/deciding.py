"""Links by which somebody without an account decides: found by their secret, or beside their finding."""

from django.db.models import QuerySet

from fullscore.store.models import DecisionLink, KeptFinding


def link_with(secret_hash: str, *, is_locked: bool = False) -> DecisionLink | None:
    """Return the link whose secret this is, with finding and organisation; locked for whoever answers.

    Not asked inside one organisation: who holds a link is in none.
    """
    everywhere: QuerySet[DecisionLink] = QuerySet(DecisionLink)
    chosen = everywhere.select_for_update(of=("self",)) if is_locked else everywhere
    return chosen.select_related("finding", "organisation").filter(secret_hash=secret_hash).first()


def links(organisation_id: int) -> QuerySet[DecisionLink]:
    """Return the links of an organisation, the newest first."""
    return DecisionLink.objects.of(organisation_id).select_related("finding").order_by("-pk")


def finding(organisation_id: int, key: int) -> KeptFinding | None:
    """Return one kept finding of an organisation."""
    return KeptFinding.objects.of(organisation_id).filter(pk=key).first()
