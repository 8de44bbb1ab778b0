"""What a year of trouble may cost, read for a pack: simulated here where nobody has asked before."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from fullscore.engine.findings.trace import Source, Trace, leaf
from fullscore.engine.reports.sections.risk import Borne, Loss, Risk
from fullscore.usecases.risk import runs, simulating
from fullscore.usecases.risk.posing import Posed
from fullscore.usecases.risk.values import Watch

Row = Mapping[str, Any]
BAD_YEARS = 10
# A curve needs no more points than its drawing has room for.
_POINTS = 60


def document_of(told: Posed, watch: Watch) -> Row:
    """Return the newest simulation of the rows as they are, made now where there is none."""
    kept = runs.kept(told.rows.organisation.pk, simulating.SIMULATE, fingerprint=simulating.print_of(told))
    if kept is not None and not kept.is_old and kept.document:
        return kept.document
    return simulating.worked_out(told, simulating.SEED, watch)


def risk(told: Posed, found: Row, choice: Row | None) -> Risk:
    """Return it after insurance where there is one; `choice` says what a bad year is with the proposals."""
    losses = tuple(
        Loss(row.name, told.told[row.ref].expected, row.is_assumed)
        for row in told.rows.scenarios if row.ref in told.told
    )  # fmt: skip
    if not losses or not found["years"]:
        return Risk(losses, told.expected if losses else None)
    net = found["after_insurance"]
    seen = net or found
    return Risk(
        losses=losses,
        expected=told.expected,
        usual=_simulated(seen["median"]["value"], found, "half of them cost more"),
        bad=_point(seen["points"], found),
        bad_years=BAD_YEARS,
        bad_then=_then(choice),
        borne=tuple(_borne(told, each, found, is_net=net is not None) for each in found["tolerances"]),
        points=_thinned(seen["curve"]),
        points_then=_curve_then(choice),
        is_insured=net is not None,
        unpriced=tuple(row.name for row in told.rows.scenarios if row.ref not in told.told),
    )


def _simulated(value: str, found: Row, what: str) -> Trace:
    return leaf(Decimal(value), note=f"of {found['years']:,} simulated years, seed {found['seed']}: {what}")


def _point(points: list[Row], found: Row) -> Trace | None:
    value = next((each["value"] for each in points if each["one_in"] == BAD_YEARS), None)
    return None if value is None else _simulated(value, found, f"one in {BAD_YEARS} costs more")


def _then(choice: Row | None) -> Trace | None:
    """Return a bad year with all that was chosen."""
    if not choice or not choice.get("tail"):
        return None
    return _point(choice["tail"]["best"]["points"], choice["tail"])


def _curve_then(choice: Row | None) -> tuple[tuple[Decimal, float], ...]:
    if not choice or not choice.get("tail"):
        return ()
    # What was kept before packs drew it has no curve.
    return _thinned(choice["tail"]["best"].get("curve", []))


def _borne(told: Posed, each: Row, found: Row, *, is_net: bool) -> Borne:
    value = each["net_value"] if is_net else each["value"]
    amount = leaf(Decimal(each["amount"]), Source("tolerances", each["ref"], "amount"), each["said_by"])
    del told
    return Borne(
        each["years"], amount,
        None if value is None else _simulated(value, found, f"one in {each['years']} costs more"),
        bool(each["is_kept_net"] if is_net else each["is_kept"]), each["said_by"] or "",
    )  # fmt: skip


def _thinned(curve: list[list[Any]]) -> tuple[tuple[Decimal, float], ...]:
    step = max(1, -(-len(curve) // _POINTS))
    points = curve[::step]
    if curve and points[-1] is not curve[-1]:
        points = [*points, curve[-1]]
    return tuple((Decimal(amount), float(chance)) for amount, chance in points)
