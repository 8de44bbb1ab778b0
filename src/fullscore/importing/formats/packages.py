"""Packages: ZIP archives, and which of the many formats made of one this is."""

import io
import struct
import zipfile
import zlib

from fullscore.importing.cells import TroubleError

ZIP = b"PK\x03\x04"
BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, ValueError, OSError, EOFError, NotImplementedError,
    RuntimeError, IndexError, KeyError,
)  # fmt: skip
WORKBOOK = "workbook"
_OPEN_SHEET = b"application/vnd.oasis.opendocument.spreadsheet"
# What a package begins with inside, and what it is called in a finding.
_KNOWN = (
    ("xl/", WORKBOOK), ("word/", "document"), ("ppt/", "slides"), ("Index/", "numbers"),
    ("META-INF/MANIFEST.MF", "program"),
)  # fmt: skip


def opened(content: bytes, code: str) -> zipfile.ZipFile:
    """Return the archive; one that is broken raises the trouble named."""
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except BROKEN as error:
        raise TroubleError(code) from error


def kind_of(archive: zipfile.ZipFile) -> str:
    """Return what the package is: a workbook, something else with a name, or '' for a plain archive."""
    names = archive.namelist()
    if "mimetype" in names:
        return _open_document(archive)
    for start, what in _KNOWN:
        if any(name.startswith(start) for name in names):
            return what
    return ""


def _open_document(archive: zipfile.ZipFile) -> str:
    try:
        with archive.open("mimetype") as member:
            return WORKBOOK if member.read(200).startswith(_OPEN_SHEET) else "document"
    except BROKEN:
        return "document"
