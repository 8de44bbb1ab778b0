"""A line of Today as plain JSON values, the same at every door."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from fullscore.engine.findings.actions import Missing
from fullscore.engine.findings.losses import Step
from fullscore.engine.findings.problem import finding_document
from fullscore.engine.findings.titles_en import button, title
from fullscore.engine.findings.trace import as_document, plain_value
from fullscore.engine.today.ranking import Key, Ranked

_UNTITLED: Mapping[Key, str] = MappingProxyType({})


def line_document(ranked: Ranked, titles: Mapping[Key, str] = _UNTITLED) -> dict[str, object]:
    """Return a line with all it opens to: its sum, its steps, its parts; amounts are text, in cents.

    `titles` call the lines that may carry another one's loss, by their keys.
    """
    action, trace = ranked.action, ranked.cost_trace
    loss = action.loss
    return {
        **finding_document(action.finding),
        "title": title(action.finding),
        "button": button(action.finding),
        "reason": _reason(ranked),
        "group": ranked.group,
        "rank": ranked.rank,
        "hours": plain_value(action.hours),
        "slack": ranked.slack,
        "cost_trace": as_document(trace) if trace is not None else None,
        "loss": [_step(step) for step in loss.steps] if loss is not None else None,
        "whose": loss.whose if loss is not None else "",
        "missing": _missing(action.missing) if ranked.cost is None else None,
        "counted_in": _carrier(ranked.counted_in, titles),
        "parts": [line_document(part, titles) for part in ranked.parts],
    }


def titles_of(lines: Iterable[Ranked]) -> Mapping[Key, str]:
    """Return what lines and their parts are called, by key."""
    every = (each for line in lines for each in (line, *line.parts))
    return {each.action.key: title(each.action.finding) for each in every}


def _reason(ranked: Ranked) -> str:
    """Return the stable word for why waiting costs: that of the step that costs most."""
    loss = ranked.action.loss
    steps = [step for step in loss.steps if step.reason] if loss is not None else []
    dearest = max(steps, key=lambda step: step.probability * (step.lump or step.per_day * 7), default=None)
    return dearest.reason if dearest is not None else ""


def _step(step: Step) -> Mapping[str, object]:
    return {
        "from_day": step.from_day.isoformat(),
        "lump": f"{step.lump:.2f}",
        "per_day": f"{step.per_day:.2f}",
        "probability": plain_value(step.probability),
        "basis": step.basis.value,
        "counts": step.counts.value,
        "reason": step.reason,
    }


def _missing(missing: Missing | None) -> Mapping[str, str] | None:
    if missing is None:
        return None
    return {
        "register": missing.register, "ref": missing.ref, "field": missing.field, "label": missing.label,
    }  # fmt: skip


def _carrier(key: Key | None, titles: Mapping[Key, str]) -> Mapping[str, str] | None:
    if key is None:
        return None
    return {**dict(zip(("code", "register", "ref"), key, strict=True)), "title": titles.get(key, "")}
