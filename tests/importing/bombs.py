"""Files nobody sends by accident: small to make, large or wrong to read."""

import io
import json
import stat
import struct
import zipfile
import zlib
from functools import cache

import xlsxwriter

MB = 1024 * 1024
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.sheet.main+xml"/></Types>'
)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
BOOK = (
    f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>'
)
_ROOT = (
    f'<Relationships xmlns="{_PACKAGE}">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}">'
    f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)
_SHEET, _STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
_SHEET_BEGIN, _STRINGS_BEGIN = f'<worksheet xmlns="{_MAIN}">', f'<sst xmlns="{_MAIN}">'


def workbook(*rows: list[object]) -> bytes:
    """Return an honest workbook."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return out.getvalue()


def handmade(sheet: str, strings: str = "", before: str = "", book: str = BOOK, without: str = "") -> bytes:
    """Return a workbook with these words in its parts; `before` is put where document types are declared."""
    parts = {
        "[Content_Types].xml": _TYPES, "_rels/.rels": _ROOT, "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": _RELATIONS, _SHEET: f"{_SHEET_BEGIN}{sheet}</worksheet>",
        _STRINGS: f"{before}{_STRINGS_BEGIN}{strings}</sst>",
    }  # fmt: skip
    return archive({name: text.encode() for name, text in parts.items() if name != without})


def archive(members: dict[str, bytes]) -> bytes:
    """Return a ZIP."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return out.getvalue()


def text_cells(*values: str) -> str:
    """Return a sheet's data with a row of texts written in place."""
    cells = "".join(f'<c t="inlineStr"><is><t>{value}</t></is></c>' for value in values)
    return f"<sheetData><row>{cells}</row></sheetData>"


@cache
def swelling(begin: bytes, block: bytes, times: int, end: bytes) -> tuple[bytes, int]:
    """Return `block` `times` over, between two ends, as a compressed stream made without ever holding it."""
    press = zlib.compressobj(9, zlib.DEFLATED, -15)
    head, once = (press.compress(part) + press.flush(zlib.Z_FULL_FLUSH) for part in (begin, block))
    sum_ = zlib.crc32(begin)
    for _ in range(times):
        sum_ = zlib.crc32(block, sum_)
    return head + once * times + press.compress(end) + press.flush(), zlib.crc32(end, sum_)


def with_member(packed: bytes, name: str, stream: tuple[bytes, int], size: int) -> bytes:
    """Return the archive with a member whose stream, sum and size are given, true or not."""
    data, sum_ = stream
    with zipfile.ZipFile(io.BytesIO(packed)) as old:
        directory, count = old.start_dir, len(old.infolist()) + 1
    fields = (20, 0, 8, 0, 33, sum_, len(data), size, len(name), 0)
    local = b"PK\x03\x04" + struct.pack("<5H3I2H", *fields) + name.encode() + data
    entry = b"PK\x01\x02" + struct.pack("<6H3I5H2I", 20, *fields, 0, 0, 0, 0, directory) + name.encode()
    entries = packed[directory : packed.rindex(b"PK\x05\x06")] + entry
    end = b"PK\x05\x06" + struct.pack("<4H2IH", 0, 0, count, count, len(entries), directory + len(local), 0)
    return packed[:directory] + local + entries + end


def big_cell(*, is_honest: bool) -> bytes:
    """Return a workbook with one cell of 600 MB; a dishonest one says that it has a thousand bytes."""
    stream = swelling(b"", b"x" * MB, 600, b"")
    return with_member(handmade(text_cells("a")), "xl/big.xml", stream, 600 * MB if is_honest else 1000)


def lying_strings() -> bytes:
    """Return a workbook whose shared strings say they are small and unpack to 600 MB."""
    stream = swelling(f"{_STRINGS_BEGIN}<si><t>".encode(), b"x" * MB, 600, b"</t></si></sst>")
    return with_member(handmade(text_cells("a"), without=_STRINGS), _STRINGS, stream, 1000)


def six_million_rows() -> bytes:
    """Return a small workbook whose sheet has six million rows of one number."""
    row, end = b"<row><c><v>1</v></c></row>", b"</sheetData></worksheet>"
    begin = f"{_SHEET_BEGIN}<sheetData>".encode()
    size = len(begin) + len(row) * 6_000_000 + len(end)
    return with_member(handmade("", without=_SHEET), _SHEET, swelling(begin, row * 10_000, 600, end), size)


def laughs(element: str) -> str:
    """Return the declaration of an entity that stands for a billion others."""
    lines = ['<!ENTITY l0 "ha">', *(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))]
    return f'<?xml version="1.0"?><!DOCTYPE {element} [{"".join(lines)}]>'


def one_string_everywhere() -> bytes:
    """Return a workbook that says one long text in two hundred thousand cells."""
    row = "<row>" + '<c t="s"><v>0</v></c>' * 100 + "</row>"
    return handmade(f"<sheetData>{row * 2000}</sheetData>", f"<si><t>{'x' * 30_000}</t></si>")


def encrypted(packed: bytes) -> bytes:
    """Return the archive with every member marked as having a password."""
    out = bytearray(packed)
    with zipfile.ZipFile(io.BytesIO(packed)) as old:
        entries, at = old.infolist(), old.start_dir
    for entry in entries:
        out[entry.header_offset + 6] |= 1
        out[at + 8] |= 1
        at += 46 + len(entry.filename.encode()) + len(entry.extra) + len(entry.comment)
    return bytes(out)


def damaged(name: str, content: bytes) -> bytes:
    """Return a ZIP with one letter of its only member turned into another."""
    out = bytearray(archive({name: content}))
    out[30 + len(name) + 3] ^= 0x55
    return bytes(out)


def link() -> bytes:
    """Return a ZIP whose list is a link to a file of the machine that unpacks it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        entry = zipfile.ZipInfo("people.csv")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        packed.writestr(entry, "/etc/passwd")
    return out.getvalue()


def many_members(count: int) -> bytes:
    """Return a ZIP with that many tiny lists."""
    return archive({f"list-{number}.csv": b"a\n" for number in range(count)})


def deep_json() -> bytes:
    """Return lists in lists, a hundred thousand deep."""
    return b'[{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}]"


def long_number() -> bytes:
    """Return a list whose only value is a number of a million digits."""
    return json.dumps([{"name": "Dock"}]).encode()[:-2] + b', "count": ' + b"9" * 1_000_000 + b"}]"


def calendar(*events: str) -> bytes:
    """Return a calendar of these events, each given without its first and last line."""
    blocks = (f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Harbor Mill//EN\n{''.join(blocks)}END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()
