"""Microsoft Intune: devices as the portal and its interface name them, and the applications found on them."""

from fullscore.importing.layouts import Layout, Role, Source

_LAYOUTS = (
    Layout(
        "devices", "Intune device list",
        (
            "Device ID", "Device name", "Enrollment date", "Last check-in", "Azure AD Device ID",
            "OS version", "Azure AD registered", "EAS activation ID", "Serial number", "Manufacturer",
            "Model", "EAS activated", "IMEI", "Last EAS sync time", "EAS reason", "EAS status",
            "Compliance grace period expiration", "Security patch level", "Wi-Fi MAC", "MEID",
            "Subscriber carrier", "Total storage", "Free storage", "Management name", "Category", "UserId",
            "Primary user UPN", "Primary user email address", "Primary user display name",
            "WiFiIPv4Address", "WiFiSubnetID", "Compliance", "Managed by", "Ownership", "Device state",
            "Intune registered", "Supervised", "Encrypted", "OS", "SkuFamily", "JoinType", "Phone number",
            "Jailbroken", "ICCID", "EthernetMAC", "CellularTechnology", "ProcessorArchitecture", "EID",
            "Microsoft Entra Device ID", "Microsoft Entra registered",
        ),
        columns={
            "Device ID": "source_id", "Azure AD Device ID": "device_id",
            "Microsoft Entra Device ID": "device_id", "Last check-in": "checked_in_on",
            "Primary user UPN": "holder_login", "Primary user email address": "holder_email",
            "Primary user display name": "holder_name", "OS": "system", "OS version": "system_version",
            "Wi-Fi MAC": "mac", "EthernetMAC": "mac", "Category": "", "UserId": "", "Management name": "",
            "Device state": "", "Phone number": "", "WiFiIPv4Address": "ip",
        },
    ),
    Layout(
        "devices", "Intune device list",
        (
            "DeviceId", "DeviceName", "CreatedDate", "LastContact", "ReferenceId", "OSVersion",
            "GraphDeviceIsManaged", "EasID", "SerialNumber", "Manufacturer", "Model", "EasActivationStatus",
            "IMEI", "EasLastSyncSuccessUtc", "EasStateReason", "EasAccessState", "InGracePeriodUntil",
            "AndroidPatchLevel", "WifiMacAddress", "MEID", "SubscriberCarrierNetwork", "StorageTotal",
            "StorageFree", "ManagedDeviceName", "CategoryName", "UserId", "UPN", "UserEmail", "UserName",
            "WiFiIPv4Address", "WiFiSubnetID", "CompliantState", "ManagementAgent", "OwnerType",
            "ManagementState", "DeviceRegistrationState", "IsSupervised", "IsEncrypted", "DeviceType",
            "SkuFamily", "JoinType", "PhoneNumber", "JailBroken", "ICCID", "EthernetMAC",
            "CellularTechnology", "ProcessorArchitecture", "EID", "EnrollmentType",
            "PartnerFeaturesBitmask", "ManagementAgents", "CertExpirationDate", "IsManaged",
        ),
        columns={
            "DeviceId": "source_id", "ReferenceId": "device_id", "LastContact": "checked_in_on",
            "UPN": "holder_login", "UserEmail": "holder_email", "UserName": "holder_name",
            "DeviceType": "system", "OSVersion": "system_version", "WifiMacAddress": "mac",
            "EthernetMAC": "mac", "CategoryName": "", "UserId": "", "ManagedDeviceName": "",
            "ManagementState": "", "PhoneNumber": "", "CompliantState": "compliance",
            "OwnerType": "ownership", "ManagementAgent": "managed_by", "WiFiIPv4Address": "ip",
        },
    ),
    Layout(
        "software", "Intune list of detected apps",
        (
            "ApplicationKey", "ApplicationName", "ApplicationVersion", "DeviceCount", "BundleSize",
            "Application name", "Application version", "Application publisher", "Device count", "Platform",
        ),
    ),
)  # fmt: skip
SOURCE = Source("Intune", Role.MANAGEMENT, _LAYOUTS)
