"""The estate as a whole: what somebody must see to in it, and what is not known of it yet."""

from typing import TYPE_CHECKING

from fullscore.usecases import doors

if TYPE_CHECKING:
    from fullscore.usecases.estate.completing import (
        completeness,
        rows_behind,
        standing,
        standing_at_hand,
    )
    from fullscore.usecases.estate.documents import completeness_document
    from fullscore.usecases.estate.values import Standing, Step

__all__ = ["Standing", "Step", "completeness", "completeness_document", "rows_behind", "standing",
    "standing_at_hand",
]  # fmt: skip
__getattr__ = doors(__name__, {
    "completing": "completeness rows_behind standing standing_at_hand",
    "documents": "completeness_document",
    "values": "Standing Step",
})  # fmt: skip
