"""Goals: one sentence in, a dated, costed, explained plan out."""

from fullscore.usecases.goals.planning import (
    GoalNotUnderstoodError,
    PlanDocument,
    plan_goal,
    teams_to_ask_for,
)

__all__ = ["GoalNotUnderstoodError", "PlanDocument", "plan_goal", "teams_to_ask_for"]
