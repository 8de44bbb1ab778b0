"""Goals: one sentence in, a dated, costed, explained plan out."""

from fullscore.usecases.goals.planning import GoalNotUnderstoodError, plan_goal

__all__ = ["GoalNotUnderstoodError", "plan_goal"]
