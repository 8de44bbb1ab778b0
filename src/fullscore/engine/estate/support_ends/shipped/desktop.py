"""Programs on desks whose makers stop their services on a named day; nobody fetches these."""

from fullscore.engine.estate.support_ends.facts import Product, releases

PRODUCTS = (
    Product(
        "quickbooks-desktop", "QuickBooks Desktop",
        (
            "quickbooks desktop", "quickbooks pro", "quickbooks premier", "quickbooks enterprise",
            "quickbooks desktop pro", "quickbooks desktop premier",
        ),
        "https://quickbooks.intuit.com/learn-support/en-us/help-article/feature-preferences/",
        releases("2023 2026-05-31; 2022 2025-05-31; 2021 2024-05-31; 2020 2023-05-31"),
        never=frozenset({"online"}), is_open=False, is_fetched=False,
    ),
    Product(
        "acrobat-classic", "Acrobat", ("acrobat", "acrobat pro", "acrobat standard", "acrobat reader"),
        "https://helpx.adobe.com/support/programs/support-periods.html",
        releases("2020 2025-11-30; 2017 2022-06-06; 2015 2020-04-07"),
        never=frozenset({"dc", "sign"}), is_open=False, is_fetched=False,
    ),
)  # fmt: skip
