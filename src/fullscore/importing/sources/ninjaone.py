"""NinjaOne: its device list and device inventory report."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "devices", "NinjaOne device list",
        (
            "Display Name", "Device Name", "System Name", "DNS Name", "Organization", "Location",
            "Device Role", "Role", "Device Type", "Type", "Public IP", "IP Addresses", "MAC Addresses",
            "Last LoggedIn User", "Last Logged In User", "Last Contact", "Last Uptime", "OS Name",
            "OS Architecture", "OS Build Number", "OS Release ID", "Last Boot Time", "System Manufacturer",
            "Manufacturer", "System Model", "Model", "BIOS Serial Number", "Serial Number", "Domain",
            "Domain Role", "Memory Capacity (GB)", "Processor Name", "Policy", "Approval Status",
            "Node Class", "Warranty Start Date", "Warranty End Date", "Manufacturer Fulfillment Date",
            "Device ID", "UID", "Created", "Needs Reboot", "Volumes", "Chassis Type", "Total Disk",
        ),
        columns={
            "Display Name": "name", "Device Name": "hostname", "System Name": "hostname", "DNS Name": "",
            "Organization": "", "Location": "site", "Device Role": "", "Role": "",
            "Device Type": "category", "Type": "category", "Last LoggedIn User": "holder_login",
            "Last Logged In User": "holder_login", "Last Contact": "checked_in_on", "OS Name": "system",
            "Serial Number": "serial", "BIOS Serial Number": "serial",
            "Warranty End Date": "warranty_ends_on", "Warranty Start Date": "", "Device ID": "source_id",
            "System Manufacturer": "manufacturer", "System Model": "model", "IP Addresses": "ip",
            "MAC Addresses": "mac", "Public IP": "",
        },
    ),
    Layout(
        "software", "NinjaOne software list",
        (
            "Name", "Version", "Publisher", "Organization", "Device", "System Name", "Install Date",
            "Location", "Size", "Product Code",
        ),
    ),
)  # fmt: skip
SOURCE = Source("NinjaOne", Role.MANAGEMENT, _LAYOUTS)
