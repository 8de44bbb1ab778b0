"""QuickBooks: employees, vendors, bills, and its reports of transactions."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "people", "QuickBooks employee list",
        ("Employee", "Employee ID", "Status", "Hire date", "Job title", "Work location"),
        columns={"Employee": "name", "Employee ID": "employee_number", "Work location": "site"},
    ),
    Layout(
        "people", "QuickBooks employee list",
        (
            "Employee", "Employee ID", "Status", "Hire date", "Job title", "Work location", "Email",
            "Phone", "Pay type", "Birth date", "Display name", "Work email",
        ),
        columns={
            "Employee": "name", "Employee ID": "employee_number", "Work location": "site",
            "Display name": "",
        },
    ),
    Layout(
        "bills", "QuickBooks bill list",
        (
            "*BillNo", "*Supplier", "*BillDate", "*DueDate", "Terms", "Location", "Memo", "*Account",
            "LineDescription", "*LineAmount", "Currency",
        ),
        columns={
            "*Supplier": "vendor", "Location": "", "Memo": "",
        },
        is_whole=False,
    ),
    Layout(
        "bills", "QuickBooks transaction list by vendor",
        (
            "Date", "Transaction Type", "Num", "Posting", "Memo/Description", "Account", "Amount",
            "Balance", "Vendor",
        ),
        is_whole=False,
    ),
    Layout(
        "bills", "QuickBooks transaction list",
        (
            "Date", "Transaction type", "Num", "Posting (Y/N)", "Name", "Memo", "Account name", "Split",
            "Amount",
        ),
        columns={
            "Name": "vendor",
        },
        is_whole=False,
    ),
    Layout(
        "bills", "QuickBooks invoice list",
        (
            "Date", "Transaction type", "Num", "Name", "Memo", "Due date", "Amount", "Open balance",
        ),
        columns={
            "Name": "",
        },
        is_whole=False,
    ),
    Layout(
        "vendors", "QuickBooks vendor list",
        (
            "Vendor", "Phone numbers", "Email", "Full name", "Address", "Account #", "Company",
            "Street Address", "City", "State", "Country", "Zip", "Phone", "Attachments", "Open Balance",
            "Tax ID", "Opening Balance", "Terms", "Website",
        ),
        columns={
            "Vendor": "name", "Full name": "contact", "Phone numbers": "phone",
            "Account #": "account_number",
        },
    ),
)  # fmt: skip
SOURCE = Source("QuickBooks", Role.BOOKS, _LAYOUTS)
