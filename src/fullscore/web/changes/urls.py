"""Addresses of the calendar of changes, below /o/<org>/, before those of the registers."""

from django.urls import path

from fullscore.web.changes import calendar, calendars, dates

_RUN = "changes/dates/<int:run>/"

urlpatterns = [
    path("changes/", calendar.calendar, name="changes"),
    path("changes/calendar.csv", calendar.csv, name="changes-csv"),
    path("changes/try/", dates.attempt, name="changes-try"),
    path("changes/move/", dates.move, name="changes-move"),
    path("changes/move/<str:ref>/undo/<int:entry>/", dates.undo, name="changes-undo"),
    path("changes/calendars/", calendars.listed, name="changes-calendars"),
    path("changes/calendars/add/", calendars.add, name="changes-calendar-add"),
    path("changes/calendars/<int:number>/remove/", calendars.remove, name="changes-calendar-remove"),
    path("changes/dates/", dates.ask, name="changes-dates"),
    path(_RUN, dates.progress, name="changes-run"),
    path(f"{_RUN}stop/", dates.stop, name="changes-run-stop"),
    path(f"{_RUN}take/", dates.take, name="changes-run-take"),
]
