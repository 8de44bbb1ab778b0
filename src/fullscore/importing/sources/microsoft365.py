"""Microsoft 365 admin centre: active users with their licences, and the licences bought."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "people", "Microsoft 365 user list",
        (
            "Display name", "DirSyncEnabled", "User principal name", "Object Id", "First name", "Last name",
            "When created", "Soft deletion time stamp", "Title", "Department", "Preferred data location",
            "City", "CountryOrRegion", "Office", "StateOrProvince", "Usage location", "Last dirsync time",
            "Block credential", "Licenses", "Password never expires", "Last password change time stamp",
            "Mobile Phone", "Phone number", "Postal code", "Preferred language", "Street address", "Fax",
            "Proxy addresses", "AgeGroup",
        ),
        columns={
            "Display name": "name", "User principal name": "login", "Object Id": "object_id",
            "Department": "team", "Office": "site", "Block credential": "blocked", "Licenses": "licences",
            "City": "", "Fax": "",
        },
    ),
    Layout(
        "licences", "Microsoft 365 licence list",
        ("Product Title", "Total Licenses", "Expired Licenses", "Assigned licenses"),
        columns={
            "Product Title": "name", "Total Licenses": "capacity", "Assigned licenses": "used",
            "Expired Licenses": "",
        },
    ),
    Layout(
        "licences", "Microsoft 365 licence list",
        (
            "Product Title", "Total Licenses", "Expired Licenses", "Assigned licenses", "Renewal Date",
            "Status", "Subscription status",
        ),
        columns={
            "Product Title": "name", "Total Licenses": "capacity", "Assigned licenses": "used",
            "Renewal Date": "expires_on", "Expired Licenses": "", "Status": "", "Subscription status": "",
        },
    ),
)  # fmt: skip
SOURCE = Source("Microsoft 365", Role.DIRECTORY, _LAYOUTS)
