"""What the organisation is bound to: by when it must say that it wants out, and what it costs."""

from typing import TYPE_CHECKING

from fullscore.usecases import doors

if TYPE_CHECKING:
    from fullscore.usecases.vendors.binding import bound_of

__all__ = ["bound_of"]
__getattr__ = doors(__name__, {
    "binding": "bound_of",
})  # fmt: skip
