"""Workbooks: XLSX, XLSM, XLSB, XLS and ODS, the first sheet with anything in it."""

import datetime as dt
import io
import re
import struct
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from fullscore.importing.cells import MOST_UNPACKED, Row, TroubleError
from fullscore.importing.formats import packages

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

# The record an old workbook begins with, and the one that follows it when there is a password.
_BEGIN = re.compile(rb"\x09\x08[\x08\x10]\x00\x00[\x05\x06]\x05\x00")
_FILE_PASS = 0x2F
_FIRST_RECORDS = 5


def reader() -> Callable[[bytes], Iterator[Row]]:
    """Return a reader of workbooks; its library is loaded now, while files may still be opened."""
    from python_calamine import CalamineWorkbook  # noqa: PLC0415  only for workbooks

    return lambda content: _rows(content, CalamineWorkbook.from_filelike)


def _rows(content: bytes, opened: "Callable[[io.BytesIO], CalamineWorkbook]") -> Iterator[Row]:
    """Yield the rows of the first filled sheet; a formula gives the value it had when it was saved."""
    if content.startswith(packages.ZIP):
        _look_inside(content)
    sheet = _first_filled(content, opened)
    if sheet is not None:
        for line, cells in enumerate(sheet.iter_rows(), start=1):
            yield line, [_text(value) for value in cells], None


def _look_inside(content: bytes) -> None:
    """Refuse an archive that is broken, is no workbook, or would unpack to far more than it is."""
    with packages.opened(content, "import-workbook-broken") as archive:
        kind = packages.kind_of(archive)
        size = sum(entry.file_size for entry in archive.infolist())
    if kind != packages.WORKBOOK:
        raise TroubleError("import-other-file", what=kind) if kind else TroubleError("import-archive-inside")
    if size > MOST_UNPACKED:
        raise TroubleError("import-workbook-swells", count=size // (1024 * 1024))


def _first_filled(
    content: bytes, opened: "Callable[[io.BytesIO], CalamineWorkbook]"
) -> "CalamineSheet | None":
    try:
        book = opened(io.BytesIO(content))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.start is not None and any(map(_is_filled, sheet.iter_rows())):
                return sheet
    except MemoryError:
        raise
    except BaseException as error:
        # The library raises its own kinds, and a panic of its own is no Exception; all mean the same.
        code = "import-workbook-locked" if _is_locked(content) else "import-workbook-broken"
        raise TroubleError(code) from error
    return None


def _is_locked(content: bytes) -> bool:
    """Tell whether an old workbook has a password: the library only says that it cannot read it."""
    begin = _BEGIN.search(content)
    at = begin.start() if begin else len(content)
    for _ in range(_FIRST_RECORDS):
        if at + 4 > len(content):
            return False
        number, size = struct.unpack_from("<HH", content, at)
        if number == _FILE_PASS:
            return True
        at += 4 + size
    return False


def _is_filled(row: Iterable[object]) -> bool:
    return any(cell not in {"", None} for cell in row)


def _text(value: object) -> str:
    """Return a cell as text: whole numbers without a point, dates as ISO."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "seconds")
    return "" if value is None else str(value)
