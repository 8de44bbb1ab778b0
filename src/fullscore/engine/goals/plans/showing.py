"""A plan for people outside: what to order by when for how much, and nothing of where it was read from.

What may be shown is listed; whatever a document gains later stays inside until it is listed here.
"""

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]

_WHOLE = ("schema", "currency", "on", "horizon", "sentence", "answer")
_UNDERSTOOD = (
    "kind", "team_name", "site_split", "from", "to", "delta", "period", "need_by", "until", "ramp",
)  # fmt: skip
_NEED = (
    "id", "register", "item", "name", "unit", "place", "kind", "quantity", "need_by", "gross", "on_hand",
    "scheduled_receipts", "safety_stock", "net", "lot",
)  # fmt: skip
_ORDER = (
    "deploy_from", "arrive_by", "order_by", "order_by_likely", "lead_days", "late", "cost_once", "cost_year",
    "cost_known", "share", "for_months",
)  # fmt: skip
_TOTALS = ("cost_once", "cost_year", "complete", "hours", "share")
_MONTH = ("month", "cost_once", "cost_running")
_START = (
    "sentence", "label", "from", "late_orders", "people_without", "working_days", "short_hours",
    "days_given_up", "cost_once",
)  # fmt: skip
_FINDING = ("code", "sentence", "act_by")


def for_strangers(document: Mapping[str, Any]) -> Json:
    """Return the plan without traces, rows, files, names of persons and other plans."""
    return _only(document, _WHOLE) | {
        "understood": _only(document["understood"], _UNDERSTOOD),
        "requirements": [_only(one, (*_NEED, *_ORDER)) for one in document["requirements"]],
        "covered": [_only(one, _NEED) for one in document["covered"]],
        "workload": _hours_by_week(document.get("workload", ())),
        "findings": [_unnamed(one) for one in document["findings"]],
        # What is assumed of a person names them.
        "assumptions": [
            _only(one, ("text",)) for one in document["assumptions"] if one["register"] != "people"
        ],
        "later": [_only(one, _START) for one in document["later"]],
        "totals": _only(document["totals"], _TOTALS)
        | {"by_month": [_only(one, _MONTH) for one in document["totals"]["by_month"]]},
    }


def places_in(document: Mapping[str, Any]) -> frozenset[str]:
    """Return the sites a plan speaks of."""
    needs = (*document["requirements"], *document["covered"])
    return frozenset(document["understood"]["site_split"]) | {one["place"] for one in needs if one["place"]}


def _only(given: Mapping[str, Any], names: tuple[str, ...]) -> Json:
    return {name: given[name] for name in names if name in given}


def _unnamed(finding: Mapping[str, Any]) -> Json:
    """Return a finding that says IT where it names who sets things up."""
    shown, people = _only(finding, _FINDING), finding.get("values", {}).get("people")
    if isinstance(people, str) and people:
        shown["sentence"] = shown["sentence"].replace(people, "IT")
    return shown


def _hours_by_week(lines: Any) -> list[Json]:  # noqa: ANN401  the plan's own JSON
    """Return the hours of each week for everybody together: who works when is not for strangers."""
    weeks: dict[str, Json] = {}
    for line in lines:
        week = weeks.setdefault(
            line["week"], {"week": line["week"], "person_or_team": "IT", "needed_hours": 0, "free_hours": 0}
        )
        for name in ("needed_hours", "free_hours"):
            week[name] = round(week[name] + (line[name] or 0), 2)
    return list(weeks.values())
