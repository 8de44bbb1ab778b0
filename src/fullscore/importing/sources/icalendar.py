"""Calendar files (ICS), as their events stand in rows once they are unfolded."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "calendar", "calendar",
        ("Name", "Starts", "Ends", "All day", "Place", "UID", "Repeats", "Status", "Categories"),
        # A file holds the months around today, not all there ever was.
        is_whole=False,
    ),
)  # fmt: skip
SOURCE = Source("Calendar file", Role.SHEET, _LAYOUTS)
