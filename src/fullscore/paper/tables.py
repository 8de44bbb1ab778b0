"""Tables out: CSV and XLSX. A cell that a spreadsheet would run is neutralised, and comes back as it was."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

_AT_ONCE = 500
_RUNS = ("=", "+", "-", "@", "\t", "\r", "'")


def neutral(text: str) -> str:
    """Return text that no spreadsheet takes for a formula; a leading quote marks what was changed."""
    return f"'{text}" if text.startswith(_RUNS) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    return text[:1] in {"-", "+"} and text[1:].replace(".", "", 1).isdecimal() and text[:1] == "-"


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return UTF-8 CSV with a byte order mark, so that spreadsheets read names as they are."""
    return b"".join(csv_parts(header, rows))


def csv_parts(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """Yield the same CSV in parts of some hundred rows, for a list that is never held as a whole."""
    lines = iter(chain([header], rows))
    yield b"\xef\xbb\xbf"
    while some := list(islice(lines, _AT_ONCE)):
        out = io.StringIO(newline="")
        csv.writer(out).writerows([neutral(cell) for cell in row] for row in some)
        yield out.getvalue().encode("utf-8", "replace")


def xlsx_bytes(title: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a workbook of one sheet; every cell is text, so that no value changes on the way."""
    import xlsxwriter  # noqa: PLC0415  only who asks for a workbook waits for its library

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet(title[:31])
        bold = book.add_format({"bold": True})
        for column, cell in enumerate(header):
            sheet.write_string(0, column, cell, bold)
        for line, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                sheet.write_string(line, column, neutral(cell))
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, max(0, len(header) - 1), 18)
    return out.getvalue()
