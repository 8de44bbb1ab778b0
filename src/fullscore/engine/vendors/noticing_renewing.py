"""Contracts that go on by themselves: give notice, renew fewer seats, or decide, before they do."""

from collections.abc import Iterator
from datetime import date, timedelta

from fullscore.engine.findings.actions import Action, Missing
from fullscore.engine.findings.finding import Basis, Subject, Value
from fullscore.engine.findings.losses import Loss, Step
from fullscore.engine.findings.trace import Trace
from fullscore.engine.vendors.ends import DAY
from fullscore.engine.vendors.facts import Bound
from fullscore.engine.vendors.noticing_days import Sending, sending
from fullscore.engine.vendors.noticing_values import (
    DECIDING,
    WRITING,
    about,
    action,
    at_stake,
    in_words,
    missing,
    unpriced,
    vendor_group,
)
from fullscore.engine.vendors.renewals import Renewal
from fullscore.engine.vendors.renewals_terms import over_term

# An open question is asked from two months before its notice day on; one that takes long to decide, from
# three times as long. Asked any earlier it would only stand in the way.
ASKED_AHEAD, TIMES_THE_LEAD = timedelta(days=60), 3


def renewing(one: Renewal, bound: Bound, *, on: date) -> Iterator[Action]:
    """Yield what is to be done before the next notice day, at most one thing."""
    intent = one.contract.intent
    if intent == "end":
        yield _notice(one, bound, on)
    elif one.spare:
        yield _fewer(one, bound, on)
    elif intent == "change":
        yield _change(one, bound, on)
    elif _is_open(one) and _is_near(one, on):
        yield _decide(one, bound, on)


def _is_near(one: Renewal, on: date) -> bool:
    """Return whether the notice day is so near that its decision should be taken up."""
    arrives, decide = one.dates.notice_by, one.dates.decide_by
    if arrives is None or decide is None:
        return True
    return arrives - on <= max(ASKED_AHEAD, (arrives - decide) * TIMES_THE_LEAD)


def _is_open(one: Renewal) -> bool:
    """Return whether somebody must decide: not what is all in use, nor what may be left any month."""
    is_short = one.added is not None and one.added.is_short
    return not one.contract.intent and not one.is_in_full_use and not is_short


def _notice(one: Renewal, bound: Bound, on: date) -> Action:
    """All of it is not needed: what the added term costs is certain."""
    sent = _sent(one, bound, on)
    code = "contract-notice-missed" if one.is_missed else "contract-notice-due"
    loss = _lump(one, one.at_stake, sent, Basis.CERTAIN)
    return action(
        code, _subject(one), _values(one, bound, sent), on=on, hours=WRITING, by=sent.by, stake=one.at_stake,
        loss=loss, group=vendor_group(one), cause=_cause(one), missing=None if loss else _untold(one),
    )  # fmt: skip


def _fewer(one: Renewal, bound: Bound, on: date) -> Action:
    """Some seats are not needed: they cost their price over the added term."""
    sent = _sent(one, bound, on)
    lump = _spare_over_term(one, bound)
    main = one.spare[0] if one.seats is None or not one.seats.is_too_many else one.seats
    basis = Basis.ASSUMED if any(each.basis is Basis.ASSUMED for each in one.spare) else _seat_basis(one)
    loss = _lump(one, lump, sent, basis)
    seats: dict[str, Value] = {"seats": main.text, "pool": main.name, **main.counts}
    return action(
        "contract-seats-spare", _subject(one), {**_values(one, bound, sent), **seats}, on=on, hours=WRITING,
        by=sent.by, stake=lump, loss=loss, group=vendor_group(one), cause=f"pools:{main.pool}",
        missing=None if loss else _untold(one), basis=basis,
    )  # fmt: skip


def _seat_basis(one: Renewal) -> Basis:
    """Return how sure it is that the spare seats stay spare: plans may change."""
    return Basis.EXPECTED if any(each.is_planned for each in one.spare) else Basis.CERTAIN


def _spare_over_term(one: Renewal, bound: Bound) -> Trace | None:
    if one.saves_year is None or one.added is None:
        return None
    return over_term(one.saves_year, one.added, one.contract, bound, "seats nobody needs, over the term")


def _change(one: Renewal, bound: Bound, on: date) -> Action:
    """How much a change is worth nobody has said: the price of the term is at stake."""
    sent = _sent(one, bound, on)
    return action(
        "contract-notice-due", _subject(one), _values(one, bound, sent), on=on, hours=WRITING, by=sent.by,
        stake=one.at_stake, group=vendor_group(one), cause=_cause(one), missing=missing(one, "intent"),
    )  # fmt: skip


def _decide(one: Renewal, bound: Bound, on: date) -> Action:
    """Nobody has said what is wanted: decide in good time, and when that has passed before notice ends."""
    sent = _sent(one, bound, on)
    decide = one.day("decide_by")
    is_ahead = decide is not None and isinstance(decide.value, date) and decide.value >= on
    by = decide if is_ahead else sent.by
    values = _values(one, bound, sent)
    if is_ahead and decide is not None:
        values |= {"closed": (), "send_by": one.dates.decide_by}
    return action(
        "contract-decide", _subject(one), values, on=on, hours=DECIDING, by=by,
        stake=one.at_stake, group=vendor_group(one), cause=_cause(one), missing=missing(one, "intent"),
    )  # fmt: skip


def _sent(one: Renewal, bound: Bound, on: date) -> Sending:
    arrives = one.day("notice_by")
    assert arrives is not None
    return sending(one, arrives, bound, on=on)


def _lump(one: Renewal, amount: Trace | None, sent: Sending, basis: Basis) -> Loss | None:
    """Return the loss of sending it a day after the last safe one; None where nobody knows the amount.

    Where it may end on any day, each day of waiting is one more day paid for.
    """
    lump = at_stake(amount)
    if lump is None:
        return None
    if one.added is not None and one.added.is_daily:
        return Loss((Step(sent.day, per_day=lump, basis=basis, reason="renews", trace=amount),))
    return Loss((Step(sent.day + DAY, lump=lump, basis=basis, reason="renews", trace=amount),))


def _values(one: Renewal, bound: Bound, sent: Sending) -> dict[str, Value]:
    added = one.added
    return about(
        one, bound, worth=in_words(one.at_stake, bound), notice_by=one.dates.notice_by,
        months=added.months if added else None, until=added.last if added else None,
        exit=one.dates.next_exit, missed=one.dates.missed if one.is_missed else None,
        send_by=sent.day, form=one.contract.notice_form, intent=one.contract.intent, closed=sent.closed,
        is_rush=int(sent.is_rush),
    )  # fmt: skip


def _untold(one: Renewal) -> Missing:
    """Return the field that would price it: the price, or for how long it renews."""
    return unpriced(one) or missing(one, "renewal_months" if one.contract.renewal else "renewal")


def _subject(one: Renewal) -> Subject:
    return Subject("contracts", one.ref)


def _cause(one: Renewal) -> str:
    return f"contracts:{one.ref}:{one.dates.next_exit}"
