"""What the organisation is bound to: by when it must say that it wants out, and what it costs."""

from typing import TYPE_CHECKING

from fullscore.usecases import doors

if TYPE_CHECKING:
    from fullscore.usecases.vendors.binding import bound_of
    from fullscore.usecases.vendors.documents import case_document, is_due, renewals_document
    from fullscore.usecases.vendors.exporting import renewals_csv
    from fullscore.usecases.vendors.renewing import case, renewals
    from fullscore.usecases.vendors.values import Case, Renewals

__all__ = [
    "Case", "Renewals", "bound_of", "case", "case_document", "is_due", "renewals", "renewals_csv",
    "renewals_document",
]  # fmt: skip
__getattr__ = doors(__name__, {
    "binding": "bound_of",
    "documents": "case_document is_due renewals_document",
    "exporting": "renewals_csv",
    "renewing": "case renewals",
    "values": "Case Renewals",
})  # fmt: skip
