"""A binary workbook (XLSB) made from rows: the smallest one that programs open (MS-XLSB)."""

import struct

from tests.importing.bombs import archive

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.bin"/></Relationships>'
)


def binary_workbook(*rows: list[str | float]) -> bytes:
    """Return the workbook."""
    sheet = _record(0x9C, struct.pack("<II", 0, 1) + _text("r1") + _text("S"))
    size = struct.pack("<IIII", 0, len(rows) - 1, 0, len(rows[0]) - 1)
    cells = b"".join(_row(number, row) for number, row in enumerate(rows))
    return archive({
        "[Content_Types].xml": b"<Types/>", "xl/_rels/workbook.bin.rels": _RELATIONS.encode(),
        "xl/workbook.bin": _record(0x83) + _record(0x8F) + sheet + _record(0x90) + _record(0x84),
        "xl/worksheets/sheet1.bin": (
            _record(0x81) + _record(0x94, size) + _record(0x91) + cells + _record(0x92) + _record(0x82)
        ),
    })  # fmt: skip


def _row(number: int, row: list[str | float]) -> bytes:
    cells = b"".join(_cell(column, value) for column, value in enumerate(row))
    return _record(0x00, struct.pack("<IIHHBI", number, 0, 300, 0, 0, 0)) + cells


def _cell(column: int, value: str | float) -> bytes:
    if isinstance(value, str):
        return _record(0x06, struct.pack("<II", column, 0) + _text(value))
    return _record(0x05, struct.pack("<IId", column, 0, value))


def _text(value: str) -> bytes:
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


def _record(number: int, data: bytes = b"") -> bytes:
    """Return a record: its number and its size in sevens of bits, low ones first."""
    name = bytes([number]) if number < 0x80 else bytes([number & 0x7F | 0x80, number >> 7])
    size, rest = b"", len(data)
    while rest > 0x7F:
        size, rest = size + bytes([rest & 0x7F | 0x80]), rest >> 7
    return name + size + bytes([rest]) + data
