"""Decisions by link: asked of one person, seen and answered without an account, kept with what they saw."""

from fullscore.usecases.today.deciding.answering import answer, opened
from fullscore.usecases.today.deciding.asking import ask, end, links
from fullscore.usecases.today.deciding.values import (
    ANSWERS,
    Case,
    DecisionLinkDeadError,
    LinkShown,
    NewLink,
)

__all__ = [
    "ANSWERS",
    "Case",
    "DecisionLinkDeadError",
    "LinkShown",
    "NewLink",
    "answer",
    "ask",
    "end",
    "links",
    "opened",
]
