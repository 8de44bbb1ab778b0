"""Plans as workbooks."""

from datetime import date

from fullscore.engine.goals.plans.document import Document
from fullscore.engine.registers.access import Member
from fullscore.paper import plans
from fullscore.usecases.goals import keeping, planning


def workbook(content: Document) -> bytes:
    """Return a plan's document, as some member was given it, as a workbook."""
    return plans.workbook(content)


def plan_xlsx(*, by: Member, sentence: str, on: date) -> bytes:
    """Return the plan for a sentence as a workbook; raises `GoalNotUnderstoodError`."""
    return plans.workbook(planning.plan_goal(by=by, sentence=sentence, on=on).content)


def kept_plan_xlsx(*, by: Member, ref: str) -> bytes:
    """Return a kept plan, as it was kept, as a workbook; raises `NotThereError`."""
    return plans.workbook(keeping.kept_plan(by=by, ref=ref).shown.content)
