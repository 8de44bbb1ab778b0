"""Paylocity: employee reports."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "people", "Paylocity employee list",
        (
            "Company Code", "Employee ID", "Last Name", "First Name", "Preferred Name", "Middle Name",
            "Employee Status", "Status Type", "Hire Date", "Rehire Date", "Termination Date", "Job Title",
            "Position Code", "Cost Center 1", "Cost Center 1 Description", "Department", "Supervisor",
            "Supervisor ID", "Work Email", "Work Location", "Work Phone", "Employee Type", "Pay Frequency",
            "Default Hours",
        ),
        columns={
            "Employee ID": "employee_number", "Employee Status": "status", "Department": "team",
            "Cost Center 1 Description": "", "Supervisor": "manager", "Work Location": "site",
            "Employee Type": "employment", "Status Type": "",
        },
    ),
)  # fmt: skip
SOURCE = Source("Paylocity", Role.HR, _LAYOUTS)
