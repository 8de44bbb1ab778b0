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
    from fullscore.usecases.estate.connecting import connect, disconnect, suggested
    from fullscore.usecases.estate.documents import completeness_document
    from fullscore.usecases.estate.documents_impact import (
        connected_document,
        impact_document,
        overview_document,
    )
    from fullscore.usecases.estate.documents_support import refreshed_document, support_ends_document
    from fullscore.usecases.estate.impacting import impacted, overview
    from fullscore.usecases.estate.support_ends import (
        SupportEnds,
        ends_by_item,
        refresh,
        supported,
        to_ask,
    )
    from fullscore.usecases.estate.values import Connected, Impacted, Overview, Standing, Step

__all__ = [
    "Connected",
    "Impacted",
    "Overview",
    "Standing",
    "Step",
    "SupportEnds",
    "completeness",
    "completeness_document",
    "connect",
    "connected_document",
    "disconnect",
    "ends_by_item",
    "impact_document",
    "impacted",
    "overview",
    "overview_document",
    "refresh",
    "refreshed_document",
    "rows_behind",
    "standing",
    "standing_at_hand",
    "suggested",
    "support_ends_document",
    "supported",
    "to_ask",
]  # fmt: skip
__getattr__ = doors(__name__, {
    "completing": "completeness rows_behind standing standing_at_hand",
    "connecting": "connect disconnect suggested",
    "documents": "completeness_document",
    "documents_impact": "connected_document impact_document overview_document",
    "documents_support": "refreshed_document support_ends_document",
    "impacting": "impacted overview",
    "support_ends": "SupportEnds ends_by_item refresh supported to_ask",
    "values": "Connected Impacted Overview Standing Step",
})  # fmt: skip
