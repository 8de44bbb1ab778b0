"""How packs look: set at every door alike; a logo is judged by what is in it, and nothing is half saved."""

import struct
import zlib

import pytest

from fullscore.engine.registers.access import Member, NotAllowedError, Role
from fullscore.engine.reports.colours import contrast
from fullscore.store.models import Blob, Brand, HistoryEntry
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.settings import branding
from fullscore.usecases.settings.branding import BrandChangedError
from tests.conftest import NOW, MemberFactory

pytestmark = pytest.mark.django_db


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int = 4, height: int = 3, rows: int | None = None) -> bytes:
    lines = (b"\0" + b"\x2f\x52\xcc" * width) * (height if rows is None else rows)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = chunk(b"IDAT", zlib.compress(lines, 9))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + data + chunk(b"IEND", b"")


def jpeg(width: int = 8, height: int = 8) -> bytes:
    frame = struct.pack(">HBHHB", 8, 8, height, width, 0)
    return b"\xff\xd8\xff\xc0" + frame + b"\xff\xda\x00\x02" + b"\x12\x34" + b"\xff\xd9"


def svg(inside: str = '<rect width="4" height="4"/>', head: str = "") -> bytes:
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{head}<svg {spaces}>{inside}</svg>".encode()


SWOLLEN = (
    b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 3, 8, 2, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(bytes(200_000_000), 9)) + chunk(b"IEND", b"")
)  # fmt: skip
LAUGHS = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (png(), "png"), (jpeg(), "jpeg"), (svg(), "svg"),
        (svg('<use xlink:href="#a"/><rect fill="url(#b)"/><style>a{}</style>', "<?xml version='1.0'?>"),
         "svg"),
    ],
    ids=["png", "jpeg", "svg", "svg with its own parts"],
)  # fmt: skip
def test_a_picture_is_kept_whatever_it_is_called(owner: Member, content: bytes, kind: str) -> None:
    found = branding.put_logo(by=owner, content=content, now=NOW)

    assert (found.logo_type, found.logo_size, found.version) == (kind, len(content), 1)
    assert branding.logo_of(by=owner) == (branding.MEDIA[kind], content)
    entry = HistoryEntry.objects.of(owner.organisation_id).latest("pk")
    assert (entry.register, entry.changes) == ("settings", {"brand logo": ["", kind]})


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"Just a text.", "logo-is-none", "what a file is called does not make it one"),
        (b"", "logo-is-none", "PNG, JPEG or SVG"),
        (b"<html><body>hi</body></html>", "logo-is-none", "no picture"),
        (b"GIF89a" + bytes(40), "logo-is-none", "no picture"),
        (png()[:-20], "logo-broken", "cut off"),
        (png(rows=1)[:40] + b"x" + png()[41:], "logo-broken", "damaged"),
        (SWOLLEN, "logo-broken", "damaged"),
        (png(60_000, 60_000, rows=0), "logo-too-large", "60,000 by 60,000 dots"),
        (jpeg(65_000, 65_000), "logo-too-large", "65,000 by 65,000 dots"),
        (jpeg()[:-2], "logo-broken", "cut off"),
        (bytes(1024 * 1024 + 1), "logo-too-heavy", "larger than 1 MB"),
        (svg("<script>alert(1)</script>"), "logo-unsafe", "holds script"),
        (svg('<rect onload="alert(1)"/>'), "logo-unsafe", "onload"),
        (svg('<image href="https://evil.example/x.png"/>'), "logo-unsafe", "image"),
        (svg('<use xlink:href="https://evil.example/#a"/>'), "logo-unsafe", "reference to elsewhere"),
        (svg('<rect fill="url(https://evil.example/a)"/>'), "logo-unsafe", "reference to elsewhere"),
        (svg("<style>@import 'https://evil.example/a';</style>"), "logo-unsafe", "a style from elsewhere"),
        (svg("<foreignObject/>"), "logo-unsafe", "foreignObject"),
        (svg('<animate attributeName="href" to="x"/>'), "logo-unsafe", "animate"),
        (svg("<text>&b;</text>", LAUGHS), "logo-unsafe", "a declaration"),
        (svg(head="<?xml-stylesheet href='https://evil.example/a.css'?>") + b"<g>", "logo-broken", "damaged"),
    ],
    ids=range(21),
)  # fmt: skip
def test_what_is_no_safe_picture_is_refused_and_the_logo_before_stays(
    owner: Member, content: bytes, code: str, words: str
) -> None:
    branding.put_logo(by=owner, content=png(), now=NOW)
    with pytest.raises(RefusedError) as refused:
        branding.put_logo(by=owner, content=content, now=NOW)

    assert [each.code for each in refused.value.findings] == [code]
    assert words in str(refused.value)
    assert branding.logo_of(by=owner)[1] == png()
    assert (Blob.objects.of(owner.organisation_id).count(), branding.branding_of(by=owner).version) == (1, 1)


def test_colour_paper_and_years_are_kept_with_their_history(owner: Member) -> None:
    given = {"colour": "#2F52CC", "paper": "A4", "year_label": "fy"}
    found = branding.change_brand(by=owner, changes=given, version=0, now=NOW)

    assert (found.colour, found.paper, found.year_label, found.version) == ("#2f52cc", "a4", "FY", 1)
    entry = HistoryEntry.objects.of(owner.organisation_id).latest("pk")
    assert entry.changes["brand colour"] == ["", "#2f52cc"]
    with pytest.raises(BrandChangedError):
        branding.change_brand(by=owner, changes={"paper": "letter"}, version=0, now=NOW)


@pytest.mark.parametrize(
    "changes", [{"colour": "blue"}, {"colour": "#12345"}, {"paper": "a3"}, {"year_label": ""}, {"font": "x"}]
)
def test_what_does_not_fit_saves_nothing(owner: Member, changes: dict[str, str]) -> None:
    with pytest.raises(RefusedError):
        branding.change_brand(by=owner, changes={"paper": "a4", **changes}, version=None, now=NOW)
    assert not Brand.objects.of(owner.organisation_id).exists()


@pytest.mark.parametrize("role", [Role.EXECUTIVE, Role.AUDITOR, Role.REQUESTER])
def test_only_who_manages_settings_changes_how_packs_look(member: MemberFactory, role: Role) -> None:
    by = member(role)
    with pytest.raises(NotAllowedError):
        branding.put_logo(by=by, content=png(), now=NOW)
    with pytest.raises(NotAllowedError):
        branding.change_brand(by=by, changes={"paper": "a4"}, version=None, now=NOW)
    assert branding.branding_of(by=by).logo_type == ""


@pytest.mark.parametrize(
    ("colour", "ratio"), [("#ffffff", 1.0), ("#000000", 21.0), ("#777777", 4.48), ("#767676", 4.54)]
)
def test_contrast_is_that_of_the_standard(colour: str, ratio: float) -> None:
    assert contrast(colour) == pytest.approx(ratio, abs=0.01)
