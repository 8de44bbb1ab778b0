"""Snipe-IT: its tables, its reports, and the files it takes in itself."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "devices", "Snipe-IT asset list",
        (
            "ID", "Company", "Asset Name", "Device Image", "Asset Tag", "Serial", "Model", "Model No.",
            "Category", "Status", "Checked Out To", "Employee Number", "Location", "Default Location",
            "Manufacturer", "Supplier", "Purchase Date", "Age", "Purchase Cost", "Order Number", "EOL Rate",
            "EOL Date", "Warranty", "Warranty Expires", "Requestable", "Notes", "Checkouts", "Checkins",
            "Requests", "Created By", "Created At", "Updated at", "Checkout Date", "Last Checkin Date",
            "Expected Checkin Date", "Last Audit", "Next Audit Date", "BYOD", "Checkin",
        ),
        columns={
            "Serial": "serial", "Checked Out To": "holder_name", "Employee Number": "holder_number",
            "Location": "site", "Default Location": "", "EOL Date": "replace_by",
            "Warranty Expires": "warranty_ends_on", "Company": "", "ID": "source_id",
        },
    ),
    Layout(
        "devices", "Snipe-IT custom asset report",
        (
            "ID", "Company", "Asset Name", "Asset Tag", "Model", "Model No.", "Category", "Manufacturer",
            "Serial", "Purchased", "Cost", "EOL", "Warranty", "Warranty Expires", "Current Value", "Diff",
            "Fully Depreciated", "Order Number", "Supplier", "Location", "Address", "City", "State",
            "Country", "Zip", "Default Location", "Checked Out", "Type", "Username", "Employee No.",
            "Manager", "Department", "Title", "Phone", "User Address", "User City", "User State",
            "User Country", "User Zip", "Status", "Checkout Date", "Last Checkin Date",
            "Expected Checkin Date", "Created At", "Updated at", "Deleted", "Last Audit", "Next Audit Date",
            "Notes", "URL",
        ),
        columns={
            "Serial": "serial", "Purchased": "purchased_on", "Cost": "cost", "Checked Out": "holder_name",
            "Type": "holder_kind", "Username": "holder_login", "Employee No.": "holder_number",
            "Location": "site", "Default Location": "", "Address": "", "City": "", "State": "",
            "Country": "", "Zip": "", "Manager": "", "Department": "", "Title": "", "Phone": "",
            "Company": "", "EOL": "", "ID": "source_id",
        },
    ),
    Layout(
        "devices", "Snipe-IT asset import",
        (
            "Company", "Name", "Asset Tag", "Category", "Supplier", "Manufacturer", "Location",
            "Order Number", "Model", "Model Notes", "Model Number", "Asset Notes", "Purchase Date",
            "Purchase Cost", "Checkout Type", "Checked Out To: Username", "Checked Out To: First Name",
            "Checked Out To: Last Name", "Checked Out To: Email", "Checked Out To: Location",
            "Asset EOL Date",
        ),
        columns={
            "Checkout Type": "holder_kind", "Checked Out To: Username": "holder_login",
            "Checked Out To: First Name": "holder_first_name",
            "Checked Out To: Last Name": "holder_last_name", "Checked Out To: Email": "holder_email",
            "Checked Out To: Location": "holder_place", "Asset Notes": "notes", "Model Notes": "",
            "Asset EOL Date": "replace_by", "Location": "site", "Company": "",
        },
        is_whole=False,
    ),
    Layout(
        "licences", "Snipe-IT licence list",
        (
            "ID", "Company", "Name", "Product Key", "Expiration Date", "Licensed to Email",
            "Licensed to Name", "Category", "Supplier", "Manufacturer", "Min QTY", "Total", "Avail",
            "Purchase Date", "Termination Date", "Depreciation", "Maintained", "Reassignable",
            "Purchase Cost", "Purchase Order Number", "Order Number", "Created By", "Created At",
            "Updated at", "Notes", "Checkin",
        ),
        columns={
            "Product Key": "key", "Total": "capacity", "Avail": "free", "Expiration Date": "expires_on",
            "Licensed to Email": "", "Licensed to Name": "", "Min QTY": "", "Termination Date": "",
            "Category": "", "ID": "source_id", "Company": "",
        },
    ),
    Layout(
        "licences", "Snipe-IT licence report",
        (
            "License", "Serial", "Seats", "Remaining Seats", "Expiration Date", "Purchase Date",
            "Depreciation", "Purchase Cost",
        ),
        columns={
            "License": "name", "Serial": "key", "Seats": "capacity", "Remaining Seats": "free",
            "Expiration Date": "expires_on", "Depreciation": "",
        },
    ),
    Layout(
        "licence seats", "Snipe-IT licence import",
        (
            "Full Name", "Email", "Username", "Item name", "serial number", "Category", "manufacturer",
            "purchase date", "purchase cost", "purchase order", "order number", "Licensed To Name",
            "Licensed to Email", "expiration date", "maintained", "reassignable", "seats", "company",
            "supplier", "notes",
        ),
        columns={
            "Full Name": "holder_name", "Email": "holder_email", "Username": "holder_login",
            "Item name": "product", "serial number": "key", "seats": "capacity", "Licensed To Name": "",
            "Licensed to Email": "", "Company": "",
        },
        is_whole=False,
    ),
    Layout(
        "people", "Snipe-IT user list",
        (
            "ID", "Avatar", "Company", "Name", "First Name", "Last Name", "Title", "VIP user", "Remote",
            "Email", "Phone", "Website", "Address", "City", "State", "Country", "Zip", "Username",
            "Employee Number", "Language", "Department", "Location", "Manager", "Assets", "Licenses",
            "Consumables", "Accessories", "Managed Users", "Managed Locations", "Notes", "Groups",
            "LDAP enabled", "2FA Device Enrolled", "2FA Active", "Login Enabled", "Auto-Assign Licenses",
            "Created By", "Created At", "Updated at", "Start Date", "End Date", "Last Login",
        ),
        columns={
            "Licenses": "", "Assets": "", "Consumables": "", "Accessories": "", "Website": "",
            "Username": "login", "Department": "team", "Location": "site", "ID": "object_id", "Company": "",
            "Login Enabled": "",
        },
    ),
    Layout(
        "people", "Snipe-IT user import",
        (
            "First Name", "Last Name", "Email", "Username", "Activated", "Location", "Address", "City",
            "State", "Country", "Postal Code", "Website", "Phone", "Job Title", "Notes", "Employee Number",
            "Company", "Manager", "Remote", "VIP", "Start Date", "End Date", "Gravatar",
        ),
        columns={
            "Activated": "", "Website": "", "Username": "login", "Location": "site", "Company": "",
        },
        is_whole=False,
    ),
    Layout(
        "models", "Snipe-IT model import",
        (
            "Name", "Category", "Manufacturer", "Model Notes", "Model Number", "Fieldset", "Requestable",
            "EOL", "Min Qty",
        ),
        columns={
            "EOL": "life_months", "Min Qty": "minimum", "Model Notes": "notes",
        },
        is_whole=False,
    ),
    Layout(
        "accessories", "Snipe-IT accessory import",
        (
            "Company", "Name", "Category", "Supplier", "Manufacturer", "QTY", "Location", "Order Number",
            "Min Amount", "Model Number", "Notes", "Purchase Date", "Purchase Cost",
        ),
        columns={
            "QTY": "quantity", "Min Amount": "minimum", "Location": "site", "Company": "",
        },
        is_whole=False,
    ),
    Layout(
        "accessories", "Snipe-IT consumable import",
        (
            "Company", "Name", "Category", "Supplier", "Manufacturer", "QTY", "Location", "Order Number",
            "Min Amount", "Model Number", "Item Number", "Notes", "Purchase Date", "Purchase Cost",
        ),
        columns={
            "QTY": "quantity", "Min Amount": "minimum", "Location": "site", "Company": "",
            "Item Number": "",
        },
        is_whole=False,
    ),
    Layout(
        "accessories", "Snipe-IT component import",
        (
            "Item Name", "Purchase Date", "Purchase Cost", "Location", "Company", "Order Number",
            "Serial number", "Category", "Quantity",
        ),
        columns={
            "Item Name": "name", "Serial number": "", "Location": "site", "Company": "",
        },
        is_whole=False,
    ),
    Layout(
        "sites", "Snipe-IT location import",
        (
            "name", "address", "address2", "city", "state", "country", "zip", "manager", "manager username",
            "currency",
        ),
        columns={
            "state": "subdivision", "currency": "",
        },
        is_whole=False,
    ),
    Layout(
        "activity", "Snipe-IT activity report",
        (
            "Date", "Created By", "Action", "Type", "Item", "Serial/Product Key", "Model Name", "Model No.",
            "To", "Notes", "IP Address", "User Agent", "Action Source", "Changed",
        ),
    ),
    Layout(
        "maintenances", "Snipe-IT maintenance report",
        (
            "Asset Tag", "Asset Name", "Supplier", "Asset Maintenance Type", "Title", "Start Date",
            "Completion Date", "Asset Maintenance Time (in days)", "Cost",
        ),
    ),
)  # fmt: skip
_LABELS = {
    "ready to deploy": "in stock", "deployable": "in stock", "deployed": "in use", "checked out": "in use",
    "pending": "in repair", "undeployable": "in repair", "out for diagnostics": "in repair",
    "out for repair": "in repair", "archived": "retired", "broken - not fixable": "retired",
    "lost/stolen": "lost",
}  # fmt: skip
# Its export joins a label and the label's type: "Ready to Deploy deployed".
_JOINED = {
    f"{label} {kind}": "in use" if kind == "deployed" else ours
    for label, ours in _LABELS.items()
    for kind in ("deployed", "deployable", "pending", "archived", "undeployable")
}
SOURCE = Source("Snipe-IT", Role.ASSETS, _LAYOUTS, words={"status": {**_JOINED, **_LABELS}})
