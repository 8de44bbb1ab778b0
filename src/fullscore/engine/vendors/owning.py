"""Contracts nobody decides about: without an owner, or with one who has left."""

from collections.abc import Iterator, Sequence
from datetime import date

from fullscore.engine.findings.actions import Action
from fullscore.engine.findings.finding import Subject
from fullscore.engine.vendors.facts import Bound
from fullscore.engine.vendors.noticing_values import NAMING, about, action, unpriced
from fullscore.engine.vendors.renewals import Renewal, State

_CLOSED = frozenset({State.OVER, State.NOTICE_GIVEN})


def owning(bound: Bound, found: Sequence[Renewal], *, on: date) -> Iterator[Action]:
    """Yield each contract that still runs and has nobody; those without an owner make one line together."""
    left = bound.held.left(on)
    for one in found:
        if one.state in _CLOSED or one.contract.intent == "end":
            continue  # Whether it goes on is decided.
        if one.contract.owner is None:
            yield _owner("contract-owner-missing", one, bound, on)
        elif one.contract.owner in left:
            yield _owner("contract-owner-left", one, bound, on)


def _owner(code: str, one: Renewal, bound: Bound, on: date) -> Action:
    person = one.owner or one.contract.owner
    return action(
        code, Subject("contracts", one.ref), about(one, bound, person=person), on=on, hours=NAMING,
        stake=one.price_year, group=code, missing=unpriced(one),
    )  # fmt: skip
