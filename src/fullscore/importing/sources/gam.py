"""GAM, the command line for Google Workspace: Chrome devices, users and their licences."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "devices", "GAM list of Chrome devices",
        (
            "deviceId", "annotatedAssetId", "annotatedLocation", "annotatedUser", "lastSync", "notes",
            "serialNumber", "status", "model", "osVersion", "macAddress", "ethernetMacAddress",
            "orgUnitPath", "lastEnrollmentTime", "supportEndDate", "autoUpdateExpiration",
            "recentUsers.0.email", "meid", "platformVersion", "firmwareVersion", "bootMode", "orderNumber",
            "willAutoRenew",
        ),
        columns={
            "deviceId": "source_id", "annotatedAssetId": "tag", "annotatedLocation": "site",
            "annotatedUser": "holder_email", "lastSync": "checked_in_on", "osVersion": "system_version",
            "ethernetMacAddress": "mac",
        },
    ),
    Layout(
        "user licences", "GAM list of users' licences",
        (
            "primaryEmail", "LicensesCount", "Licenses", "LicensesDisplay",
        ),
        columns={
            "primaryEmail": "email", "LicensesDisplay": "licences", "Licenses": "sku", "LicensesCount": "",
        },
    ),
    Layout(
        "people", "GAM user list",
        (
            "primaryEmail", "name.givenName", "name.familyName", "name.fullName", "id", "suspended",
            "archived", "isAdmin", "isDelegatedAdmin", "lastLoginTime", "creationTime", "orgUnitPath",
            "isEnrolledIn2Sv", "isEnforcedIn2Sv", "agreedToTerms", "customerId",
            "includeInGlobalAddressList", "isMailboxSetup", "recoveryEmail", "recoveryPhone",
            "thumbnailPhotoUrl", "suspensionReason",
        ),
        columns={
            "primaryEmail": "email", "name.givenName": "first_name", "name.familyName": "last_name",
            "name.fullName": "name", "id": "object_id", "suspended": "blocked",
        },
    ),
)  # fmt: skip
_STATUS = {
    "active": "in use", "provisioned": "in use", "deprovisioned": "retired", "disabled": "in stock",
}  # fmt: skip
SOURCE = Source("GAM", Role.DIRECTORY, _LAYOUTS, words={"status": _STATUS})
