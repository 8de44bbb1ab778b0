"""Facts that two values of a row cannot both state; the database would refuse the whole batch for one."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

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


def _is_no_range(what: str) -> Callable[[Values], bool]:
    """Say whether least, likely and most are no range; the table says the same (`ranged`)."""

    def is_broken(values: Values) -> bool:
        low, likely, high = (values.get(f"{what}_{end}") for end in ("low", "likely", "high"))
        if low is None and likely is None and high is None:
            return False
        if not isinstance(low, Decimal) or not isinstance(high, Decimal) or low > high:
            return True
        return not low <= likely <= high if isinstance(likely, Decimal) else low <= 0 < high

    return is_broken


def _range(register: str, what: str) -> "_Fact":
    names = tuple(f"{what}_{end}" for end in ("low", "likely", "high"))
    return f"{register}-{what}-range", _is_no_range(what), names


def _is_too_often(values: Values) -> bool:
    high = values.get("often_high")
    return values.get("events") == "once a year at most" and isinstance(high, Decimal) and high > 1


def _is_without(name: str, needed: str) -> Callable[[Values], bool]:
    def is_broken(values: Values) -> bool:
        return values.get(name) is not None and values.get(needed) is None

    return is_broken


def _is_all(values: Values) -> bool:
    less = values.get("less")
    return isinstance(less, Decimal) and less >= _WHOLE


def _is_more_than_rarer(values: Values) -> bool:
    return values.get("cause") is not None and values.get("acts_on") not in {"frequency", None}


def _is_without_figure(values: Values) -> bool:
    needed = _FIGURES.get(str(values.get("kind")), ())
    return any(values.get(name) in {None, ""} for name in needed)


_Fact = tuple[str, Callable[[Values], bool], tuple[str, ...]]
_WHOLE = 100
_FIGURES = {
    "budget": ("amount",), "hours": ("hours",), "floor": ("share", "purpose"),
    "ceiling": ("share", "purpose"), "bad year": ("amount", "one_in_years"),
}  # fmt: skip
_OF, _BY = ("service", "for_item", "for_pool"), ("item", "pool", "other", "vendor", "person")
_TOUCHED = ("service", "item", "pool")
# The codes are the names of the tables' constraints.
_FACTS: Mapping[str, tuple[_Fact, ...]] = {
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
    "scenarios": (
        *(_range("scenario", what) for what in ("often", "hours", "loss", "second")),
        ("scenario-once-is-a-share", _is_too_often, ("events", "often_high")),
        ("scenario-hours-of-a-service", _is_without("hours_low", "service"), ("hours_low", "service_id")),
        (
            "scenario-second-has-share",
            _is_without("second_low", "second_share"),
            ("second_low", "second_share"),
        ),
    ),
    "causes": (
        _range("cause", "often"),
        ("cause-once-is-a-share", _is_too_often, ("events", "often_high")),
    ),
    "reductions": (
        ("reduction-of-one-thing", _is_not_one_of("scenario", "cause"), ("scenario_id", "cause_id")),
        ("reduction-leaves-some", _is_all, ("less",)),
        ("reduction-of-a-cause", _is_more_than_rarer, ("cause_id", "acts_on")),
    ),
    "insurances": (
        ("insurance-ends-after-start", _backwards("starts_on", "ends_on"), ("starts_on", "ends_on")),
    ),
    "bills": (
        ("bill-covers-in-order", _backwards("covers_from", "covers_until"), ("covers_from", "covers_until")),
    ),
    "proposals": (
        (
            "proposal-starts-in-order",
            _backwards("starts_from", "starts_until"),
            ("starts_from", "starts_until"),
        ),
    ),
    "needs": (
        ("need-of-one-thing", _is_not_one_of("proposal", "option"), ("proposal_id", "option_id")),
        (
            "need-for-one-thing",
            _is_not_one_of("other_proposal", "other_option"),
            ("other_proposal_id", "other_option_id"),
        ),
        ("need-is-another", _is_its_own("proposal", "other_proposal"), ("proposal_id", "other_proposal_id")),
        ("need-is-another-way", _is_its_own("option", "other_option"), ("option_id", "other_option_id")),
    ),
    "limits": (
        (
            "limit-has-its-figure",
            _is_without_figure,
            ("kind", "amount", "hours", "share", "purpose", "one_in_years"),
        ),
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
