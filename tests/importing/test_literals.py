"""Days, amounts, counts, sizes and spans as people and programs write them."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.importing.literals import (
    UnreadError,
    amount,
    count,
    day,
    is_nothing,
    months,
    order_of,
    percent,
    several,
    size,
    yes_no,
)

SPRING = date(2026, 3, 5)
WINTER = date(2025, 2, 3)


@pytest.mark.parametrize(
    ("text", "order", "meant"),
    [
        ("2026-03-05", "mdy", SPRING), ("2026-03-05T08:15:00Z", "mdy", SPRING), ("2026/3/5", "dmy", SPRING),
        ("03/05/2026", "mdy", SPRING), ("05/03/2026", "dmy", SPRING), ("3/5/26", "mdy", SPRING),
        ("05.03.2026", "mdy", SPRING), ("03-05-2026", "mdy", SPRING), ("Mar 5, 2026", "dmy", SPRING),
        ("Thu Mar 5, 2026 08:15 AM", "mdy", SPRING), ("5 March 2026", "mdy", SPRING),
        ("05-Mar-26", "mdy", SPRING),
        ("31/12/2025", "mdy", date(2025, 12, 31)), ("12/31/2025", "dmy", date(2025, 12, 31)),
        ("46086", "mdy", SPRING), ("11/24/78", "mdy", date(1978, 11, 24)), ("0000-00-00", "mdy", None),
    ],
)  # fmt: skip
def test_a_day_is_read_as_it_was_meant(text: str, order: str, meant: date | None) -> None:
    assert day(text, order) == meant


@pytest.mark.parametrize(
    "text",
    ["2025-02-03", "02/03/2025", "3.2.2025", "03-Feb-2025", "Feb 3, 2025", "20250203", "2025-02-03T04:05:06Z",
     "3. März 2025|3", "Monday, February 3, 2025", "45691", "2/3/2025 3:02:10 PM", "2025/02/03 04:05:20",
     "2/3/25",
     "3. Februar 2025", "Montag, 3. Februar 2025", "3. Feb. 2025", "03.02.25", "03.02.2025 14:30",
     "3 février 2025",
     "3 de febrero de 2025", "3 févr. 2025", "February 3rd, 2025", "3 Feb 2025 04:05", "2025-Feb-03",
     "2025.02.03",
     "Mon Feb 03 04:05:06 UTC 2025", "2025-02-03 04:05:06.123+01:00", "20250203T040506Z", "45691.75",
     "Feb 3 2025  4:05PM", "3-Feb-25", "Mo., 03.02.2025", "3. 2. 2025"],
)  # fmt: skip
def test_one_day_has_many_spellings(text: str) -> None:
    written, _, month = text.partition("|")

    assert day(written, "mdy") == WINTER.replace(month=int(month or 2))


@pytest.mark.parametrize(
    "text", ["never", "N/A", "--", "1/1/0001 12:00:00 AM", "unbekannt", "0001-01-01T00:00:00Z", "9999-12-31"]
)
def test_some_words_mean_no_day(text: str) -> None:
    assert day(text, "mdy") is None


@pytest.mark.parametrize(
    "text",
    ["31/02/2025", "2025-13-01", "29 Feb 2025", "soon", "99999", "5 Foo 2026", "", "PO-20250203",
     "1/2/3", "Q1 2025",
     "2025", "20251301", "3 days ago", "२०२५-०२-०३"],
)  # fmt: skip
def test_what_is_no_day_is_said_to_be_none(text: str) -> None:
    with pytest.raises(UnreadError):
        day(text, "mdy")


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["03/02/2025", "13/02/2025"], "dmy"), (["03/02/2025", "02/13/2025"], "mdy"),
        (["03/02/2025", "04/05/2025"], "ymd"), (["13/02/2025", "02/13/2025"], "ymd"), ([], "ymd"),
        (["13.02.2025", "2/13/2025"], "mdy"), (["soon", "13/02/25 10:00"], "dmy"),
    ],
)  # fmt: skip
def test_a_13_in_one_place_proves_the_order_of_its_column(cells: list[str], order: str) -> None:
    assert order_of(cells, "ymd") == order


@pytest.mark.parametrize(
    ("read", "text", "meant"),
    [
        (count, "1,024", 1024), (count, "10 pcs", 10), (count, "12 Stück", 12), (count, " --", None),
        (size, "2.49GB", 2_490_000_000), (size, "512 MiB", 536_870_912), (size, " --", None), (size, "0", 0),
        (size, "1,5 TB", 1_500_000_000_000), (size, "476 GB", 476_000_000_000), (size, "2048 bytes", 2048),
        (percent, "70 %", 70), (percent, "70,5%", Decimal("70.5")), (percent, "n/a", None),
        (months, "36", 36), (months, "36 months", 36), (months, "3 Jahre", 36), (months, "60 Monate", 60),
        (months, "1 year", 12), (months, "2.5 years", 30), (months, "24 mo", 24), (months, "3-year", 36),
        (months, "-", None), (months, "12 month(s)", 12),
        (yes_no, "Ja", True), (yes_no, "FALSE", False), (yes_no, "x", True), (yes_no, "unknown", None),
    ],
)  # fmt: skip
def test_other_figures_are_read_as_they_were_meant(
    read: Callable[[str], object], text: str, meant: object
) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    ("read", "text"),
    [(count, "many"), (size, "big"), (size, "2 GHz"), (percent, "half"), (months, "three years"),
     (months, "1.3 months"),
     (months, "36 days"), (yes_no, "perhaps")],
)  # fmt: skip
def test_other_words_are_said_to_be_no_figures(read: Callable[[str], object], text: str) -> None:
    with pytest.raises(UnreadError):
        read(text)


def test_what_a_cell_joins_is_taken_apart() -> None:
    assert several("Microsoft 365 E3+Power BI Pro + Visio") == ("Microsoft 365 E3", "Power BI Pro", "Visio")
    assert several("a; b\nc;a|") == ("a", "b", "c")
    assert several(" ") == ()


@given(st.dates(date(1971, 1, 1), date(2069, 12, 31)), st.sampled_from(["mdy", "dmy"]))
def test_every_day_written_in_the_organisations_order_comes_back(meant: date, order: str) -> None:
    written = f"{meant:%m/%d/%Y}" if order == "mdy" else f"{meant:%d/%m/%Y}"

    assert day(written, order) == meant


# Written by hand and not from the reader's own tables.
GERMAN = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
ENGLISH = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
FRENCH = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
SPANISH = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]
DAY_WRITERS: tuple[Callable[[date], str], ...] = (
    date.isoformat,
    lambda on: f"{on.day}.{on.month}.{on.year}",
    lambda on: f"{on.month}/{on.day}/{on.year}",
    lambda on: f"{on.month}/{on.day}/{on.year} 11:59:59 PM",
    lambda on: f"{on.day:02}-{ENGLISH[on.month - 1]}-{on.year}",
    lambda on: f"{ENGLISH[on.month - 1]} {on.day}, {on.year}",
    lambda on: f"{on.year}{on.month:02}{on.day:02}",
    lambda on: f"{on.isoformat()}T23:59:59.999-11:00",
    lambda on: f"{on.day}. {GERMAN[on.month - 1]} {on.year}",
    lambda on: f"{on.day} {FRENCH[on.month - 1]} {on.year}",
    lambda on: f"{on.day} de {SPANISH[on.month - 1]} de {on.year}",
    lambda on: str((on - date(1899, 12, 31)) // timedelta(days=1) + 1),
)


@given(st.dates(date(1954, 10, 3), date(2119, 1, 10)), st.sampled_from(DAY_WRITERS))
def test_every_day_comes_back_from_every_format(meant: date, write: Callable[[date], str]) -> None:
    assert day(write(meant), "mdy") == meant


READERS: tuple[Callable[[str], object], ...] = (
    partial(day, order="mdy"), partial(day, order="dmy"), partial(amount, currency="USD"), count, months,
    size,
    percent, yes_no,
)  # fmt: skip
LIKELY = st.text("0123456789.,-+()$€ '/:TZeE%kKMGbJahrmonthFeb", max_size=24)


@given(st.text() | LIKELY)
def test_any_text_is_read_or_unread_and_nothing_else(text: str) -> None:
    assert all(_unread(partial(read, text)) in {None, "field", "import"} for read in READERS)
    assert is_nothing(text) in {True, False}
    assert isinstance(several(text), tuple)
    assert order_of([text, text], "dmy") in {"mdy", "dmy"}


def _unread(read: Callable[[], object]) -> str | None:
    try:
        read()
    except UnreadError as unread:
        return unread.code.partition("-")[0]
    return None
