"""One line for what is done in one go: actions of one code, one group and one last safe day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from fullscore.engine.findings.actions import Action
from fullscore.engine.findings.finding import Basis, Finding, Subject, Value
from fullscore.engine.findings.losses import Loss

# So many names a line may say; the others stand in its parts.
NAMES = 3
_SURENESS = (Basis.ASSUMED, Basis.EXPECTED)


def grouped(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Return the lines: actions that belong together become one with parts; a group of one stays itself."""
    groups: dict[tuple[str, str, date | None], list[Action]] = defaultdict(list)
    lines = []
    for action in actions:
        if action.group and not action.parts:
            groups[action.finding.code, action.group, action.finding.act_by].append(action)
        else:
            lines.append(action)
    return (*lines, *(found[0] if len(found) == 1 else _line(found) for found in groups.values()))


def least_sure(bases: Iterable[Basis]) -> Basis:
    """Return how sure a sum is: as sure as its least sure part."""
    known = frozenset(bases)
    return next((basis for basis in _SURENESS if basis in known), Basis.CERTAIN)


def _line(found: list[Action]) -> Action:
    parts = tuple(sorted(found, key=lambda one: one.key))
    losses = [part.loss for part in parts if part.loss is not None]
    whose = tuple(dict.fromkeys(loss.whose for loss in losses if loss.whose))
    steps = tuple(step for loss in losses for step in loss.steps)
    return Action(
        _finding(parts),
        Loss(steps, "; ".join(whose)) if losses else None,
        sum((part.hours for part in parts), Decimal(0)),
        parts[0].group,
        missing=next((part.missing for part in parts if part.loss is None and part.missing), None),
        parts=parts,
    )


def _finding(parts: tuple[Action, ...]) -> Finding:
    first = parts[0].finding
    stakes = [part.finding.at_stake for part in parts if part.finding.at_stake is not None]
    names = tuple(str(part.finding.values.get("name") or part.finding.subject.ref) for part in parts[:NAMES])
    values: dict[str, Value] = {**first.values, "count": len(parts), "names": names}
    return Finding(
        first.code, _subject(parts[0]), values, first.act_by,
        at_stake=sum(stakes, Decimal(0)) if stakes else None,
        basis=least_sure(part.finding.basis for part in parts),
    )  # fmt: skip


def _subject(first: Action) -> Subject:
    """Return what a line is about: what its group names, on its day.

    A group reads "vendors:ms" or just "ms"; then it is of its parts' register. The day is part of the ref:
    what ends on another day is another line, and keeps its state when this one goes away.
    """
    register, colon, ref = first.group.partition(":")
    if not colon:
        register, ref = first.finding.subject.register, first.group
    day = first.finding.act_by
    return Subject(register, f"{ref}@{day.isoformat()}" if day else ref)
