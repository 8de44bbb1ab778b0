"""Replacements as parts of a forecast: one for each model, team and service."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial

from fullscore.engine.budget.forecast.facts import Known, Part
from fullscore.engine.budget.forecast.refresh import Unit, price_trace, services_of, teams_of
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Later, Trace, leaf

Group = tuple[str, str, str]
_FIELDS = {"typed": "replace_by", "age": "purchased_on", "warranty": "warranty_ends_on"}


def parts(units: Iterable[Unit], known: Known) -> Iterator[Part]:
    """Yield a part for everything of one model that is replaced for one team and service."""
    teams, services = teams_of(known), services_of(known)
    groups: dict[Group, list[Unit]] = defaultdict(list)
    for one in units:
        if one.price is not None:
            ref = one.item.ref
            groups[one.model.ref, teams.get(ref) or "", services.get(ref, "")].append(one)
    for (_, team, service), found in sorted(groups.items()):
        model = found[0].model
        yield Part(
            "refresh", "models", model.ref, model.name, "run", "capex", _amounts(found),
            partial(_opened, found, known), team=team or None, service=service or None,
        )  # fmt: skip


def _amounts(units: Iterable[Unit]) -> dict[int, Decimal]:
    found: dict[int, Decimal] = defaultdict(Decimal)
    for one in units:
        found[one.month] += one.cost
    return dict(found)


def _opened(units: list[Unit], known: Known, first: int, last: int) -> tuple[Trace, ...]:
    """Return how many are replaced in these months at what one costs."""
    due = [one for one in units if first <= one.month <= last]
    if not due or due[0].price is None:
        return ()
    count = Trace(len(due), op="count", args=Later(partial(_rows, due, known)), note="to be replaced")
    price = price_trace(due[0].price)
    return (Trace(due[0].cost * len(due), op="product", args=(count, price), note=due[0].model.name),)


def _rows(units: list[Unit], known: Known) -> tuple[Trace, ...]:
    return tuple(_row(one, known) for one in units)


def _row(one: Unit, known: Known) -> Trace:
    """Return a thing with the field that makes it due; what comes after it has no row yet."""
    note = f"by {one.due.isoformat()}" + (", support ends" if one.why == "support" else "")
    field = _FIELDS.get(one.why)
    if field is None:
        return leaf(one.item.ref, note=note)
    return leaf(one.item.ref, source_of(one.item, field, known.estate.files), note)
