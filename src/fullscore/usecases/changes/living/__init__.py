"""The life of one change: written down, agreed to, worked on, over; and what changed just before this."""

from typing import TYPE_CHECKING

from fullscore.usecases import doors

if TYPE_CHECKING:
    from fullscore.usecases.changes.living.adding import LENGTHS, LINES, add, change
    from fullscore.usecases.changes.living.answering import (
        ANSWERS,
        AgreeCase,
        AgreeLinkDeadError,
        answer,
        answer_by_link,
        decide,
        opened,
    )
    from fullscore.usecases.changes.living.asking import ask
    from fullscore.usecases.changes.living.casing import side, text, when
    from fullscore.usecases.changes.living.documents import before_document, change_document, done_document
    from fullscore.usecases.changes.living.filling import Draft, draft, template_names
    from fullscore.usecases.changes.living.looking_back import before
    from fullscore.usecases.changes.living.reading import whole
    from fullscore.usecases.changes.living.running import act, take_back
    from fullscore.usecases.changes.living.silence import SILENCE, note_silence, silent
    from fullscore.usecases.changes.living.stepping import tick, untick
    from fullscore.usecases.changes.living.values import (
        Asking,
        Beside,
        Done,
        Hand,
        Reached,
        Recent,
        Side,
        Sides,
        StepLine,
        Touched,
        Whole,
    )

__all__ = [
    "ANSWERS", "LENGTHS", "LINES", "SILENCE", "AgreeCase", "AgreeLinkDeadError", "Asking", "Beside", "Done",
    "Draft", "Hand", "Reached", "Recent", "Side", "Sides", "StepLine", "Touched", "Whole", "act", "add",
    "answer", "answer_by_link", "ask", "before", "before_document", "change", "change_document", "decide",
    "done_document", "draft", "note_silence", "opened", "side", "silent", "take_back", "template_names",
    "text", "tick", "untick", "when", "whole",
]  # fmt: skip
__getattr__ = doors(__name__, {
    "adding": "LENGTHS LINES add change",
    "answering": "ANSWERS AgreeCase AgreeLinkDeadError answer answer_by_link decide opened",
    "asking": "ask",
    "casing": "side text when",
    "documents": "before_document change_document done_document",
    "filling": "Draft draft template_names",
    "looking_back": "before",
    "reading": "whole",
    "running": "act take_back",
    "silence": "SILENCE note_silence silent",
    "stepping": "tick untick",
    "values": "Asking Beside Done Hand Reached Recent Side Sides StepLine Touched Whole",
})  # fmt: skip
