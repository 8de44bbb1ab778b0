"""Zammad: tickets as its reports and time accounting are downloaded."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "tickets", "Zammad ticket list",
        (
            "#", "Ticket#", "Number", "Title", "State", "Priority", "Group", "Owner", "Customer",
            "Organization", "Created at", "Updated at", "Closed at", "Closed At", "Close Escalation In Min",
            "Close In Min", "Close Diff In Min", "First Response At", "First Response In Min",
            "First Response Escalation At", "Update Escalation At", "Pending Time", "Article Count",
            "Last Contact At", "Last Contact Customer At", "Last Contact Agent At", "Create Channel",
            "Channel", "Type", "Time Units", "Time Units Total", "Agent", "Escalation At", "Tags",
        ),
    ),
)  # fmt: skip
SOURCE = Source("Zammad", Role.DESK, _LAYOUTS)
