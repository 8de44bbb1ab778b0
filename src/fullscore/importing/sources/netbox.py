"""NetBox: devices as it takes them in and gives them out."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "devices", "NetBox device list",
        (
            "name", "role", "tenant", "manufacturer", "device_type", "platform", "serial", "asset_tag",
            "status", "site", "location", "rack", "position", "face", "latitude", "longitude", "parent",
            "device_bay", "airflow", "virtual_chassis", "vc_position", "vc_priority", "cluster",
            "description", "config_template", "owner", "comments", "tags", "id", "Rack", "Role", "Type",
            "IP Address", "IPv4 Address", "Tenant", "Asset tag", "Serial number", "Last updated", "Cluster",
            "Virtual chassis", "Device type", "primary_ip4", "oob_ip", "url", "display",
        ),
        columns={
            "name": "hostname", "role": "category", "device_type": "model", "Type": "model",
            "Device type": "model", "site": "site", "location": "place", "position": "",
            "description": "notes", "comments": "", "owner": "", "tenant": "", "platform": "system",
            "id": "source_id", "cluster": "", "parent": "", "rack": "", "tags": "", "latitude": "",
            "longitude": "",
        },
    ),
)  # fmt: skip
_STATUS = {
    "active": "in use", "offline": "in use", "planned": "on order", "staged": "in stock",
    "inventory": "in stock", "failed": "in repair", "decommissioning": "retired",
}  # fmt: skip
SOURCE = Source("NetBox", Role.ASSETS, _LAYOUTS, words={"status": _STATUS})
