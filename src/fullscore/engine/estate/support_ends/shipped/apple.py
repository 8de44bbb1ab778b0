"""What telephones, tablets and Macs run. Apple names no day ahead: a day is that of the last update."""

from fullscore.engine.estate.support_ends.facts import Product, releases

PRODUCTS = (
    Product(
        "macos",
        "macOS",
        ("macos", "mac os x", "mac os", "os x"),
        "https://support.apple.com/100100",
        releases(
            "26 -; 15 -; 14 -; 13 2025-09-15; 12 2024-09-16; 11 2026-02-02; 10.15 2026-02-02; "
            "10.14 2021-10-25; 10.13 2020-12-01; 10.12 2019-10-01; 10.11 2018-12-01"
        ),
    ),
    Product(
        "ios",
        "iOS",
        ("=iOS",),
        "https://support.apple.com/100100",
        releases(
            "26 -; 18 -; 17 2025-05-13; 14 2021-10-26; 13 2020-09-16; 12 2026-01-26; 11 2018-10-08; "
            "10 2019-07-22; 9 2019-07-22"
        ),
        never=frozenset({"cisco", "ipados", "xe", "xr", "catalyst"}),
    ),
    Product(
        "ipados",
        "iPadOS",
        ("ipados",),
        "https://support.apple.com/100100",
        releases("26 -; 18 -; 14 2021-10-01; 13 2020-09-16; 12 2019-09-24"),
        never=frozenset({"iphone"}),
    ),
    Product(
        "android",
        "Android",
        ("android",),
        "https://developer.android.com/about/versions",
        releases(
            "17 -; 16 -; 15 -; 14 -; 13 2026-03-02; 12.1 2025-03-03; 12 2025-03-03; 11 2024-02-05; "
            "10 2023-03-06; 9 2022-01-01; 8.1 2021-01-10; 8.0 2021-01-01; 7.1 2019-10-01; "
            "7.0 2019-10-01; 6.0 2018-08-01; 5.1 2018-03-01; 5.0 2018-03-01"
        ),
        never=frozenset({"tv", "auto"}),
    ),
)
