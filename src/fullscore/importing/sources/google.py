"""Google Workspace: users, and Chrome devices, as the admin console downloads them."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "people", "Google Workspace user list",
        (
            "First Name [Required]", "Last Name [Required]", "Email Address [Required]",
            "Password [Required]", "Password Hash Function [UPLOAD ONLY]", "Org Unit Path [Required]",
            "New Primary Email [UPLOAD ONLY]", "Status [READ ONLY]", "Last Sign In [READ ONLY]",
            "Recovery Email", "Home Secondary Email", "Work Secondary Email",
            "Recovery Phone [MUST BE IN THE E.164 FORMAT]", "Work Phone", "Home Phone", "Mobile Phone",
            "Work Address", "Home Address", "Employee ID", "Employee Type", "Employee Title",
            "Manager Email", "Department", "Cost Center", "2sv Enrolled [READ ONLY]",
            "2sv Enforced [READ ONLY]", "Building ID", "Floor Name", "Floor Section",
            "Email Usage [READ ONLY]", "Drive Usage [READ ONLY]", "Photos Usage [READ ONLY]",
            "Storage limit [READ ONLY]", "Storage Used [READ ONLY]", "Change Password at Next Sign-In",
            "New Status [UPLOAD ONLY]", "Gemini Limit Status [READ ONLY]",
        ),
        columns={
            "Email Address [Required]": "email", "Department": "team", "Employee Title": "title",
            "Employee ID": "employee_number", "Work Phone": "phone", "Mobile Phone": "mobile",
            "Building ID": "site", "Manager Email": "manager", "Status [READ ONLY]": "status",
            "Work Secondary Email": "", "Org Unit Path [Required]": "",
        },
    ),
    Layout(
        "devices", "Google Workspace Chrome device list",
        (
            "Device Id", "Serial number", "Enrollment status", "Last policy sync", "Asset ID", "User",
            "Location", "Organizational unit", "Model", "OS version", "Auto-update expiration",
            "Last enrollment time", "MAC address", "Notes", "Most recent user", "Manufacture date",
            "Boot mode", "Platform version", "Firmware version",
        ),
        columns={
            "Device Id": "source_id", "Asset ID": "tag", "User": "holder_email", "Location": "site",
            "Last policy sync": "checked_in_on", "Enrollment status": "status", "Most recent user": "",
            "OS version": "system_version", "Auto-update expiration": "",
        },
    ),
)  # fmt: skip
SOURCE = Source("Google Workspace", Role.DIRECTORY, _LAYOUTS)
