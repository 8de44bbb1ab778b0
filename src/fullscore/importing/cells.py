"""Bytes of a CSV file or a workbook to rows of text. Loaded by the limited child; standard library only.

A parsed row is `["row", line, cells, problem]`, where `problem` is None or `[code, column index]`.
Trouble with the file as a whole is one `["trouble", code, value]`, after which nothing follows.
"""

import csv
import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Protocol

Line = list[object]


class Reader(Protocol):
    """What the csv module's reader is called by nobody."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...


LONGEST_CELL = 32_767  # what one cell of a spreadsheet can hold
MOST_COLUMNS = 500
MOST_ROWS = 200_000
MOST_UNPACKED = 300 * 1024 * 1024
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SHOWN = 40
_SAMPLE = 200_000


def text_rows(content: bytes) -> Iterator[Line]:
    """Yield the rows of a CSV file, whatever its encoding, separator and line ends."""
    text = _decoded(content)
    separator = _separator(text)
    csv.field_size_limit(2**31 - 1)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    yield from _checked(_numbered(reader))


def _numbered(reader: Reader) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the line it begins on."""
    line = 1
    for cells in reader:
        if not (line == 1 and len(cells) <= 2 and cells and cells[0].lower().startswith("sep=")):  # noqa: PLR2004
            yield line, cells
        line = reader.line_num + 1


def _decoded(content: bytes) -> str:
    """Return the text; bytes that fit no encoding become lone surrogates, which the row check reports."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _any_ends(content.decode(name, "surrogateescape" if name == "utf-8-sig" else "replace"))
    if guess := _wide(content[:_SAMPLE]):
        return _any_ends(content.decode(guess, "replace"))
    try:
        return _any_ends(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _any_ends(_single_byte(content))


def _wide(sample: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark: every other byte is zero in Western text."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    enough = len(sample) // 5
    if odd > enough and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > enough and odd == 0 else None


def _single_byte(content: bytes) -> str:
    # Text with proper UTF-8 letters beside a broken byte is broken UTF-8, not Windows-1252.
    if not re.search(rb"[\xc3-\xf4][\x80-\xbf]", content):
        try:
            return content.decode("cp1252")
        except UnicodeDecodeError:
            pass
    return content.decode("utf-8", "surrogateescape")


def _any_ends(text: str) -> str:
    # The csv module stops at a lone CR outside quotes, which is how old Macs end a line.
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _separator(text: str) -> str:
    """Return the separator of the first lines: the one that gives the most cells, quotes respected."""
    lines = text[:_SAMPLE].split("\n", 12)[:12]
    declared = re.match(r"sep=(.)$", lines[0].strip(), re.IGNORECASE)
    if declared:
        return declared.group(1)
    counts = {mark: _widest(lines, mark) for mark in ",;\t|"}
    return max(counts, key=lambda mark: counts[mark])


def _widest(lines: list[str], mark: str) -> int:
    return max((len(re.sub(r'"[^"]*"', "", line).split(mark)) for line in lines), default=1)


def _checked(rows: Iterator[tuple[int, list[str]]]) -> Iterator[Line]:
    for count, (line, cells) in enumerate(rows):
        if count > MOST_ROWS:
            yield ["trouble", "import-too-many-rows", MOST_ROWS]
            return
        trimmed = [cell.strip() for cell in cells]
        while trimmed and not trimmed[-1]:
            trimmed.pop()
        if len(trimmed) > MOST_COLUMNS:
            yield ["trouble", "import-too-many-columns", len(trimmed)]
            return
        if trimmed:
            yield _row(line, trimmed)


def _row(line: int, cells: list[str]) -> Line:
    for column, cell in enumerate(cells):
        if len(cell) > LONGEST_CELL:
            return ["row", line, _short(cells), ["import-cell-too-long", column]]
        if _UNFIT.search(cell):
            return ["row", line, _short(cells), ["import-cell-unreadable", column]]
    return ["row", line, cells, None]


def _short(cells: list[str]) -> list[str]:
    return [_UNFIT.sub("?", cell[:_SHOWN]) for cell in cells]


def workbook_reader() -> Callable[[bytes], Iterator[Line]]:
    """Return a reader of workbooks; its library is loaded now, while files may still be opened."""
    from python_calamine import CalamineWorkbook  # noqa: PLC0415  only for workbooks

    def rows(content: bytes) -> Iterator[Line]:
        if (trouble := _bad_archive(content)) is not None:
            yield trouble
            return
        try:
            book = CalamineWorkbook.from_filelike(io.BytesIO(content))
            found = _first_filled(book)
        except Exception as error:  # noqa: BLE001  the library raises its own kinds; all mean the same
            yield ["trouble", "import-workbook-broken", type(error).__name__]
            return
        yield from _checked(_as_text(found))

    return rows


def _bad_archive(content: bytes) -> Line | None:
    """Return the trouble of an archive that is broken or would unpack to far more than it is."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError) as error:
        return ["trouble", "import-workbook-broken", type(error).__name__]
    return ["trouble", "import-workbook-swells", size // (1024 * 1024)] if size > MOST_UNPACKED else None


def _first_filled(book: object) -> list[list[object]]:
    names: list[str] = book.sheet_names  # type: ignore[attr-defined]  # the library has no types here
    for name in names:
        rows: list[list[object]] = book.get_sheet_by_name(name).to_python(skip_empty_area=False)  # type: ignore[attr-defined]  # the same
        if any(cell not in ("", None) for row in rows for cell in row):
            return rows
    return []


def _as_text(rows: list[list[object]]) -> Iterator[tuple[int, list[str]]]:
    for line, row in enumerate(rows, start=1):
        yield line, [_cell(value) for value in row]


def _cell(value: object) -> str:
    """Return a cell as text: whole numbers without a point, dates as ISO."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "seconds")
    return str(value)
