"""ConnectWise Manage: its service board list."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "tickets", "ConnectWise ticket list",
        (
            "Ticket #", "Ticket", "Board", "Status", "Priority", "Company", "Contact", "Summary",
            "Summary Description", "Type", "SubType", "Item", "Site", "Date Entered", "Entered By",
            "Last Update", "Last Updated", "Updated By", "Age", "Resources", "Budget", "Actual Hours",
            "Closed Date", "Closed By", "Closed?", "SLA", "SLA Status", "Service Type", "Required Date",
            "Impact", "Severity", "Source", "Agreement", "Location", "Department",
            "Next SLA Expiration Date", "Team",
        ),
    ),
)  # fmt: skip
SOURCE = Source("ConnectWise", Role.DESK, _LAYOUTS)
