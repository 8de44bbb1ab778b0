"""A finding somebody can act on: what it takes, what waiting costs, and what it belongs with."""

from dataclasses import dataclass
from decimal import Decimal

from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.losses import Loss

# What a thing takes that says nothing else of itself: a quarter of an hour at the desk.
USUAL_HOURS = Decimal("0.25")


@dataclass(frozen=True, slots=True)
class Missing:
    """The one field that would price a finding: where it stands, and what people call it."""

    register: str
    ref: str
    field: str
    label: str


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do. `finding.act_by` is its last safe day: done by then, it costs nothing extra.

    `loss` is None when nobody can say what waiting costs; then `missing` names the field that would tell.
    `hours` is the work it takes. `group` is "" or a key: actions of one code, group and last safe day are
    one line with parts. `cause` is "" or names what the loss comes from: one cause is counted once on the
    page, in the action that ranks first.
    """

    finding: Finding
    loss: Loss | None = None
    hours: Decimal = USUAL_HOURS
    group: str = ""
    cause: str = ""
    missing: Missing | None = None
    parts: "tuple[Action, ...]" = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what identifies it from one working out to the next."""
        return self.finding.code, self.finding.subject.register, self.finding.subject.ref
