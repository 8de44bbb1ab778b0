"""Snipe-IT: asset and licence lists as its tables, reports and import samples write them."""

from fullscore.importing.shapes import Match, Shape, best, one_of
from fullscore.importing.sources.snipeit import assets, licences

NAME = "Snipe-IT"
SHAPES = (
    Shape(
        "assets", "items",
        (one_of("asset tag"), one_of("serial", "model", "model number"),
         one_of("status", "checked out to", "checked out", "checkout type", "default location",
         "warranty expires")),
        assets.NAMES, assets.lines,
    ),
    Shape(
        "licences", "pools",
        (one_of("name", "license"), one_of("product key", "serial"), one_of("total", "seats"),
         one_of("avail", "remaining seats")),
        licences.NAMES, licences.lines,
    ),
    Shape(
        "licence seats", "pools",
        (one_of("item name"), one_of("serial number"), one_of("seats"), one_of("licensed to name",
         "reassignable")),
        licences.SEAT_NAMES, licences.seat_lines,
    ),
)  # fmt: skip


def recognise(header: tuple[str, ...]) -> Match | None:
    """Return what kind of Snipe-IT file has this header, if any."""
    return best(NAME, SHAPES, header)
