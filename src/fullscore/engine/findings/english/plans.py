"""English sentences of the findings about kept plans, their orders and their links."""

from collections.abc import Mapping

from fullscore.engine.findings.english.words import Sentence, day, listed, number
from fullscore.engine.findings.finding import Value

Values = Mapping[str, Value]


def _thing(values: Values) -> str:
    """Return an order in words: 7 Laptop 14", 10 seats of CRM, Internet link at 500 Mbit/s."""
    quantity, unit, name = number(values["quantity"]), values["unit"], str(values["name"])
    if values["kind"] == "level":
        return f"{name} at {quantity} {unit or ''}".rstrip()
    return f"{quantity} {unit or 'units'} of {name}" if values["kind"] == "pool" else f"{quantity} {name}"


def _order_now(values: Values) -> str:
    late = values["days_late"]
    if late:
        days = "1 day" if late == 1 else f"{late} days"
        return (
            f"{_thing(values)} should have been ordered {days} ago, by {day(values['order_by'])}, "
            f"for {values['plan']}. Order today."
        )
    return (
        f"Order {_thing(values)} by {day(values['order_by'])}: {values['plan']} needs it by "
        f"{day(values['need_by'])}."
    )


def _missing(values: Values) -> str:
    return (
        f"{values['goal']} was to end on {day(values['ended_on'])}, and {values['missing']} of its "
        f"{values['people']} people in {values['team']} are still missing. It is no longer planned: "
        "withdraw it, and ask again with a new day."
    )


def _beside(values: Values) -> str:
    come = "join" if values["is_more"] else "leave"
    return (
        f"{values['others']} people {come} {values['team']} by accepted plans already "
        f"({listed(values['plans'])}). These {values['people']} come on top: {values['all']} in all. "
        "If they are the same people, withdraw one."
    )


SENTENCES: dict[str, Sentence] = {
    "kept-goal-over": _missing,
    "kept-goal-finished": lambda v: (
        f"Nobody of {v['plan']} is still to come: nothing is left to plan. It stands as it was kept."
    ),
    "goal-beside-accepted": _beside,
    "plan-already-accepted": lambda v: f"{v['plan']} is accepted already.",
    "plan-not-accepted": lambda v: f"{v['plan']} is not accepted. Accept it first.",
    "plan-is-dropped": lambda v: f"{v['plan']} was dropped. Restore it first.",
    "plan-accepted-not-dropped": lambda v: f"{v['plan']} is accepted. Withdraw it, then drop it.",
    "plan-priority": lambda v: (
        f"A plan is served from {v['first']} (first) to {v['last']} (last); {v['priority']} is neither."
    ),
    "plan-link-days": lambda v: f"A link lives 1 to {v['longest']} days; {v['days']} is not possible.",
    "plan-link-dead": lambda _: (
        "This link shows no plan. It has run out, or was ended. Ask whoever sent it for a new one."
    ),
    "plan-link-too-often": lambda v: (
        f"Too many links that show nothing were tried. Wait {v['minutes']} minutes, then try again."
    ),
    "order-now": _order_now,
    "order-received-already": lambda v: (
        f"The order {v['order']} of {v['name']} has been received; it cannot be taken back."
    ),
    "order-quantity-not-positive": lambda v: (
        f"{v['quantity']} of {v['name']} cannot be ordered. Name a number above zero."
    ),
    "order-due-before-ordered": lambda v: (
        f"{v['name']} cannot be due before the day it is ordered. Check both days."
    ),
    "requirement-not-open": lambda v: (
        f"{v['name']} in {v['plan']} is {v['state']}; that is not possible now."
    ),
}
