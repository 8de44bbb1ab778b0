"""Loss scenarios as a sheet: a line for each, with what no register holds, such as its expected loss."""

from collections.abc import Mapping

from fullscore.engine.findings.trace import Trace
from fullscore.engine.risk.scenario import Range
from fullscore.paper import tables
from fullscore.usecases.risk.values import RiskBoard, RiskScenario, value_of

_COLUMNS = (
    "scenario", "name", "kind", "service", "times_a_year", "each_time", "hours_low", "hours_high", "loss_low",
    "loss_high", "expected_a_year", "share_of_one_year_in_ten", "share_of_one_year_in_hundred", "is_assumed",
    "said_by", "said_on", "currency",
)  # fmt: skip


def losses_csv(board: RiskBoard) -> bytes:
    """Return the scenarios as CSV in the board's order; what nobody has said is empty."""
    shares = _shares(board)
    return tables.csv_bytes(
        _COLUMNS, (_cells(one, shares.get(one.ref, {}), board) for one in board.scenarios)
    )


def _shares(board: RiskBoard) -> Mapping[str, Mapping[str, object]]:
    kept = (board.document or {}).get("scenarios")
    return {str(one["ref"]): one for one in kept} if isinstance(kept, list) else {}


def _cells(one: RiskScenario, shares: Mapping[str, object], board: RiskBoard) -> list[str]:
    return [
        one.ref, one.name, one.kind, one.service_name, _figure(one.times_a_year, 6),
        _figure(one.one_costs, 2), *_ends(one.hours), *_ends(one.loss), _figure(one.expected, 2),
        _share(shares, "bad_10"), _share(shares, "bad_100"), "yes" if one.is_assumed else "no", one.said_by,
        one.said_on.isoformat() if one.said_on else "", board.currency,
    ]  # fmt: skip


def _figure(trace: Trace | None, places: int) -> str:
    return f"{value_of(trace):.{places}f}" if trace else ""


def _ends(span: Range | None) -> tuple[str, str]:
    return (f"{span.low:g}", f"{span.high:g}") if span else ("", "")


def _share(shares: Mapping[str, object], name: str) -> str:
    found = shares.get(name)
    return f"{found:.4f}" if isinstance(found, int | float) else ""
