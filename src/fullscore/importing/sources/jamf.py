"""Jamf Pro: computers and mobile devices as its searches are exported."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "devices", "Jamf computer list",
        (
            "Computer Name", "Asset Tag", "Serial Number", "Managed", "Last Check-in",
            "Last Inventory Update", "Last Enrollment", "Make", "Model", "Model Identifier",
            "Operating System", "Operating System Version", "Operating System Build", "MAC Address", "UDID",
            "JSS Computer ID", "Jamf Pro Computer ID", "Username", "Full Name", "Email Address", "Position",
            "Department", "Building", "Room", "Phone Number", "PO Number", "PO Date", "Vendor",
            "Warranty Expiration", "Lease Expiration", "Purchase Price", "Life Expectancy", "Total RAM MB",
            "Processor Type", "Architecture Type", "FileVault 2 Status", "Site", "IP Address",
            "Last Reported IP Address", "Bar Code 1", "Bar Code 2", "Battery Capacity",
            "Boot Drive Available MB", "Drive Capacity MB", "Gatekeeper", "System Integrity Protection",
            "Supervised",
        ),
        columns={
            "Computer Name": "hostname", "Username": "holder_login", "Full Name": "holder_name",
            "Email Address": "holder_email", "Building": "site", "Site": "", "Position": "",
            "Department": "", "Room": "place", "Phone Number": "", "PO Number": "order_number",
            "PO Date": "purchased_on", "Last Check-in": "checked_in_on",
            "Operating System Version": "system_version", "Jamf Pro Computer ID": "source_id",
            "JSS Computer ID": "source_id", "UDID": "device_id", "Make": "manufacturer",
            "Boot Drive Available MB": "", "Drive Capacity MB": "", "Total RAM MB": "",
        },
    ),
    Layout(
        "devices", "Jamf mobile device list",
        (
            "Display Name", "Asset Tag", "Serial Number", "Wi-Fi MAC Address", "Bluetooth MAC Address",
            "UDID", "Model", "Model Identifier", "OS Version", "iOS Version", "Last Inventory Update",
            "Username", "Full Name", "Email Address", "IMEI", "MEID", "ICCID", "Phone Number", "Supervised",
            "Managed", "Capacity MB", "Available Space MB", "Percentage used", "Battery level",
            "Device Ownership Level", "Jamf Pro Mobile Device ID", "Current Carrier Network",
            "Passcode Status", "Building", "Department", "Room",
        ),
        columns={
            "Display Name": "hostname", "Username": "holder_login", "Full Name": "holder_name",
            "Email Address": "holder_email", "Building": "site", "Department": "", "Room": "place",
            "Phone Number": "", "Last Inventory Update": "checked_in_on", "Wi-Fi MAC Address": "mac",
            "Bluetooth MAC Address": "", "OS Version": "system_version", "iOS Version": "system_version",
            "Jamf Pro Mobile Device ID": "source_id", "UDID": "device_id",
        },
    ),
)  # fmt: skip
SOURCE = Source("Jamf", Role.MANAGEMENT, _LAYOUTS)
