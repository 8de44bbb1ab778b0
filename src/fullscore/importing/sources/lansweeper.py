"""Lansweeper: assets as its reports name them."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "devices", "Lansweeper asset list",
        (
            "AssetID", "AssetName", "AssetTypename", "AssetType", "Type", "Domain", "Username",
            "Userdomain", "IPAddress", "IP Address", "Mac", "MAC Address", "Manufacturer", "Model",
            "Serialnumber", "OScode", "OSname", "OS", "Version", "SP", "Memory", "Processor", "Firstseen",
            "First Seen", "Lastseen", "Last Seen", "Lasttried", "Location", "IP Location", "IPLocation",
            "Building", "Department", "Branchoffice", "Contact", "Purchasedate", "Warrantydate",
            "Statename", "State", "OrderNumber", "FQDN", "DNSName", "BarCode", "Description",
            "LsPushVersion", "Scanserver", "Uptime", "Custom1", "Custom2",
        ),
        columns={
            "AssetID": "source_id", "AssetName": "hostname", "AssetTypename": "category",
            "AssetType": "category", "Type": "category", "Username": "holder_login",
            "Lastseen": "checked_in_on", "Last Seen": "checked_in_on", "Purchasedate": "purchased_on",
            "Warrantydate": "warranty_ends_on", "Statename": "status", "State": "status",
            "OrderNumber": "order_number", "BarCode": "tag", "Location": "site", "Mac": "mac", "OScode": "",
            "OSname": "system", "OS": "system", "Version": "system_version", "Description": "",
            "Contact": "", "Department": "", "Building": "", "Branchoffice": "", "FQDN": "", "DNSName": "",
        },
    ),
    Layout(
        "software", "Lansweeper software list",
        (
            "softwareName", "softwareVersion", "SoftwarePublisher", "Total", "AssetName", "Installdate",
            "Approved",
        ),
    ),
)  # fmt: skip
_STATUS = {
    "active": "in use", "non-active": "in stock", "broken": "in repair", "in repair": "in repair",
    "sold": "retired", "stolen": "lost", "stock": "in stock", "old": "retired", "reserved": "in stock",
    "spare": "in stock",
}  # fmt: skip
SOURCE = Source("Lansweeper", Role.ASSETS, _LAYOUTS, words={"status": _STATUS})
