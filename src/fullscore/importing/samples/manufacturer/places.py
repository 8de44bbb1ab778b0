"""Sites, teams and business events: Fullscore's own export, as somebody filled it in by hand."""

from datetime import date, timedelta

from fullscore.importing.samples.writing import csv_file

MORNING = "Mon-Fri 06:00-14:00"
OFFICE = "Mon-Fri 08:00-17:00"
TEAMS = (
    ("Leadership", "Office", OFFICE), ("Sales", "Commercial", OFFICE),
    ("Customer Service", "Commercial", OFFICE),
    ("Engineering", "Operations", OFFICE), ("Quality", "Operations", MORNING),
    ("Purchasing", "Office", OFFICE),
    ("Finance", "Office", OFFICE), ("Human Resources", "Office", OFFICE), ("IT", "Office", OFFICE),
    ("Planning", "Operations", OFFICE), ("Production, first shift", "Operations", MORNING),
    ("Production, second shift", "Operations", "Mon-Fri 14:00-22:00"),
    ("Lima welding", "Operations", MORNING),
    ("Warehouse", "Operations", MORNING), ("Maintenance", "Operations", MORNING),
    ("Shipping", "Operations", MORNING),
)  # fmt: skip


def sites() -> bytes:
    header = ("name", "address", "city", "country", "subdivision", "zone", "hours", "ref")
    return csv_file(header, [
        ("Dayton", "1400 Kuhlman Road", "Dayton", "US", "OH", "America/New_York", "Mon-Fri 06:00-22:00",
         "dayton"),
        ("Lima", "88 Hume Street", "Lima", "US", "OH", "America/New_York", MORNING, "lima"),
    ])  # fmt: skip


def teams() -> bytes:
    rows = [(name, department, hours, "") for name, department, hours in TEAMS]
    return csv_file(("name", "department", "hours", "ref"), rows)


def events(on: date) -> bytes:
    def after(days: int) -> date:
        return on + timedelta(days=days)

    header = ("name", "starts_on", "ends_on", "is_closed", "notes", "ref")
    return csv_file(header, [
        ("Company closed", after(4), after(4), "yes", "The day after Thanksgiving", "closed-day-after"),
        ("Company closed", after(31), after(31), "yes", "Before the holidays", "closed-before-holidays"),
        ("Stock-taking", after(35), after(38), "no", "Warehouse and ERP, both sites", "stock-taking"),
        ("Metal trade fair", after(72), after(74), "no", "Sales travels with laptops", "trade-fair"),
        ("Customer audit", after(101), after(102), "no", "Line two must run", "customer-audit"),
    ])  # fmt: skip
