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


def _is_its_own(one: str, other: str) -> Callable[[Values], bool]:
    """Say whether both are the same row; a row as it stands tells ids, a file tells rows."""

    def is_broken(values: Values) -> bool:
        first, second = (getattr(values.get(name), "pk", values.get(name)) for name in (one, other))
        return first is not None and first == second

    return is_broken


def _is_crewless(values: Values) -> bool:
    return (values.get("person") is not None) == bool(values.get("skill"))


def _is_nowhere(values: Values) -> bool:
    return values.get("scope") == "site" and values.get("site") is None


_OF, _BY = ("service", "for_item", "for_pool"), ("item", "pool", "other", "vendor", "person")
_TOUCHED = ("service", "item", "pool")
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
        ("support-by-one-thing", _is_not_one_of(*_BY), tuple(f"{name}_id" for name in _BY)),
        ("support-of-one-thing", _is_not_one_of(*_OF), tuple(f"{name}_id" for name in _OF)),
        ("support-by-another", _is_its_own("service", "other"), ("service_id", "other_id")),
        ("support-by-another-item", _is_its_own("item", "for_item"), ("item_id", "for_item_id")),
        ("support-by-another-link", _is_its_own("pool", "for_pool"), ("pool_id", "for_pool_id")),
    ),
    "changes": (("change-latest-after-earliest", _backwards("earliest", "latest"), ("earliest", "latest")),),
    "touches": (
        (
            "touch-of-one-thing",
            _is_not_one_of("service", "item", "pool"),
            ("service_id", "item_id", "pool_id"),
        ),
    ),
    "crews": (("crew-by-name-or-skill", _is_crewless, ("person_id", "skill")),),
    "predecessors": (("predecessor-is-another", _is_its_own("change", "after"), ("change_id", "after_id")),),
    "windows": (("window-ends-after-start", _backwards("starts_on", "ends_on"), ("starts_on", "ends_on")),),
    "freezes": (("freeze-ends-after-start", _backwards("starts_on", "ends_on"), ("starts_on", "ends_on")),),
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
