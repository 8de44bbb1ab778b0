"""Servers and programs a small business runs itself."""

from fullscore.engine.estate.support_ends.facts import Product, releases

PRODUCTS = (
    Product(
        "tomcat",
        "Apache Tomcat",
        ("tomcat",),
        "https://tomcat.apache.org/whichversion.html",
        releases(
            "11.0 -; 10.1 -; 10.0 2022-10-31; 9.0 2027-03-31; 8.5 2024-03-31; 8.0 2018-06-30; 7 2021-03-31"
        ),
    ),
    Product(
        "apache-http-server",
        "Apache HTTP Server",
        ("apache http server", "apache httpd"),
        "https://httpd.apache.org/dev/release.html",
        releases("2.4 -; 2.2 2017-07-11; 2.0 2013-07-10; 1.3 2010-02-03"),
    ),
    Product(
        "nginx",
        "nginx",
        ("nginx",),
        "https://www.nginx.com/blog/nginx-1-18-1-19-released/#NGINX-Versioning-Explained",
        releases(
            "1.31 -; 1.30 -; 1.29 2026-05-13; 1.28 2026-04-14; 1.27 2025-06-24; 1.26 2025-04-23; "
            "1.25 2024-05-29; 1.24 2024-04-23; 1.23 2023-05-23; 1.22 2023-04-11"
        ),
    ),
    Product(
        "wordpress",
        "WordPress",
        ("wordpress",),
        "https://codex.wordpress.org/Supported_Versions",
        releases(
            "7.1 -; 7.0 2026-08-19; 6.9 2026-05-20; 6.8 2025-12-02; 6.7 2025-04-15; 6.6 2024-11-12; "
            "6.5 2024-07-16; 6.4 2024-04-02"
        ),
    ),
    Product(
        "drupal",
        "Drupal",
        ("drupal",),
        "https://www.drupal.org/about/core/policies/core-release-cycles/schedule",
        releases(
            "11.4 2027-07-07; 11.3 2026-12-16; 10.6 2026-12-16; 11.2 2026-06-17; 10.5 2026-06-17; "
            "10.4 2025-12-10; 11.1 2025-12-10; 11.0 2025-06-16; 10.3 2025-06-16; 10.2 2024-12-17; "
            "10.1 2024-06-20; 7 2025-01-05"
        ),
    ),
    Product(
        "joomla",
        "Joomla",
        ("joomla",),
        "https://docs.joomla.org/Release_and_support_cycle",
        releases("6 2029-10-16; 5 2027-10-12; 4 2025-10-14; 3 2023-08-17"),
    ),
    Product(
        "nextcloud",
        "Nextcloud",
        ("nextcloud",),
        "https://github.com/nextcloud/server/wiki/Maintenance-and-Release-Schedule",
        releases(
            "34 2027-06-30; 33 2027-02-28; 32 2026-09-30; 31 2026-02-28; 30 2025-10-31; "
            "29 2025-04-30; 28 2024-12-31; 27 2024-06-30; 26 2024-03-31; 25 2023-10-31; "
            "24 2023-04-30"
        ),
        never=frozenset({"client", "desktop"}),
    ),
    Product(
        "confluence",
        "Confluence Data Center",
        ("confluence",),
        "https://confluence.atlassian.com/enterprise/atlassian-enterprise-releases-948227420.html#LongTermSupportreleases-Policyanddetails",
        releases(
            "10.2 2027-12-02; 10.1 2027-10-07; 10.0 2027-08-05; 9.5 2027-06-04; 9.4 2027-04-01; "
            "9.3 2027-02-04; 9.2 2026-12-10; 9.1 2026-10-03; 9.0 2026-07-30; 8.9 2026-04-02; "
            "8.8 2026-02-08; 8.7 2025-12-06; 8.6 2025-10-05; 8.5 2025-12-15; 8.4 2025-07-06; "
            "8.3 2025-05-23; 8.2 2025-03-29; 8.1 2025-02-14; 8.0 2024-11-29; 7.20 2024-10-04; "
            "7.19 2024-12-13; 7.18 2024-05-30; 7.17 2024-03-22; 7.16 2024-01-31"
        ),
    ),
    Product(
        "veeam-backup-and-replication",
        "Veeam Backup & Replication",
        ("veeam backup and replication", "veeam backup replication"),
        "https://www.veeam.com/product-lifecycle.html",
        releases("13 2028-11-01; 12 2027-02-01; 11 2024-02-01; 10 2023-02-01; 9.5 2022-01-01"),
    ),
    Product(
        "veeam-backup-for-microsoft-365",
        "Veeam Backup for Microsoft 365",
        ("veeam backup for microsoft 365", "veeam backup for office 365"),
        "https://www.veeam.com/product-lifecycle.html",
        releases(
            "8 2026-09-03; 7 2026-06-28; 6 2024-03-09; 5 2023-12-02; 4 2022-11-26; 3 2022-04-02; 2 2021-07-24"
        ),
    ),
    Product(
        "filemaker",
        "FileMaker",
        ("filemaker pro", "filemaker server", "filemaker"),
        "https://support.claris.com/s/article/Claris-support-policy",
        releases(
            "2026 2028-06-30; 2025 2027-07-31; 2024 2026-06-30; 2023 2025-12-31; 19.6 2024-12-31; "
            "19.5 2024-06-30; 19.4 2023-12-31; 19.3 2023-07-31; 19.2 2023-03-31; 19.1 2022-10-31; "
            "19 2022-05-31; 18 2021-06-25; 17 2020-09-18; 16 2020-09-18; 15 2019-09-20; "
            "14 2018-09-21"
        ),
    ),
    Product(
        "citrix-vad",
        "Citrix Virtual Apps and Desktops",
        ("citrix virtual apps and desktops",),
        "https://www.citrix.com/support/product-lifecycle/product-matrix.html",
        releases(
            "2603 2027-10-30; 2511 2027-06-29; 2507 2028-08-18; 2503 2026-10-29; 2411 2026-06-03; "
            "2407 2025-12-31; 2402 2029-04-15; 2311 2025-06-20; 2308 2025-03-14; 2305 2024-11-30; "
            "2303 2024-09-20; 2212 2024-06-19; 2209 2024-03-29; 2206 2023-12-28; 2203 2027-03-23; "
            "2112 2023-06-14; 2109 2023-03-27; 2106 2022-12-16; 2103 2022-09-17; 2012 2022-06-14; "
            "2009 2022-03-29; 1912 2024-12-18; 7.15 2022-08-15"
        ),
        never=frozenset({"agent"}),
    ),
    Product(
        "zabbix",
        "Zabbix",
        ("zabbix",),
        "https://www.zabbix.com/life_cycle_and_release_policy",
        releases(
            "7.4 2026-12-31; 7.2 2025-12-31; 7.0 2029-06-30; 6.4 2024-12-31; 6.2 2023-02-28; "
            "6.0 2027-02-28; 5.0 2025-05-31; 4.0 2023-10-31"
        ),
        never=frozenset({"agent"}),
    ),
    Product(
        "libreoffice",
        "LibreOffice",
        ("libreoffice",),
        "https://wiki.documentfoundation.org/ReleasePlan",
        releases(
            "26.2 2026-11-30; 25.8 2026-06-12; 25.2 2025-11-30; 24.8 2025-06-12; 24.2 2024-11-30; "
            "7.6 2024-06-12; 7.5 2023-12-07; 7.4 2023-06-12; 7.3 2022-11-30"
        ),
    ),
)
