"""Addresses of the page of risk, below /o/<org>/, before those of the registers."""

from django.urls import path

from fullscore.web.risk import asking, one, page

_RUN = "risk/runs/<int:run>/"

urlpatterns = [
    path("risk/", page.risk, name="risk"),
    path("risk/losses.csv", page.csv, name="risk-csv"),
    path("risk/losses/<str:ref>/", one.show, name="risk-scenario"),
    path("risk/runs/", asking.ask, name="risk-runs"),
    path(_RUN, asking.progress, name="risk-run"),
    path(f"{_RUN}stop/", asking.stop, name="risk-run-stop"),
]
