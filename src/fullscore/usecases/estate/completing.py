"""How the estate stands today: read whole, judged by the engine, the rows behind each figure by its key."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from fullscore.engine.estate import completeness as engine
from fullscore.engine.estate import noticing
from fullscore.engine.estate.held import Held
from fullscore.engine.estate.noticing import Notice
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.registers.cleaning import shown
from fullscore.store import holdings
from fullscore.usecases.estate.documents import Document, completeness_document
from fullscore.usecases.estate.values import Standing, Step
from fullscore.usecases.goals import recalling
from fullscore.usecases.imports import sightings
from fullscore.usecases.registers.values import RefusedError

_OVER = "over"
# So many rows are read while somebody waits for a page; more of them after it.
AT_HAND = 300


def standing(*, by: Member, on: date) -> Standing:
    """Return how the estate stands; for those who see it whole, which is who may plan."""
    by.require(Right.PLAN_GOALS)
    return recalling.recalled(_key(by, on), lambda: _standing(by, on))


def standing_at_hand(*, by: Member, on: date) -> Standing | int:
    """Return how the estate stands where that takes no time, else how many rows it is to be read from."""
    by.require(Right.PLAN_GOALS)
    rows = holdings.count_held(by.organisation_id)
    is_known = recalling.remembered(_key(by, on)) is not None
    return standing(by=by, on=on) if is_known or rows <= AT_HAND else rows


def _key(by: Member, on: date) -> tuple[object, ...]:
    # Whoever may ask sees the same of it.
    return "standing", by.organisation_id, on


def _standing(by: Member, on: date) -> Standing:
    held = replace(
        holdings.read_held(by.organisation_id),
        not_enrolled=frozenset(sightings.not_enrolled(by=by)),
        not_seen=frozenset(sightings.not_seen(by=by, register="items")),
    )
    return Standing(
        organisation=by.organisation,
        currency=held.currency,
        on=on,
        expires=noticing.expiring(held, on=on),
        unassigned=noticing.unassigned(held, on=on),
        ownerless=noticing.ownerless(held, on=on),
        gaps=engine.gaps(held, on=on),
        known=engine.known(held, on=on),
        steps=_steps(held),
        ages=holdings.read_ages(by.organisation_id),
    )


def _steps(held: Held) -> tuple[Step, ...]:
    bought = sum(pool.capacity is not None for pool in held.pools)
    priced = sum(model.unit_cost is not None for model in held.models)
    return (
        Step("devices", "items", len(held.items)),
        Step("people", "people", len(held.people)),
        Step("licences", "pools", bought),
        Step("licence seats", "seats", len(held.seats)),
        Step("models", "models", priced),
    )


def completeness(*, by: Member, on: date) -> Document:
    """Return `fullscore/completeness/1`."""
    return completeness_document(standing(by=by, on=on))


def rows_behind(*, by: Member, on: date, key: str) -> frozenset[str]:
    """Return the refs of the rows behind a figure: a notice's code, or code.30, code.over for a window.

    Raises `RefusedError` for a figure nobody knows. A known one that is nought has no rows.
    """
    code, _, window = key.partition(".")
    by_code = {notice.code: notice for notice in standing(by=by, on=on).notices}
    if code not in KEYS or (window and window not in _windows()):
        values: dict[str, Value] = {
            "field": "Figure",
            "value": shown(key[:64]),
            "choices": tuple(sorted(KEYS)),
        }
        raise RefusedError(Finding("filter-not-understood", Subject("estate", "figure"), values))
    return frozenset(_of(by_code, code, window))


def _windows() -> frozenset[str]:
    return frozenset({_OVER, *(str(days) for days in noticing.WINDOWS)})


def _of(by_code: Mapping[str, Notice], code: str, window: str) -> tuple[str, ...]:
    notice = by_code.get(code)
    if notice is None:
        return ()
    found = {str(each.days or _OVER): each.refs for each in notice.windows}
    return found.get(window, ()) if window else notice.refs


# Where the rows behind each figure stand.
KEYS: Mapping[str, str] = {
    "warranties-ending": "items", "replacements-due": "items", "licences-ending": "pools",
    "items-nobodys": "items", "items-holder-unknown": "items", "seats-unused": "pools",
    "people-without-computer": "people", "items-not-enrolled": "items", "items-not-seen": "items",
    "items-of-leavers": "items", "seats-of-leavers": "seats", "pools-without-owner": "pools",
    "models-without-price": "models", "pools-without-expiry": "pools",
    "items-without-purchase-date": "items", "items-without-warranty": "items",
    "pools-without-use": "pools", "pools-without-price": "pools", "items-without-model": "items",
    "models-without-lead-time": "models", "people-without-team": "people",
    "people-without-start": "people",
}  # fmt: skip
