"""Reports: packs for readers without an account, composed of what every room knows."""

from typing import TYPE_CHECKING

from fullscore.usecases import doors

if TYPE_CHECKING:
    from fullscore.usecases.reports.composing import SECTIONS, board_document

__all__ = ["SECTIONS", "board_document"]
__getattr__ = doors(__name__, {
    "composing": "SECTIONS board_document",
})  # fmt: skip
