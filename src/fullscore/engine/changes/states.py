"""The life of a change: which state follows which, by which act."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Stage(StrEnum):
    """Where a change stands; the words are those of the register."""

    DRAFT = "draft"
    PLANNED = "planned"
    AGREED = "agreed"
    SCHEDULED = "scheduled"
    RUNNING = "running"
    DONE = "done"
    ROLLED_BACK = "rolled back"
    ABANDONED = "abandoned"


class Act(StrEnum):
    """What people do to a change as a whole."""

    ASK = "ask"
    GO_AHEAD = "go ahead"
    BEGIN = "begin"
    FINISH = "finish"
    ROLL_BACK = "roll back"
    ABANDON = "abandon"
    AGAIN = "again"


_OPEN = (Stage.DRAFT, Stage.PLANNED, Stage.AGREED, Stage.SCHEDULED)
# What each act asks of the state before it, and leads to.
_FROM: Mapping[Act, tuple[Stage, ...]] = MappingProxyType(
    {
        Act.ASK: _OPEN,
        Act.GO_AHEAD: (Stage.PLANNED,),
        Act.BEGIN: (Stage.AGREED, Stage.SCHEDULED),
        Act.FINISH: (Stage.RUNNING,),
        # What goes wrong may show only while it is watched.
        Act.ROLL_BACK: (Stage.RUNNING, Stage.DONE),
        Act.ABANDON: (*_OPEN, Stage.ROLLED_BACK),
        Act.AGAIN: (Stage.ROLLED_BACK, Stage.ABANDONED),
    }
)
_TO: Mapping[Act, Stage] = MappingProxyType(
    {
        Act.ASK: Stage.PLANNED,
        Act.GO_AHEAD: Stage.AGREED,
        Act.BEGIN: Stage.RUNNING,
        Act.FINISH: Stage.DONE,
        Act.ROLL_BACK: Stage.ROLLED_BACK,
        Act.ABANDON: Stage.ABANDONED,
        Act.AGAIN: Stage.DRAFT,
    }
)
# Nobody waits for it any more.
OVER = frozenset({Stage.DONE, Stage.ROLLED_BACK, Stage.ABANDONED})


def allowed(stage: Stage) -> tuple[Act, ...]:
    """Return what may be done to a change that stands there."""
    return tuple(act for act, stages in _FROM.items() if stage in stages)


def after(stage: Stage, act: Act) -> Stage | None:
    """Return where an act leads, None where it may not be done."""
    return _TO[act] if stage in _FROM[act] else None


def settled(stage: Stage, *, is_agreed: bool, has_date: bool) -> Stage:
    """Return where a planned change stands by what was said of it and whether it has a date.

    Agreement once given stays; a date comes and goes.
    """
    if stage is Stage.PLANNED and is_agreed:
        stage = Stage.AGREED
    if stage is Stage.AGREED and has_date:
        return Stage.SCHEDULED
    if stage is Stage.SCHEDULED and not has_date:
        return Stage.AGREED
    return stage
