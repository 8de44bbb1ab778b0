"""Addresses of the page of the budget, below /o/<org>/, before those of the registers."""

from django.urls import path

from fullscore.web.budget import asks, case, forecast, page, pins, proposing, year_figure, years

_RUN, _YEAR = "budget/runs/<int:run>/", "budget/years/<int:year>/"

urlpatterns = [
    path("budget/", page.show, name="budget"),
    path("budget/budget.csv", page.csv, name="budget-csv"),
    path("budget/forecast/", forecast.show, name="budget-forecast"),
    path("budget/forecast.csv", forecast.csv, name="budget-forecast-csv"),
    path("budget/years/", years.current, name="budget-years"),
    path(_YEAR, years.show, name="budget-year"),
    path(f"{_YEAR}year.csv", years.csv, name="budget-year-csv"),
    path(f"{_YEAR}figure/", year_figure.show, name="budget-figure"),
    path(f"{_YEAR}proposal/", proposing.show, name="budget-proposal"),
    path(f"{_YEAR}confirm/", proposing.confirm, name="budget-confirm"),
    path(f"{_YEAR}take-back/", proposing.take_back, name="budget-take-back"),
    path("budget/what-if/", asks.what_if, name="budget-what-if"),
    path("budget/runs/", asks.ask, name="budget-runs"),
    path(_RUN, asks.progress, name="budget-run"),
    path(f"{_RUN}stop/", asks.stop, name="budget-run-stop"),
    path("budget/cases/<str:ref>/", case.show, name="budget-case"),
    path("budget/cases/<str:ref>/pin/", pins.pin, name="budget-pin"),
    path("budget/pins/<str:ref>/undo/<int:entry>/", pins.undo, name="budget-undo"),
]
