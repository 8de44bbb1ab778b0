"""What firewalls and switches run."""

from fullscore.engine.estate.support_ends.facts import Product, releases

PRODUCTS = (
    Product(
        "fortios",
        "FortiOS",
        ("fortios",),
        "https://support.fortinet.com/Information/ProductLifeCycle.aspx",
        releases(
            "8.0 2030-10-21; 7.6 2030-01-25; 7.4 2028-11-11; 7.2 2026-09-30; 7.0 2025-09-30; "
            "6.4 2024-09-30; 6.2 2023-09-28; 6.0 2022-09-29"
        ),
    ),
    Product(
        "pan-os",
        "PAN-OS",
        ("pan-os", "panos"),
        "https://www.paloaltonetworks.com/services/support/end-of-life-announcements/end-of-life-summary",
        releases(
            "12.2 2029-07-30; 12.1 2028-08-28; 11.2 2027-05-02; 11.1 2027-05-03; 11.0 2024-11-17; "
            "10.2 2025-08-27; 10.1 2024-12-01; 10.0 2022-07-16; 9.1 2024-06-30; 9.0-xfr 2020-09-19; "
            "9.0 2022-03-01; 8.1 2022-03-01; 8.0 2019-10-31; 7.1 2020-06-30"
        ),
    ),
    Product(
        "cisco-ios-xe",
        "Cisco IOS XE",
        ("ios xe", "ios-xe"),
        "https://www.cisco.com/c/en/us/products/collateral/ios-nx-os-software/ios-xe-16/bulletin-c25-2378701.html",
        releases(
            "17.18 2029-08-08; 17.17 2026-03-31; 17.16 2025-12-11; 17.15 2028-08-09; "
            "17.14 2025-04-13; 17.13 2024-11-30; 17.12 2027-07-28; 17.11 2024-03-28; "
            "17.10 2023-11-30; 17.9 2026-07-29; 17.8 2023-04-11; 17.6 2024-07-30; 17.3 2024-07-31; "
            "16.12 2023-07-31"
        ),
    ),
    Product(
        "opnsense",
        "OPNsense",
        ("opnsense",),
        "https://opnsense.org/about/road-map/",
        releases(
            "26.7 -; 26.1 2026-07-15; 25.7 2026-01-28; 25.1 2025-07-23; 24.7 2025-01-28; "
            "24.1 2024-07-25; 23.7 2024-01-26; 23.1 2023-07-28; 22.7 2023-01-25"
        ),
    ),
)
