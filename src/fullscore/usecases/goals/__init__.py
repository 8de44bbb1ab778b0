"""Goals: one sentence in, a dated, costed, explained plan out; kept, compared, accepted, ordered, shared."""

from typing import TYPE_CHECKING

from fullscore.usecases import doors

if TYPE_CHECKING:
    from fullscore.usecases.goals.accepting import accept_plan, set_priority, withdraw_plan
    from fullscore.usecases.goals.comparing import replan
    from fullscore.usecases.goals.exporting import kept_plan_xlsx, plan_xlsx, workbook
    from fullscore.usecases.goals.keeping import drop_plan, keep_plan, kept_plan, kept_plans, restore_plan
    from fullscore.usecases.goals.ordering import cancel_order, order_requirement, set_aside, to_order
    from fullscore.usecases.goals.planning import (
        GoalNotUnderstoodError,
        plan_goal,
        teams_to_ask_for,
        what_if,
    )
    from fullscore.usecases.goals.sharing import (
        LONGEST_DAYS,
        PlanLinkDeadError,
        revoke_link,
        share_plan,
        shared_plan,
    )
    from fullscore.usecases.goals.values import (
        Kept,
        KeptWhole,
        NewPlanLink,
        OrderLine,
        PlanDocument,
        PlanLinkShown,
        SharedPlan,
        Sums,
        ToOrder,
        WhatIf,
    )

__all__ = [
    "LONGEST_DAYS", "GoalNotUnderstoodError", "Kept", "KeptWhole", "NewPlanLink", "OrderLine",
    "PlanDocument", "PlanLinkDeadError", "PlanLinkShown", "SharedPlan", "Sums", "ToOrder", "WhatIf",
    "accept_plan", "cancel_order", "drop_plan", "keep_plan", "kept_plan", "kept_plan_xlsx", "kept_plans",
    "order_requirement", "plan_goal", "plan_xlsx", "replan", "restore_plan", "revoke_link", "set_aside",
    "set_priority",
    "share_plan", "shared_plan", "teams_to_ask_for", "to_order", "what_if", "withdraw_plan", "workbook",
]  # fmt: skip
__getattr__ = doors(__name__, {
    "accepting": "accept_plan set_priority withdraw_plan",
    "comparing": "replan",
    "exporting": "kept_plan_xlsx plan_xlsx workbook",
    "keeping": "drop_plan keep_plan kept_plan kept_plans restore_plan",
    "ordering": "cancel_order order_requirement set_aside to_order",
    "planning": "GoalNotUnderstoodError plan_goal teams_to_ask_for what_if",
    "sharing": "LONGEST_DAYS PlanLinkDeadError revoke_link share_plan shared_plan",
    "values": (
        "Kept KeptWhole NewPlanLink OrderLine PlanDocument PlanLinkShown SharedPlan Sums ToOrder WhatIf"
    ),
})  # fmt: skip
