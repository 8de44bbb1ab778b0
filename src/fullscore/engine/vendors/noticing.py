"""What contracts ask for: each thing to do with its last safe day and what it costs to do it later."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from fullscore.engine.findings.actions import Action
from fullscore.engine.findings.finding import Subject
from fullscore.engine.vendors import gaps, overlaps, owning, rises
from fullscore.engine.vendors.facts import Bound
from fullscore.engine.vendors.noticing_ending import ending
from fullscore.engine.vendors.noticing_renewing import renewing
from fullscore.engine.vendors.noticing_values import LOOKING_UP, about, action, missing
from fullscore.engine.vendors.renewals import Renewal, State

# Further off nothing is asked: a yearly contract still comes up once in it.
HORIZON = timedelta(days=400)
_MISSING = {"no-end": "ends_on", "no-renewal": "renewal"}


def actions(bound: Bound, found: Sequence[Renewal], *, on: date) -> tuple[Action, ...]:
    """Return everything to do about contracts; `found` are their renewals on the same day."""
    each = (made for one in found for made in _of(one, bound, on))
    whole = (overlaps.overlaps, rises.rises, owning.owning, gaps.gaps)
    return (*each, *(made for ask in whole for made in ask(bound, found, on=on)))


def _of(one: Renewal, bound: Bound, on: date) -> Iterator[Action]:
    if one.state is State.NOTICE_GIVEN:
        return
    if one.contract.renewal in {"none", "express"}:
        yield from ending(one, bound, on=on)
    elif one.dates.notice_by is None:
        yield from _unknown(one, bound, on)
    elif one.dates.notice_by <= on + HORIZON or one.is_missed:
        yield from renewing(one, bound, on=on)


def _unknown(one: Renewal, bound: Bound, on: date) -> Iterator[Action]:
    """Yield the one field that is missing for a notice date; all such contracts make one line."""
    if one.dates.is_over or not one.dates.unknown:
        return
    field = _MISSING.get(one.dates.unknown, "notice")
    yield action(
        "contract-notice-unknown", Subject("contracts", one.ref), about(one, bound, field=field), on=on,
        hours=LOOKING_UP, stake=one.price_year, group="contract-notice-unknown", missing=missing(one, field),
    )  # fmt: skip
