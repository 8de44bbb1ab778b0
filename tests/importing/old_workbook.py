"""A workbook as Excel 97 wrote it, made from rows: the smallest file that is one (MS-CFB around MS-XLS)."""

import struct
from datetime import date

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_DATE_STYLE = 1
Cell = str | float | date


def old_workbook(*rows: list[Cell], is_locked: bool = False) -> bytes:
    """Return the workbook; a locked one says so and its cells are left as they are."""
    return container({"Workbook": _stream(rows, is_locked=is_locked)})


def container(streams: dict[str, bytes]) -> bytes:
    """Return a compound file with these streams, each long enough to stand in sectors of its own."""
    fat, body, entries = [_FAT], b"", [_entry("Root Entry", 5, _END, 0, child=1)]
    for number, (name, stream) in enumerate(streams.items(), start=1):
        padded = stream.ljust(4096, b"\0")
        padded += b"\0" * (-len(padded) % _SECTOR)
        first, count = len(fat), len(padded) // _SECTOR
        fat += [*range(first + 1, first + count), _END]
        following = number + 1 if number < len(streams) else _FREE
        entries.append(_entry(name, 2, first, len(padded), right=following))
        body += padded
    directory = b"".join(entries).ljust(_SECTOR, b"\0")
    place = len(fat)
    fat += [_END] * (len(directory) // _SECTOR)
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(_SECTOR, b"\xff")
    return _header(place) + table + body + directory


def _header(directory: int) -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    head += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, 1, directory, 0, 4096, _END, 0, _END, 0)
    return (head + struct.pack("<I", 0)).ljust(_SECTOR, b"\xff")


def _entry(name: str, kind: int, first: int, size: int, *, right: int = _FREE, child: int = _FREE) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    named = letters.ljust(64, b"\0") + struct.pack("<HBB", len(letters), kind, 1)
    return named + struct.pack("<III36xIQ", _FREE, right, child, first, size)


def _stream(rows: tuple[list[Cell], ...], *, is_locked: bool) -> bytes:
    name = b"List"
    locked = _record(0x2F, struct.pack("<HHH", 1, 1, 1) + b"\0" * 48) if is_locked else b""
    styles = _record(0xE0, struct.pack("<HH16x", 0, 0)) + _record(0xE0, struct.pack("<HH16x", 0, 14))
    begin, end = _begin(0x05) + locked + _record(0x42, struct.pack("<H", 1200)) + styles, _record(0x0A, b"")
    sheet_at = len(begin) + 4 + 8 + len(name) + len(end)
    sheet = _record(0x85, struct.pack("<IBBBB", sheet_at, 0, 0, len(name), 0) + name)
    cells = b"".join(_cell(r, c, value) for r, row in enumerate(rows) for c, value in enumerate(row))
    return begin + sheet + end + _begin(0x10) + cells + end


def _begin(kind: int) -> bytes:
    return _record(0x809, struct.pack("<HHHHII", 0x600, kind, 0, 0, 0, 0))


def _cell(row: int, column: int, value: Cell) -> bytes:
    if isinstance(value, str):
        letters = value.encode("utf-16-le")
        return _record(0x204, struct.pack("<HHHHB", row, column, 0, len(value), 1) + letters)
    if isinstance(value, date):
        days = (value - date(1899, 12, 30)).days
        return _record(0x203, struct.pack("<HHHd", row, column, _DATE_STYLE, days))
    return _record(0x203, struct.pack("<HHHd", row, column, 0, value))


def _record(number: int, data: bytes) -> bytes:
    return struct.pack("<HH", number, len(data)) + data
