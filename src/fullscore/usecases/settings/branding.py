"""How packs look: colour, paper, what a year is called, and a logo that was looked at before it is kept."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.registers.cleaning import shown
from fullscore.engine.reports.colours import contrast, is_readable
from fullscore.store.accounts import record
from fullscore.store.models import Brand, Organisation
from fullscore.usecases.registers.files import kept_blob
from fullscore.usecases.registers.values import NotThereError, RefusedError

LIMIT_MB = 1
PAPERS, YEARS = ("", "letter", "a4"), ("year", "FY", "span")
FIELDS = ("colour", "paper", "year_label")
MEDIA = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_HINTS = {
    "colour": "Write it as #2f52cc, or leave it empty.",
    "paper": "Write letter or a4, or leave it empty for what is usual in your country.",
    "year_label": "Write year for 2027, FY for FY27, or span for 2026/27.",
}
Document = dict[str, object]


@dataclass(frozen=True, slots=True)
class Branding:
    """How packs look as it stands; `contrast` is that of the colour against white, None without a colour."""

    colour: str
    paper: str
    year_label: str
    logo_type: str
    logo_size: int | None
    contrast: float | None
    is_readable: bool
    version: int


class BrandChangedError(RefusedError):
    """Somebody else saved in between; `theirs` is how it stands now."""

    def __init__(self, theirs: Branding) -> None:
        super().__init__(Finding("settings-changed", Subject("settings", "brand")))
        self.theirs = theirs


def branding_of(*, by: Member) -> Branding:
    """Return how packs look; every member sees packs."""
    by.require(Right.BELONG)
    return _shown(_row(by.organisation_id))


def _row(organisation_id: int) -> Brand:
    rows = Brand.objects.of(organisation_id).select_related("logo").defer("logo__content")
    return rows.first() or Brand(organisation_id=organisation_id, version=0)


def _shown(row: Brand) -> Branding:
    return Branding(
        row.colour, row.paper, row.year_label, row.logo_type, row.logo.size if row.logo else None,
        round(contrast(row.colour), 2) if row.colour else None,
        not row.colour or is_readable(row.colour), row.version,
    )  # fmt: skip


def change_brand(
    *, by: Member, changes: Mapping[str, str], version: int | None, now: datetime
) -> Branding:  # fmt: skip
    """Save what is given and leave the rest; raises `RefusedError` or `BrandChangedError`."""
    by.require(Right.MANAGE_SETTINGS)
    values = _parsed(changes)
    with transaction.atomic():
        row = _locked(by, version)
        before = {name: getattr(row, name) for name in values}
        changed = {name: [before[name], value] for name, value in values.items() if before[name] != value}
        for name, value in values.items():
            setattr(row, name, value)
        if changed:
            _write(row, by, {f"brand {name.replace('_', ' ')}": pair for name, pair in changed.items()}, now)
    return _shown(row)


def _parsed(changes: Mapping[str, str]) -> dict[str, str]:
    read = {name: _read(name, text.strip()) for name, text in changes.items()}
    findings = [_unfit(name, changes[name]) for name, value in read.items() if value is None]
    if findings:
        raise RefusedError(*findings)
    return {name: value for name, value in read.items() if value is not None}


def _read(name: str, text: str) -> str | None:
    """Return what a text means for this setting; None where it means nothing."""
    if name == "colour":
        low = text.lower()
        return low if not low or _COLOUR.fullmatch(low) else None
    fitting = {"paper": PAPERS, "year_label": YEARS}.get(name, ())
    return next((each for each in fitting if each.casefold() == text.casefold()), None)


def _unfit(name: str, text: str) -> Finding:
    hint = _HINTS.get(name, f"There is no such setting. There are: {', '.join(FIELDS)}.")
    values = {"field": shown(name.replace("_", " ")), "value": shown(text[:60]), "hint": hint}
    return Finding("setting-not-understood", Subject("settings", name), values)


def _locked(by: Member, version: int | None) -> Brand:
    """Return the row, held for as long as the change takes; raises `BrandChangedError`."""
    Organisation.objects.select_for_update().get(pk=by.organisation_id)
    row = _row(by.organisation_id)
    if version is not None and version != row.version:
        raise BrandChangedError(_shown(row))
    return row


def _write(row: Brand, by: Member, changed: Mapping[str, list[str]], now: datetime) -> None:
    row.version += 1
    row.save()
    record(
        by, register="settings", row_id=by.organisation_id, ref=by.organisation, action="changed",
        changes=changed, now=now,
    )  # fmt: skip


def put_logo(*, by: Member, content: bytes, now: datetime) -> Branding:
    """Keep a logo that packs can print; raises `RefusedError`, and then nothing was changed."""
    by.require(Right.MANAGE_SETTINGS)
    kind = _looked_at(content)
    with transaction.atomic():
        row = _locked(by, None)
        before = row.logo_type
        row.logo, row.logo_type = kept_blob(by.organisation_id, content), kind
        _write(row, by, {"brand logo": [before, kind]}, now)
    return _shown(row)


def _looked_at(content: bytes) -> str:
    """Return what kind of picture it is, found out by a process with nothing to lose."""
    if len(content) > LIMIT_MB * 1024 * 1024:
        raise RefusedError(_no_logo("logo-too-heavy", {"limit": LIMIT_MB}))
    if not content.strip():
        raise RefusedError(_no_logo("logo-is-none", {}))
    # Only who changes a logo pays for what looks at files.
    from fullscore.importing import child  # noqa: PLC0415

    found = child.logo(content)
    if isinstance(found, Finding):
        code = "logo-broken" if found.code == "import-parser-died" else found.code
        raise RefusedError(_no_logo(code, found.values))
    return found


def _no_logo(code: str, values: Mapping[str, Value]) -> Finding:
    return Finding(code, Subject("settings", "logo"), values)


def drop_logo(*, by: Member, now: datetime) -> Branding:
    """Print no logo any more; without one nothing happens."""
    by.require(Right.MANAGE_SETTINGS)
    with transaction.atomic():
        row = _locked(by, None)
        if row.logo is not None:
            before = row.logo_type
            row.logo, row.logo_type = None, ""
            _write(row, by, {"brand logo": [before, ""]}, now)
    return _shown(row)


def logo_of(*, by: Member) -> tuple[str, bytes]:
    """Return the logo's media type and bytes; raises `NotThereError`."""
    by.require(Right.BELONG)
    row = Brand.objects.of(by.organisation_id).select_related("logo").first()
    if row is None or row.logo is None:
        values = {"target": "file", "value": "logo"}
        raise NotThereError(Finding("row-not-found", Subject("settings", "logo"), values))
    return MEDIA[row.logo_type], bytes(row.logo.content)


def brand_document(found: Branding) -> Document:
    """Return `fullscore/brand/1`."""
    return {
        "schema": "fullscore/brand/1", "colour": found.colour or None, "paper": found.paper or None,
        "year_label": found.year_label, "logo": found.logo_type or None, "logo_size": found.logo_size,
        "contrast": found.contrast, "is_readable": found.is_readable, "version": found.version,
    }  # fmt: skip
