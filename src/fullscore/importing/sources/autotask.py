"""Autotask: exported tickets."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "tickets", "Autotask ticket list",
        (
            "Ticket Number", "Title", "Description", "Account", "Resources", "Status", "Created",
            "Total Hours Worked", "Billed Hours", "Sub-Issue Type", "Issue Type", "Company", "Contact",
            "Queue", "Priority", "Primary Resource", "Due Date", "Complete Date", "Last Activity", "Source",
            "Work Type", "Contract",
        ),
    ),
)  # fmt: skip
SOURCE = Source("Autotask", Role.DESK, _LAYOUTS)
