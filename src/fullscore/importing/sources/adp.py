"""ADP Workforce Now: employee reports."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "people", "ADP employee list",
        (
            "Payroll Name", "Position ID", "Position Description", "Home Department", "Position Status",
            "Hire Date", "File Number", "Company Code", "Legal First Name", "Legal Last Name",
            "Preferred or Chosen First Name", "Job Title Description", "Home Department Description",
            "Home Department Code", "Location Description", "Reports To Name", "Work Contact: Work Email",
            "Work Contact: Work Mobile", "Termination Date", "Worker Category Description",
            "Business Unit Description", "Associate ID",
        ),
        columns={
            "Payroll Name": "name", "Position ID": "employee_number", "Position Description": "title",
            "Job Title Description": "title", "Home Department": "team",
            "Home Department Description": "team", "Position Status": "status",
            "Location Description": "site", "Work Contact: Work Email": "email",
            "Legal First Name": "first_name", "Legal Last Name": "last_name", "Reports To Name": "manager",
            "Company Code": "", "Worker Category Description": "employment",
        },
    ),
)  # fmt: skip
SOURCE = Source("ADP", Role.HR, _LAYOUTS)
