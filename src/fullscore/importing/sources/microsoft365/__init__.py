"""Microsoft 365 admin centre: active users with their licences, and the licences bought."""

from fullscore.importing.shapes import Match, Shape, best, one_of
from fullscore.importing.sources.microsoft365 import products, users

NAME = "Microsoft 365"
SHAPES = (
    Shape(
        "users", "people",
        (one_of("user principal name"), one_of("display name"), one_of("licenses")),
        users.NAMES, users.lines,
    ),
    Shape(
        "licences", "pools",
        (one_of("product title"), one_of("total licenses"), one_of("assigned licenses")),
        products.NAMES, products.lines,
    ),
)  # fmt: skip


def recognise(header: tuple[str, ...]) -> Match | None:
    """Return what kind of Microsoft 365 file has this header, if any."""
    return best(NAME, SHAPES, header)
