"""Addresses of the pages of contracts, below /o/<org>/; before those of the registers."""

from django.urls import path

from fullscore.web.vendors import case, deeds, letters, page

_ONE = "vendors/renewals/<str:ref>/"

urlpatterns = [
    path("vendors/", page.contracts, name="contracts"),
    path("vendors/renewals.csv", page.csv, name="renewals-csv"),
    path(_ONE, case.show, name="renewal"),
    path(f"{_ONE}decide/", deeds.decide, name="renewal-decide"),
    path(f"{_ONE}given/", deeds.given, name="renewal-given"),
    path(f"{_ONE}undo/<int:entry>/", deeds.undo, name="renewal-undo"),
    path(f"{_ONE}letter/", letters.letter, name="renewal-letter"),
    path(f"{_ONE}letter.txt", letters.text, name="renewal-letter-text"),
]
