"""Registers of the changes, and what is kept of calendars and schedules."""

from fullscore.store.models.changes.calendars import CalendarEntry, CalendarSource, ScheduleRun
from fullscore.store.models.changes.rules import Freeze, Window
from fullscore.store.models.changes.work import (
    Agreement,
    Change,
    ChangeCrew,
    ChangeStep,
    ChangeTouch,
    Predecessor,
)

__all__ = [
    "Agreement",
    "CalendarEntry",
    "CalendarSource",
    "Change",
    "ChangeCrew",
    "ChangeStep",
    "ChangeTouch",
    "Freeze",
    "Predecessor",
    "ScheduleRun",
    "Window",
]
