"""Addresses of one change, below /o/<org>/, before those of the registers."""

from django.urls import path

from fullscore.web.changes import one, one_acts, one_form

_ONE = "changes/plans/<str:ref>/"

urlpatterns = [
    path("changes/plans/new/", one_form.new, name="change-new"),
    path(_ONE, one.show, name="change"),
    path(f"{_ONE}edit/", one_form.edit, name="change-edit"),
    path(f"{_ONE}ask/", one_acts.ask, name="change-ask"),
    path(f"{_ONE}answer/", one_acts.answer, name="change-answer"),
    path(f"{_ONE}decide/", one_acts.decide, name="change-decide"),
    path(f"{_ONE}act/", one_acts.act, name="change-act"),
    path(f"{_ONE}steps/<str:step>/", one_acts.tick, name="change-step"),
    path(f"{_ONE}steps/<str:step>/undo/<int:entry>/", one_acts.untick, name="change-step-undo"),
    path(f"{_ONE}undo/<int:entry>/", one_acts.undo, name="change-undo"),
]
