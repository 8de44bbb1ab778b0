"""Files on their way in: a ZIP is opened, each list is looked at, what cannot be read says why."""

from collections.abc import Iterator
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile

from fullscore.engine.registers.access import Member
from fullscore.usecases import imports
from fullscore.usecases.imports import Imported
from fullscore.usecases.registers import RefusedError


def taken_in(
    by: Member, files: list["UploadedFile[bytes]"], now: datetime
) -> tuple[list[Imported], list[str]]:
    """Start an import for each list that can be read; return them, and of the others why not."""
    started: list[Imported] = []
    refused: list[str] = []
    for name, content in _lists(files, refused):
        try:
            started.append(imports.start(by=by, file_name=name, content=content, now=now))
        except RefusedError as refusal:
            refused.append(str(refusal))
    return started, refused


def _lists(files: list["UploadedFile[bytes]"], refused: list[str]) -> Iterator[tuple[str, bytes]]:
    for file in files:
        try:
            yield from imports.opened(file.name or "", file.read())
        except RefusedError as refusal:
            refused.append(str(refusal))
