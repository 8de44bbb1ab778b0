"""Who sits at the host: role owner in every organisation, in history as 'host'."""

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.registers.access import Member, Role
from fullscore.store.models import Organisation
from fullscore.usecases.registers.values import RefusedError


def operator(organisation: str | None) -> Member:
    """Return the host's operator in one organisation; its ref may be left out where there is only one."""
    known = dict(Organisation.objects.order_by("ref").values_list("ref", "pk"))
    if not known:
        raise RefusedError(Finding("no-organisation", Subject("host", "organisations")))
    return as_operator(*_chosen(organisation, known))


def as_operator(ref: str, organisation_id: int) -> Member:
    """Return the operator's membership in an organisation that is known to exist."""
    return Member(organisation_id, ref, Role.OWNER, None, "host")


def _chosen(organisation: str | None, known: dict[str, int]) -> tuple[str, int]:
    refs: dict[str, Value] = {"refs": tuple(known)}
    if organisation:
        if organisation in known:
            return organisation, known[organisation]
        values = {"ref": organisation[:64], **refs}
        raise RefusedError(Finding("organisation-unknown", Subject("host", organisation[:64]), values))
    if len(known) > 1:
        raise RefusedError(Finding("organisation-not-named", Subject("host", "organisations"), refs))
    return next(iter(known.items()))
