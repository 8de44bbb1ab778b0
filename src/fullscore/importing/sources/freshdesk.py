"""Freshdesk: exported tickets."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "tickets", "Freshdesk ticket list",
        (
            "Ticket Id", "Subject", "Description", "Status", "Priority", "Source", "Customer", "Requester",
            "Agent", "Group", "Created Time", "Due by Time", "Resolved Time", "Ticket ID", "Type",
            "Company", "Contact ID", "Full name", "Email", "Requester Name", "Requester Email",
            "Created time", "Resolved time", "Closed time", "Last update time", "Initial response time",
            "Time tracked", "First response time (in hrs)", "Resolution time (in hrs)",
            "Agent interactions", "Customer interactions", "Resolution status", "First response status",
            "Tags", "Survey results", "Product",
        ),
    ),
)  # fmt: skip
SOURCE = Source("Freshdesk", Role.DESK, _LAYOUTS)
