"""BambooHR: employee lists and reports."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "people", "BambooHR employee list",
        (
            "Employee #", "First Name", "Last Name", "Preferred Name", "Job Title", "Department", "Hire Date",
            "Employment Status", "Status",
        ),
        columns={"Employee #": "employee_number", "Department": "team", "Employment Status": "employment"},
    ),
    Layout(
        "people", "BambooHR employee report",
        (
            "Employee #", "First Name", "Last Name", "Middle Name", "Job Title", "Department", "Division",
            "Location", "Status", "Hire Date", "Work Email", "Reports To", "Reports To Email",
            "Employment Status", "Termination Date", "Work Phone", "Mobile Phone",
        ),
        columns={
            "Employee #": "employee_number", "Department": "team", "Location": "site",
            "Employment Status": "employment", "Reports To": "manager", "Reports To Email": "",
            "Division": "",
        },
    ),
)  # fmt: skip
SOURCE = Source("BambooHR", Role.HR, _LAYOUTS)
