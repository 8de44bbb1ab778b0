"""What programs of one's own are written in, and the libraries below them."""

from fullscore.engine.estate.support_ends.facts import Product, releases

PRODUCTS = (
    Product(
        "php",
        "PHP",
        ("php",),
        "https://www.php.net/supported-versions.php",
        releases(
            "8.5 2029-12-31; 8.4 2028-12-31; 8.3 2027-12-31; 8.2 2026-12-31; 8.1 2025-12-31; "
            "8.0 2023-11-26; 7.4 2022-11-28; 7.3 2021-12-06; 7.2 2020-11-30; 7.1 2019-12-01; "
            "7.0 2019-01-10; 5.6 2018-12-31"
        ),
    ),
    Product(
        "python",
        "Python",
        ("python",),
        "https://devguide.python.org/versions/",
        releases(
            "3.14 2030-10-31; 3.13 2029-10-31; 3.12 2028-10-31; 3.11 2027-10-31; 3.10 2026-10-31; "
            "3.9 2025-10-31; 3.8 2024-10-07; 3.7 2023-06-27; 3.6 2021-12-23; 3.5 2020-09-30; "
            "3.4 2019-03-18; 2.7 2020-01-01"
        ),
    ),
    Product(
        "nodejs",
        "Node.js",
        ("node.js", "nodejs"),
        "https://nodejs.org/en/about/previous-releases",
        releases(
            "26 2029-04-30; 25 2026-06-01; 24 2028-04-30; 23 2025-06-01; 22 2027-04-30; "
            "21 2024-06-01; 20 2026-04-30; 19 2023-06-01; 18 2025-04-30; 17 2022-06-01; "
            "16 2023-09-11; 15 2021-06-01; 14 2023-04-30; 12 2022-04-30; 10 2021-04-30"
        ),
    ),
    Product(
        "dotnet",
        ".NET",
        (".net", ".net core", "dotnet"),
        "https://dotnet.microsoft.com/platform/support/policy/dotnet-core",
        releases(
            "10 2028-11-14; 9 2026-11-10; 8 2026-11-10; 7 2024-05-14; 6 2024-11-12; 5 2022-05-10; "
            "3.1 2022-12-13; 3.0 2020-03-03; 2.2 2019-12-23; 2.1 2021-08-21; 1.1 2019-06-27; "
            "1.0 2019-06-27"
        ),
        never=frozenset({"framework", "sdk"}),
    ),
    Product(
        "dotnetfx",
        ".NET Framework",
        (".net framework",),
        "https://dotnet.microsoft.com/download/dotnet-framework",
        releases(
            "4.8.1 -; 4.8 -; 4.7.2 -; 4.7.1 -; 4.7 -; 4.6.2 2027-01-12; 4.6.1 2022-04-26; "
            "4.6 2022-04-26; 4.5.2 2022-04-26; 4.5.1 2016-01-12; 4.5 2016-01-12; 4.0 2016-01-12; "
            "3.5-sp1 2029-01-09"
        ),
    ),
    Product(
        "oracle-jdk",
        "Oracle Java",
        ("oracle jdk", "oracle java", "oracle openjdk"),
        "https://www.oracle.com/java/technologies/java-se-support-roadmap.html",
        releases(
            "26 2026-09-18; 25 2030-09-30; 24 2025-09-16; 23 2025-03-18; 22 2024-09-17; "
            "21 2028-09-30; 20 2023-09-19; 19 2023-03-21; 18 2022-09-20; 17 2026-09-30; "
            "16 2021-09-14; 15 2021-03-16; 14 2020-09-16; 13 2020-03-17; 12 2019-09-17; "
            "11 2023-09-30; 10 2018-09-25; 9 2018-03-20; 8 2022-03-31; 7 2019-07-31; 6 2018-12-31"
        ),
    ),
    Product(
        "microsoft-build-of-openjdk",
        "Microsoft Build of OpenJDK",
        ("microsoft build of openjdk",),
        "https://learn.microsoft.com/java/openjdk/support",
        releases("25 2030-09-30; 21 2028-09-30; 17 2027-09-30; 11 2027-09-30"),
    ),
    Product(
        "powershell",
        "PowerShell",
        ("powershell",),
        "https://learn.microsoft.com/powershell/scripting/install/powershell-support-lifecycle",
        releases(
            "7.6 2028-11-14; 7.5 2026-11-10; 7.4 2026-11-10; 7.3 2024-05-08; 7.2 2024-11-08; "
            "7.1 2022-05-08; 7.0 2022-12-03"
        ),
    ),
    Product(
        "openssl",
        "OpenSSL",
        ("openssl",),
        "https://openssl-library.org/policies/releasestrat/index.html",
        releases(
            "4.0 2027-05-14; 3.6 2026-11-01; 3.5 2030-04-08; 3.4 2026-10-22; 3.3 2026-04-09; "
            "3.2 2025-11-23; 3.1 2025-03-14; 3.0 2026-09-07; 1.1.1 2023-09-11; 1.1.0 2019-09-11; "
            "1.0.2 2019-12-31"
        ),
    ),
)
