"""Databases."""

from fullscore.engine.estate.support_ends.facts import Product, releases

PRODUCTS = (
    Product(
        "postgresql",
        "PostgreSQL",
        ("postgresql", "postgres"),
        "https://www.postgresql.org/support/versioning/",
        releases(
            "18 2030-11-14; 17 2029-11-08; 16 2028-11-09; 15 2027-11-11; 14 2026-11-12; "
            "13 2025-11-13; 12 2024-11-21; 11 2023-11-09; 10 2022-11-10; 9.6 2021-11-11; "
            "9.5 2021-02-11; 9.4 2020-02-13; 9.3 2018-11-08"
        ),
        never=frozenset({"odbc", "client"}),
    ),
    Product(
        "mysql",
        "MySQL",
        ("mysql",),
        "https://www.oracle.com/us/support/library/lifetime-support-technology-069183.pdf",
        releases(
            "9.7 2034-04-21; 9.6 2026-04-21; 9.5 2026-01-20; 9.4 2025-10-21; 9.3 2025-07-22; "
            "9.2 2025-04-15; 9.1 2025-01-21; 9.0 2024-10-15; 8.4 2032-04-30; 8.3 2024-04-10; "
            "8.2 2023-12-14; 8.1 2023-10-25; 8.0 2026-04-30; 5.7 2023-10-31; 5.6 2021-02-28; "
            "5.5 2018-12-31"
        ),
        never=frozenset({"workbench", "client", "odbc", "connector"}),
    ),
    Product(
        "mariadb",
        "MariaDB",
        ("mariadb",),
        "https://mariadb.org/about/#maintenance-policy",
        releases(
            "12.3 2029-06-12; 12.2 2026-05-28; 12.1 2026-02-13; 12.0 2025-11-18; 11.8 2028-06-04; "
            "11.7 2025-05-12; 11.6 2025-02-13; 11.5 2024-11-21; 11.4 2029-05-29; 11.3 2024-05-29; "
            "11.2 2024-11-21; 11.1 2024-08-21; 11.0 2024-06-06; 10.11 2028-02-16; 10.10 2023-11-17; "
            "10.9 2023-08-22; 10.8 2023-05-20; 10.7 2023-02-09; 10.6 2026-07-06; 10.5 2025-06-24; "
            "10.4 2024-06-18; 10.3 2023-05-25; 10.2 2022-05-23; 10.1 2020-10-17; 5.5 2020-04-11"
        ),
    ),
    Product(
        "mongodb",
        "MongoDB",
        ("mongodb",),
        "https://www.mongodb.com/legal/support-policy",
        releases(
            "8.3 2029-10-31; 8.2 2026-07-31; 8.1 2025-09-30; 8.0 2029-10-31; 7.3 2024-10-02; "
            "7.2 2024-03-27; 7.1 2024-01-23; 7.0 2027-08-31; 6.3 2023-08-31; 6.2 2023-04-24; "
            "6.1 2023-02-09; 6.0 2025-07-31; 5.3 2022-07-19; 5.2 2022-03-23; 5.1 2022-01-19; "
            "5.0 2024-10-31; 4.4 2024-02-29; 4.2 2023-04-30; 4.0 2022-04-30"
        ),
    ),
    Product(
        "oracle-database",
        "Oracle Database",
        ("oracle database", "oracle db"),
        "https://support.oracle.com/knowledge/Oracle%20Database%20Products/742060_1.html",
        releases(
            "23 2031-12-31; 21 2027-07-31; 19 2029-12-31; 18 2021-06-30; 12.2 2022-03-31; 12.1 2018-07-31"
        ),
        never=frozenset({"client"}),
    ),
)
