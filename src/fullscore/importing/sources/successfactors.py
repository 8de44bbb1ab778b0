"""SAP SuccessFactors: the user data file."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "people", "SuccessFactors user list",
        (
            "STATUS", "USERID", "USERNAME", "FIRSTNAME", "LASTNAME", "MI", "GENDER", "EMAIL", "MANAGER",
            "HR", "DEPARTMENT", "JOBCODE", "DIVISION", "LOCATION", "TIMEZONE", "HIREDATE", "EMPID", "TITLE",
            "BIZ_PHONE", "FAX", "ADDR1", "ADDR2", "CITY", "STATE", "ZIP", "COUNTRY", "REVIEW_FREQ",
            "LAST_REVIEW_DATE", "CUSTOM01", "CUSTOM02", "MATRIX_MANAGER", "DEFAULT_LOCALE", "PROXY",
            "CUSTOM_MANAGER", "SECOND_MANAGER",
        ),
        columns={
            "STATUS": "status", "USERNAME": "login", "EMPID": "employee_number", "DEPARTMENT": "team",
            "LOCATION": "site", "BIZ_PHONE": "phone", "TITLE": "title", "MI": "middle_name", "USERID": "",
            "HR": "", "HIREDATE": "starts_on",
        },
    ),
)  # fmt: skip
SOURCE = Source("SuccessFactors", Role.HR, _LAYOUTS)
