"""Strangers: files that are no list at all, known by how they begin, and which parser the others get."""

import re

CSV, JSON, WORKBOOK, CALENDAR, ARCHIVE = "separated", "objects", "workbook", "calendar", "archive"
LOGO = "logo"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0"
_HEAD = 4000
# What begins like this is that, whatever its name says.
_MAGIC = (
    (b"%PDF-", "pdf"), (b"\x89PNG", "picture"), (b"\xff\xd8\xff", "picture"), (b"GIF8", "picture"),
    (b"II*\x00", "picture"), (b"MM\x00*", "picture"), (b"\x7fELF", "program"), (b"#!", "program"),
    (b"\xcf\xfa\xed\xfe", "program"), (b"\xca\xfe\xba\xbe", "program"), (b"PAR1", "database"),
    (b"SQLite format 3\x00", "database"), (b"\x00\x01\x00\x00Standard ", "database"),
    (b"\x1f\x8b", "packed"), (b"7z\xbc\xaf\x27\x1c", "packed"), (b"Rar!", "packed"), (b"BZh9", "packed"),
    (b"\xfd7zXZ", "packed"), (b"{\\rtf", "document"),
)  # fmt: skip
# Old Office files are one format; a stream's name inside tells them apart.
_STREAMS = (
    ("WordDocument", "document"),
    ("PowerPoint Document", "slides"),
    ("__properties_version1.0", "mail"),
)
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_TEXTS = (
    (re.compile(rb"<(!doctype html|html|table|head|meta|style)\b|mime-version:"), "page"),
    (re.compile(rb"<\?xml"), "xml"),
    (re.compile(rb"begin:vcard"), "cards"),
    (re.compile(rb"-- [^\n]{0,40}\bdump\b|/\*!\d|(create|drop) table |insert into |pragma "), "sql"),
)  # fmt: skip
_OBJECTS = re.compile(rb"\[\s*([\[{]|\]\s*$)|\{\s*[\"}]")
_WORKBOOK_FILES = (".xlsx", ".xlsm", ".xlsb", ".ods")
_OBJECT_FILES = (".json", ".jsonl", ".ndjson")


def stranger(content: bytes) -> str | None:
    """Return what the file is if it is no list; None for everything a parser may try."""
    if content.startswith(b"MZ") and b"\x00" in content[:256]:
        return "program"
    if content.startswith(_OLE):
        return next((what for name, what in _STREAMS if name.encode("utf-16-le") in content), None)
    head = _head(content).lower()
    texts = (what for pattern, what in _TEXTS if pattern.match(head))
    return next((what for magic, what in _MAGIC if content.startswith(magic)), None) or next(texts, None)


def is_locked(content: bytes) -> bool:
    """Tell whether a new workbook is kept in an old file, as Office does with a password."""
    return content.startswith(_OLE) and _LOCKED in content


def may_hold_lists(file: str, content: bytes) -> bool:
    """Tell whether the file is a ZIP and not called a workbook, which is a ZIP too."""
    return content.startswith(_ZIP) and not file.lower().endswith(_WORKBOOK_FILES)


def parser_for(file: str, content: bytes) -> str:
    """Return which parser the file gets."""
    if content.startswith((*_ZIP, _OLE)):
        return WORKBOOK
    head = _head(content)
    if head.upper().startswith(b"BEGIN:VCALENDAR"):
        return CALENDAR
    return JSON if file.lower().endswith(_OBJECT_FILES) or _OBJECTS.match(head) else CSV


def _head(content: bytes) -> bytes:
    """Return the beginning without marks, spaces and the zeros of wide letters."""
    return content[:_HEAD].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
