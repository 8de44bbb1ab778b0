"""Facts that two values of a row cannot both state; the database would refuse the whole batch for one."""

from collections.abc import Callable, Mapping
from datetime import date

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.store.models import RegisterRow

Values = Mapping[str, object]


def _backwards(first: str, last: str) -> Callable[[Values], bool]:
    def is_broken(values: Values) -> bool:
        start, end = values.get(first), values.get(last)
        return isinstance(start, date) and isinstance(end, date) and end < start

    return is_broken


def _is_of_two(values: Values) -> bool:
    return values.get("model") is not None and values.get("pool") is not None


def _is_not_one_of(*names: str) -> Callable[[Values], bool]:
    def is_broken(values: Values) -> bool:
        return sum(values.get(name) is not None for name in names) != 1

    return is_broken


def _is_its_own(values: Values) -> bool:
    """Say whether a service rests on itself; a row as it stands tells ids, a file tells rows."""
    other, service = (getattr(values.get(name), "pk", values.get(name)) for name in ("other", "service"))
    return other is not None and other == service


def _is_nowhere(values: Values) -> bool:
    return values.get("scope") == "site" and values.get("site") is None


# The codes are the names of the tables' constraints.
_FACTS: Mapping[str, tuple[tuple[str, Callable[[Values], bool], tuple[str, ...]], ...]] = {
    "people": (("person-ends-after-start", _backwards("starts_on", "ends_on"), ("starts_on", "ends_on")),),
    "events": (("event-ends-after-start", _backwards("starts_on", "ends_on"), ("starts_on", "ends_on")),),
    "orders": (
        ("order-received-after", _backwards("ordered_on", "received_on"), ("ordered_on", "received_on")),
        ("order-of-one-thing", _is_of_two, ("model_id", "pool_id")),
    ),
    "contracts": (("contract-ends-after", _backwards("starts_on", "ends_on"), ("starts_on", "ends_on")),),
    "charges": (("charge-ends-after", _backwards("starts_on", "ends_on"), ("starts_on", "ends_on")),),
    "covers": (("cover-of-one-thing", _is_not_one_of("service", "item"), ("service_id", "item_id")),),
    "supports": (
        ("support-by-one-thing", _is_not_one_of("item", "pool", "other"), ("item_id", "pool_id", "other_id")),
        ("support-by-another", _is_its_own, ("service_id", "other_id")),
    ),
    "pools": (("pool-of-a-site-has-one", _is_nowhere, ("scope", "site_id")),),
}


def standing(row: RegisterRow) -> dict[str, object]:
    """Return the values of a row that facts are about, references as ids."""
    names = {name for _, _, names in _FACTS.get(row.REGISTER, ()) for name in names}
    return {name.removesuffix("_id"): getattr(row, name) for name in names}


def broken(register: str, values: Values) -> Finding | None:
    """Return the first fact these values break."""
    for code, is_broken, _ in _FACTS.get(register, ()):
        if is_broken(values):
            return Finding(code, Subject(register, "row"))
    return None
