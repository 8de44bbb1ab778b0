"""What contracts have asked for and will ask for, day by day, for bills to be held against."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from fullscore.engine.budget.matching_facts import Expected
from fullscore.engine.vendors.billing import Billed, billed
from fullscore.engine.vendors.ends import month_of
from fullscore.engine.vendors.facts import Bound, ChargeFact
from fullscore.engine.vendors.prices import is_foreign
from fullscore.engine.vendors.terms import ending, terms_of


def expected(bound: Bound, *, first: date, last: date, on: date) -> tuple[Expected, ...]:
    """Return every payment from one month to another, both included; prices of other money are left out.

    A price that was written down anew counts from that day on; before it, the one that stood then.
    """
    charges: dict[str, list[ChargeFact]] = defaultdict(list)
    for charge in bound.charges:
        charges[charge.contract].append(charge)
    return tuple(
        one
        for contract in bound.contracts
        if not is_foreign(contract, bound)
        for price in billed(
            contract, charges[contract.ref], on=on, ends_on=ending(terms_of(contract), bound.calendar)
        )
        for one in _payments(price, bound, month_of(first), month_of(last))
    )


def _payments(price: Billed, bound: Bound, first: int, last: int) -> Iterator[Expected]:
    charge = None if price.charge is None else price.charge.ref
    changes = sorted(
        (one for one in bound.price_changes if charge is None and one.contract == price.contract.ref),
        key=lambda one: one.on,
    )
    for payment in price.payments(first, last):
        then = next((one.before for one in changes if payment.day < one.on), payment.amount)
        yield Expected(price.contract.ref, charge, payment.day, then, price.step)
