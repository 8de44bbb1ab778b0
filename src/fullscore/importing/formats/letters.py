"""Letters: which encoding a file of text is in, found without holding the text twice."""

import codecs
import io
import re

NAMED = "fullscore-named"
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SAMPLE = 200_000
_PIECE = 1 << 20


def _lone(error: UnicodeError) -> tuple[str, int]:
    """Return a lone surrogate for bytes that are no text: the check of rows names the cell it ends up in."""
    return "\udcff", error.end if isinstance(error, UnicodeDecodeError) else 0


codecs.register_error(NAMED, _lone)
# Loaded now: where this runs, no file can be opened later. Archives name their members in cp437.
for _name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp437"):
    codecs.lookup(_name)


def decoded(content: bytes) -> str:
    """Return the text as it is; what is no text becomes lone surrogates."""
    return content.decode(encoding_of(content), NAMED)


def text_of(content: bytes) -> str:
    """Return the text with one kind of line end."""
    text = decoded(content)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def lines_of(content: bytes) -> io.TextIOWrapper:
    """Return the text line by line, whatever ends its lines; fifty megabytes are never held as text."""
    return io.TextIOWrapper(io.BytesIO(content), encoding_of(content), NAMED, newline=None)


def encoding_of(content: bytes) -> str:
    """Return the encoding: by its mark, by its zeros, UTF-8 if it is that, else what Windows writes."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    return _wide(content[:_SAMPLE]) or _narrow(content)


def _wide(sample: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark: every other byte is zero in Western text."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    enough = len(sample) // 5
    if odd > enough and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > enough and odd == 0 else None


def _narrow(content: bytes) -> str:
    if _decodes(content, "utf-8"):
        return "utf-8"
    # Text with proper UTF-8 letters beside a broken byte is broken UTF-8, not Windows-1252.
    has_letters = re.search(rb"[\xc3-\xf4][\x80-\xbf]", content)
    return "cp1252" if not has_letters and _decodes(content, "cp1252") else "utf-8"


def _decodes(content: bytes, name: str) -> bool:
    decoder = codecs.getincrementaldecoder(name)()
    try:
        for at in range(0, len(content), _PIECE):
            decoder.decode(content[at : at + _PIECE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
