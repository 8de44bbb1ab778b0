"""Lists that people keep by themselves in a spreadsheet."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "devices", "hardware refresh list",
        (
            "asset_tag", "serial_number", "owner", "cost_center", "purchase_date", "warranty_expiry",
            "location", "current_status", "disposition_date", "model", "Asset Tag", "Device type", "User",
            "Department", "Age (years)", "Warranty End", "Replacement year", "Replacement cost", "Priority",
        ),
        columns={
            "owner": "holder_name", "cost_center": "", "disposition_date": "", "Age (years)": "",
            "Replacement year": "", "Replacement cost": "", "Priority": "", "Department": "",
        },
        is_whole=False,
    ),
    Layout(
        "contracts", "renewal list",
        (
            "Asset name", "Vendor", "Owner", "Renewal date", "Notice deadline", "Billing cycle", "Cost",
            "Currency", "Auto-renewal status", "Risk status", "Contract", "Service", "Start date",
            "End date", "Annual cost", "Notice period", "Notice period (days)", "Auto-renew",
            "Contract owner", "Term (months)", "Status", "Contract value", "Expiration date", "Supplier",
            "Product",
        ),
        is_whole=False,
    ),
    Layout(
        "budget", "budget by department and month",
        (
            "Line item", "Last Year's Budget", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
            "Sep", "Oct", "Nov", "Dec", "TOTALS", "Comments/Assumptions",
        ),
        is_whole=False,
    ),
    Layout(
        "budget", "budget of recurring costs",
        (
            "Line Item", "Monthly Budget", "Annual Total", "Notes",
        ),
        is_whole=False,
    ),
    Layout(
        "licences", "list of software subscriptions",
        (
            "Software", "Cost Period", "Per-User Cost", "# Users", "Monthly/Annual",
        ),
        columns={"Monthly/Annual": ""},
        is_whole=False,
    ),
    Layout(
        "replacements", "list of planned replacements",
        (
            "Equipment Type", "Current Count", "Avg. Cost", "Replace Cycle", "Annual Budget",
        ),
        is_whole=False,
    ),
    Layout(
        "changes", "change log",
        (
            "Date", "Change", "Reason", "Affected systems", "Expected user impact",
            "Class (routine/standard/urgent/high-risk)", "Implementation steps", "Rollback steps",
            "Notified", "Window", "Result", "Validation", "Unexpected issues", "Change ID", "Change number",
            "Requested by", "Approved by", "Risk", "Status", "Planned start", "Planned end",
            "Rollback plan", "Implementer", "System",
        ),
        is_whole=False,
    ),
    Layout(
        "restore tests", "restore test log",
        (
            "Test ID", "Test date and time", "System / Application", "Environment",
            "Scope (full / point-in-time / file)", "Backup type", "Backup date", "Target RPO",
            "Achieved RPO", "Target RTO", "Achieved RTO", "Result", "Performed by", "Reviewer",
            "Issues / remediation", "Evidence",
        ),
        is_whole=False,
    ),
    Layout(
        "decisions", "decision log",
        (
            "Date", "Decision", "Rationale", "Owner", "Impacted systems/teams", "Follow-ups", "Decision ID",
            "Context", "Options considered", "Decided by", "Status", "Consequences", "Review date",
        ),
        is_whole=False,
    ),
    Layout(
        "evidence", "list of evidence",
        (
            "Control", "Systems in scope", "Proof", "Owner", "Cadence", "Storage location", "Control ID",
            "Requirement", "Evidence", "Evidence location", "Last reviewed", "Status", "Framework",
        ),
        is_whole=False,
    ),
)  # fmt: skip
SOURCE = Source("Own sheet", Role.SHEET, _LAYOUTS)
