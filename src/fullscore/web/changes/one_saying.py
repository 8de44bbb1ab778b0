"""What the page of one change says first, and the words and chips beside it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from fullscore.engine.changes.agreeing import Answer, Verdict
from fullscore.engine.changes.states import Act, Stage
from fullscore.engine.changes.words import length
from fullscore.usecases.changes.living import Asking, Whole
from fullscore.web.templatetags.words import full_day, long_day

_NEAR = 330
_FEW = 3


@dataclass(frozen=True, slots=True)
class Chip:
    words: str
    tone: str = ""


ANSWERS = {
    "": Chip("not asked yet", "unknown"), "asked": Chip("no answer yet", "soon"),
    "agreed": Chip("agrees", "fine"), "objected": Chip("objects", "late"),
    "silent": Chip("silent, counts as yes"),
}  # fmt: skip
STATES = {
    "down": Chip("down", "late"),
    "degraded": Chip("slower or partly away", "soon"),
    "up": Chip("stays up", ""),
}
RISKS = {"low": "", "medium": "soon", "high": "late"}
SAID = {
    Act.BEGIN: "{} has begun.", Act.FINISH: "{} is done.", Act.ROLL_BACK: "{} was rolled back.",
    Act.ABANDON: "{} is given up.", Act.AGAIN: "{} is a draft again.",
}  # fmt: skip


def answer(found: Whole, on: date) -> str:
    """Return the page's title: where the change stands, in a sentence."""
    stage, name = found.stage, found.name
    if found.values.get("is_template"):
        return f"{name}: a template{'' if stage is Stage.DRAFT else f', {stage.value}'}"
    if stage is Stage.RUNNING:
        return f"{name} is running since {_moment(found.begun_at, found, on)}"
    if stage in {Stage.DONE, Stage.ROLLED_BACK}:
        was = "was done" if stage is Stage.DONE else "was rolled back"
        return f"{name} {was}{_on_day(found, on)}"
    if stage is Stage.ABANDONED:
        return f"{name} was given up"
    return f"{name} {_waits(found, on)}"


def _on_day(found: Whole, on: date) -> str:
    at = found.ended_at or found.begun_at or found.set_for
    return f" on {day(at.astimezone(ZoneInfo(found.zone)).date(), on)}" if at else ""


def _waits(found: Whole, on: date) -> str:
    objects = [one.name for one in found.asking if one.answer == Answer.OBJECTED]
    if objects and found.stage is Stage.PLANNED:
        return f"is objected to by {listed(objects)}"
    open_still = [one.name for one in found.asking if one.answer in {"", Answer.ASKED} and one.is_needed]
    if found.stage is Stage.PLANNED and found.verdict is Verdict.WAITING:
        many = f"{len(open_still)} people"
        return f"waits for {listed(open_still) if len(open_still) <= _FEW else many}"
    if found.set_for is None:
        return "has no date yet"
    return f"is set for {day(found.set_for.date(), on)}, {found.set_for:%H:%M}"


def day(value: date, on: date) -> str:
    """Return a day as sentences say it; with its year where that is not near."""
    return long_day(value) if abs((value - on).days) < _NEAR else f"{value:%A} {full_day(value)}"


def _moment(at: datetime | None, found: Whole, on: date) -> str:
    if at is None:
        return "some time"
    there = at.astimezone(ZoneInfo(found.zone))
    return f"{there:%H:%M}" if there.date() == on else f"{day(there.date(), on)}, {there:%H:%M}"


def moment(at: datetime | None, found: Whole, on: date) -> str:
    """Return a moment on the organisation's clock, "" for none."""
    return "" if at is None else _moment(at, found, on)


def lasted(found: Whole) -> str:
    """Return how long it truly took, "" while it is not over."""
    if found.begun_at is None or found.ended_at is None:
        return ""
    return length(Decimal(int((found.ended_at - found.begun_at).total_seconds())) / 3600)


def lengths(found: Whole) -> str:
    """Return how long it likely takes, with both ends: 2 h (1 h to 3 h)."""
    best, likely, worst = (found.amount(f"{name}_hours") for name in ("shortest", "likely", "longest"))
    if likely is None:
        return ""
    if best is None or worst is None:
        other = f"at best {length(best)}" if best else f"at worst {length(worst)}" if worst else ""
        return f"{length(likely)}, {other}" if other else length(likely)
    return f"{length(likely)} ({length(best)} to {length(worst)})"


def listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else "nobody"


def asked_line(one: Asking, on: date) -> str:
    """Return under a name when they were asked or answered."""
    if one.answered_on:
        return f"on {day(one.answered_on, on)}"
    if one.answer == Answer.ASKED and one.answer_by:
        return f"by {day(one.answer_by, on)}, then silence counts as yes"
    if one.answer == Answer.SILENT and one.answer_by:
        return f"the last day was {day(one.answer_by, on)}"
    return ""
