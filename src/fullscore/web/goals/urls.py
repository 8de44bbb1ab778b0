"""Addresses of goals."""

from django.urls import path

from fullscore.web.goals import changing, keeping, ordering, plans, sharing, views

_PLAN = "o/<slug:org>/goals/plans/<str:ref>/"

urlpatterns = [
    path("o/<slug:org>/goals/", views.show, name="goals"),
    path("o/<slug:org>/goals/plan.xlsx", views.workbook, name="goals-xlsx"),
    path("o/<slug:org>/goals/change/", changing.change, name="goals-change"),
    path("o/<slug:org>/goals/what-if/", views.what_if, name="goals-what-if"),
    path("o/<slug:org>/goals/keep/", keeping.keep, name="goals-keep"),
    path("o/<slug:org>/goals/to-order/", ordering.listed, name="goals-to-order"),
    path("o/<slug:org>/goals/plans/", plans.listed, name="plans"),
    path(_PLAN, plans.one, name="plan"),
    path(f"{_PLAN}plan.xlsx", plans.workbook, name="plan-xlsx"),
    path(f"{_PLAN}accept/", keeping.accept, name="plan-accept"),
    path(f"{_PLAN}withdraw/", keeping.withdraw, name="plan-withdraw"),
    path(f"{_PLAN}drop/", keeping.drop, name="plan-drop"),
    path(f"{_PLAN}restore/", keeping.restore, name="plan-restore"),
    path(f"{_PLAN}order/", ordering.order, name="plan-order"),
    path(f"{_PLAN}set-aside/", ordering.set_aside, name="plan-set-aside"),
    path(f"{_PLAN}take-back/", ordering.take_back, name="plan-take-back"),
    path(f"{_PLAN}links/", sharing.give, name="plan-links"),
    path(f"{_PLAN}links/<int:link>/end/", sharing.end, name="plan-link-end"),
    path("plan/<str:secret>/", sharing.shown, name="plan-shared"),
]
