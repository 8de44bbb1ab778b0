"""Addresses of the page of the budget, below /o/<org>/, before those of the registers."""

from django.urls import path

from fullscore.web.budget import asks, case, page, pins

_RUN = "budget/runs/<int:run>/"

urlpatterns = [
    path("budget/", page.show, name="budget"),
    path("budget/budget.csv", page.csv, name="budget-csv"),
    path("budget/what-if/", asks.what_if, name="budget-what-if"),
    path("budget/runs/", asks.ask, name="budget-runs"),
    path(_RUN, asks.progress, name="budget-run"),
    path(f"{_RUN}stop/", asks.stop, name="budget-run-stop"),
    path("budget/cases/<str:ref>/", case.show, name="budget-case"),
    path("budget/cases/<str:ref>/pin/", pins.pin, name="budget-pin"),
    path("budget/pins/<str:ref>/undo/<int:entry>/", pins.undo, name="budget-undo"),
]
