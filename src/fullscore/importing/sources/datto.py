"""Datto RMM: sites and devices."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "sites", "Datto RMM site list",
        (
            "Name", "PSA Company Name", "Devices",
        ),
        columns={
            "Name": "name",
        },
    ),
    Layout(
        "devices", "Datto RMM device list",
        (
            "Device Hostname", "Hostname", "Device Description", "Description", "Site Name", "Site",
            "Internal IP Address", "Int IP Address", "External IP Address", "Ext IP Address", "Last User",
            "Last Logged In User", "Group", "Operating System", "Serial Number", "MAC Address(es)",
            "MAC Address", "Device Model", "Model", "Manufacturer", "Last Seen", "Last Reboot",
            "Last Audit Date", "Create Date", "Device Type", "Device UID", "Domain", "Antivirus Product",
            "Antivirus Status", "Patch Status", "Warranty Date", "Warranty Expiry Date", "Software Status",
            "Agent Version", "Display Version", "Reboot Required", "Online Duration", "Web Remote",
            "Status",
        ),
        columns={
            "Device Hostname": "hostname", "Hostname": "hostname", "Device Description": "",
            "Description": "", "Site Name": "site", "Site": "site", "Internal IP Address": "ip",
            "Int IP Address": "ip", "External IP Address": "", "Ext IP Address": "",
            "Last User": "holder_login", "Last Logged In User": "holder_login",
            "Last Seen": "checked_in_on", "Device UID": "source_id", "Device Model": "model",
            "Device Type": "category", "Warranty Date": "warranty_ends_on",
            "Warranty Expiry Date": "warranty_ends_on", "Status": "", "Software Status": "",
            "Operating System": "system",
        },
    ),
)  # fmt: skip
SOURCE = Source("Datto RMM", Role.MANAGEMENT, _LAYOUTS)
