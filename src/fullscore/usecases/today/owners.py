"""What owners answered to issued packs, for Today."""

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

from fullscore.engine.findings.actions import Action
from fullscore.engine.today.answers import Answered, answer_actions
from fullscore.store import reports as store
from fullscore.store.models import Organisation, Proposal


def actions(organisation_id: int, on: date) -> tuple[Action, ...]:
    """Return what answers ask to be done; nothing where nobody has answered."""
    return tuple(answer_actions(_answered(organisation_id), on=on))


def _answered(organisation_id: int) -> Iterator[Answered]:
    newest = {each.proposal: each for each in store.answers(organisation_id)}
    if not newest:
        return
    zone = ZoneInfo(Organisation.objects.get(pk=organisation_id).zone)
    rows = Proposal.objects.of(organisation_id).filter(archived_at=None, ref__in=newest)
    names = dict(rows.values_list("ref", "name"))
    for ref, one in sorted(newest.items()):
        if ref in names:
            day = one.at.astimezone(zone).date()
            yield Answered(ref, names[ref], one.answer, one.by_name, day, one.words[:300])
