"""Whether what is asked for is a pack at all."""

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.registers.cleaning import shown as quoted
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.reports.values import KINDS, SECTIONS


def check(kind: str, left_out: frozenset[str]) -> None:
    """Raise `RefusedError` for a kind or a section nobody knows."""
    about = Subject("reports", quoted(kind))
    if kind not in KINDS:
        raise RefusedError(Finding("pack-kind-unknown", about, {"value": quoted(kind), "kinds": KINDS}))
    unknown = sorted(left_out - set(SECTIONS))
    if unknown:
        values: dict[str, Value] = {"value": quoted(unknown[0]), "sections": SECTIONS}
        raise RefusedError(Finding("pack-section-unknown", about, values))
