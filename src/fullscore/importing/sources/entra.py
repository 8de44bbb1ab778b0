"""Microsoft Entra ID (Azure AD before): users and devices as its bulk downloads name them."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "people", "Entra user list",
        (
            "userPrincipalName", "displayName", "surname", "mail", "givenName", "id", "userType",
            "jobTitle", "department", "accountEnabled", "usageLocation", "streetAddress", "state",
            "country", "officeLocation", "city", "postalCode", "telephoneNumber", "mobilePhone",
            "alternateEmailAddress", "ageGroup", "consentProvidedForMinor", "legalAgeGroupClassification",
            "companyName", "creationType", "directorySynced", "invitationState", "identityIssuer",
            "createdDateTime", "objectId", "physicalDeliveryOfficeName", "mobile",
            "authenticationPhoneNumber", "authenticationAlternativePhoneNumber", "authenticationEmail",
        ),
        columns={
            "userPrincipalName": "login", "displayName": "name", "mail": "email", "id": "object_id",
            "objectId": "object_id", "department": "team", "officeLocation": "site",
            "physicalDeliveryOfficeName": "site", "telephoneNumber": "phone", "mobilePhone": "mobile",
            "mobile": "mobile", "alternateEmailAddress": "", "companyName": "",
            "city": "", "state": "", "country": "",
        },
    ),
    Layout(
        "devices", "Entra device list",
        (
            "displayName", "accountEnabled", "operatingSystem", "operatingSystemVersion",
            "joinType (trustType)", "registeredOwners", "userNames", "mdmDisplayName", "isCompliant",
            "registrationTime", "approximateLastSignInDateTime", "deviceId", "isManaged", "objectId",
            "profileType", "systemLabels", "model",
        ),
        columns={
            "displayName": "hostname", "deviceId": "device_id", "objectId": "", "operatingSystem": "system",
            "operatingSystemVersion": "system_version", "registeredOwners": "holder_name",
            "userNames": "holder_login", "approximateLastSignInDateTime": "checked_in_on",
            "isCompliant": "compliance", "mdmDisplayName": "managed_by",
        },
    ),
)  # fmt: skip
SOURCE = Source("Microsoft Entra", Role.DIRECTORY, _LAYOUTS)
