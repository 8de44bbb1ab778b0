"""Logos: whether bytes are a picture a pack may print, by what is in them. Runs in the limited child only.

PNG and JPEG are walked piece by piece and never drawn; what a PNG unpacks to is held to what it says of its
size. An SVG may hold shapes and words only: nothing that runs, moves, or is fetched from elsewhere.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from fullscore.importing.cells import Line, TroubleError

MOST_PIXELS, WIDEST, MOST_PARTS, DEEPEST = 16_000_000, 8_000, 5_000, 60
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = frozenset((
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "linearGradient",
    "radialGradient", "stop", "clipPath", "mask", "symbol", "use", "title", "desc", "text", "tspan", "style",
    "metadata", "pattern", "switch",
))  # fmt: skip
# What drawing programs write beside the picture; nobody runs it.
_BESIDE = (
    "{http://www.inkscape.org/", "{http://sodipodi.sourceforge.net/", "{http://creativecommons.org/ns#",
    "{http://purl.org/dc/", "{http://www.w3.org/1999/02/22-rdf-syntax-ns#", "{https://boxy-svg.com",
    "{http://www.serif.com/", "{http://www.bohemiancoding.com/",
)  # fmt: skip
_ELSEWHERE = re.compile(r"url\(\s*['\"]?\s*(?!#)|@import|javascript:|expression\(|data:|\\", re.IGNORECASE)


def answers(content: bytes) -> Iterator[Line]:
    """Yield `["logo", kind]`, or the trouble that says why it is none."""
    try:
        yield ["logo", _kind(content)]
    except TroubleError as trouble:
        yield ["trouble", trouble.code, trouble.values]


def _kind(content: bytes) -> str:
    if content.startswith(_PNG):
        _check_png(content)
        return "png"
    if content.startswith(_JPEG):
        _check_jpeg(content)
        return "jpeg"
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        _check_svg(content)
        return "svg"
    raise TroubleError("logo-is-none")


def _check_size(width: int, height: int) -> None:
    if width < 1 or height < 1:
        raise TroubleError("logo-broken")
    if width * height > MOST_PIXELS or max(width, height) > WIDEST:
        raise TroubleError("logo-too-large", width=width, height=height, widest=WIDEST)


def _check_png(content: bytes) -> None:
    """Walk the chunks, hold each against its sum, and unpack the picture no further than its size says."""
    size, packed, is_ended = 0, zlib.decompressobj(), False
    unpacked = 0
    for kind, body in _chunks(content):
        if not size and kind != b"IHDR":
            raise TroubleError("logo-broken")
        if kind == b"IHDR":
            size = _bytes_of(body)
        elif kind == b"IDAT":
            unpacked += _unpacked(packed, body, size - unpacked)
        elif kind == b"IEND":
            is_ended = True
    if not is_ended or not unpacked or not packed.eof:
        raise TroubleError("logo-broken")


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at + 12 <= len(content):
        length, kind = struct.unpack(">I4s", content[at : at + 8])
        body, end = content[at + 8 : at + 8 + length], at + 8 + length
        if len(content) < end + 4 or struct.unpack(">I", content[end : end + 4])[0] != zlib.crc32(
            kind + body
        ):
            raise TroubleError("logo-broken")
        yield kind, body
        if kind == b"IEND":
            return
        at = end + 4


def _bytes_of(header: bytes) -> int:
    """Return how many bytes a picture of this size unpacks to at most, woven or not."""
    if len(header) != 13 or header[9] not in _CHANNELS or header[8] not in {1, 2, 4, 8, 16}:  # noqa: PLR2004
        raise TroubleError("logo-broken")
    width, height = struct.unpack(">II", header[:8])
    _check_size(width, height)
    row = (width * _CHANNELS[header[9]] * header[8] + 7) // 8 + 1
    # A woven picture has rows of its own in seven rounds, each with its mark and its rounding.
    return int(row * height + (14 * (height + 8) if header[12] else 0))


def _unpacked(packed: "zlib._Decompress", body: bytes, room: int) -> int:
    try:
        count = len(packed.decompress(body, room + 1))
    except zlib.error as error:
        raise TroubleError("logo-broken") from error
    if count > room or packed.unconsumed_tail:
        raise TroubleError("logo-broken")
    return count


def _check_jpeg(content: bytes) -> None:
    """Walk the markers to the picture's size and its lines; its end must be there."""
    at, is_sized = 2, False
    while at + 4 <= len(content) and content[at] == 0xFF:  # noqa: PLR2004  how every marker begins
        marker, length = content[at + 1], struct.unpack(">H", content[at + 2 : at + 4])[0]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9].ljust(4, b"\x00"))
            _check_size(width, height)
            is_sized = True
        if marker == 0xDA:  # noqa: PLR2004  the lines begin
            break
        at += 2 + max(length, 2)
    else:
        raise TroubleError("logo-broken")
    if not is_sized or not content.rstrip(b"\x00\r\n").endswith(b"\xff\xd9"):
        raise TroubleError("logo-broken")


def _check_svg(content: bytes) -> None:
    if re.search(rb"<!\s*(DOCTYPE|ENTITY)", content.replace(b"\x00", b""), re.IGNORECASE):
        raise TroubleError("logo-unsafe", what="a declaration")
    try:
        root = ET.fromstring(content)  # noqa: S314  in the child, without declarations, under its limits
    except (ET.ParseError, ValueError, LookupError, RecursionError) as error:
        raise TroubleError("logo-broken") from error
    if root.tag != f"{_SVG}svg":
        raise TroubleError("logo-is-none")
    _check_parts(root)


def _check_parts(root: ET.Element) -> None:
    waiting, count = [(root, 1)], 0
    while waiting:
        part, depth = waiting.pop()
        count += 1
        if count > MOST_PARTS or depth > DEEPEST:
            raise TroubleError("logo-broken")
        _check_part(part)
        waiting += [(each, depth + 1) for each in part]


def _check_part(part: ET.Element) -> None:
    tag = part.tag
    if not tag.startswith(_BESIDE) and not (tag.startswith(_SVG) and tag.removeprefix(_SVG) in _SHAPES):
        raise TroubleError("logo-unsafe", what=tag.rpartition("}")[2][:40] or "an instruction")
    if tag == f"{_SVG}style" and _ELSEWHERE.search(part.text or ""):
        raise TroubleError("logo-unsafe", what="a style from elsewhere")
    for name, value in part.attrib.items():
        _check_attribute(name.rpartition("}")[2].lower(), value)


def _check_attribute(name: str, value: str) -> None:
    if name.startswith("on"):
        raise TroubleError("logo-unsafe", what=name[:40])
    is_link = name in {"href", "src"}
    if (is_link and not value.strip().startswith("#")) or _ELSEWHERE.search(value):
        raise TroubleError("logo-unsafe", what="a reference to elsewhere")
