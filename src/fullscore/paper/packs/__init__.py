"""Packs on paper: PDF and slides, printed by a confined child that knows no network and no file of ours."""

import base64
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_PRESS = Path(__file__).parent / "press.py"
_SECONDS = 60
_LIBRARIES = ("typst", "pptx", "lxml", "PIL", "xlsxwriter", "typing_extensions")
_UNFIT = 3


class NotPrintedError(Exception):
    """A document that could not be printed; its words say why."""


def pdf(document: Mapping[str, Any], *, logo: bytes | None, logo_type: str) -> bytes:
    """Return a pack as PDF, Letter or A4 as it says itself; raises `NotPrintedError`."""
    return _printed("pdf", document, logo, logo_type)


def slides(document: Mapping[str, Any], *, logo: bytes | None, logo_type: str) -> bytes:
    """Return a pack as slides (PPTX); raises `NotPrintedError`."""
    return _printed("pptx", document, logo, logo_type)


def _printed(form: str, document: Mapping[str, Any], logo: bytes | None, logo_type: str) -> bytes:
    told = {
        "document": {**document, "traces": []}, "logo": base64.b64encode(logo).decode() if logo else "",
        "logo_type": logo_type,
    }  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="fullscore-press-") as root:
        command = [sys.executable, "-I", "-S", str(_PRESS), form, _libraries(), root]
        try:
            # A fixed command, no shell, nothing of the user's in it; the document goes in by a pipe.
            done = subprocess.run(  # noqa: S603
                command, input=json.dumps(told).encode(), capture_output=True, timeout=_SECONDS, check=False,
                env={}, cwd=root,
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise NotPrintedError("Printing took longer than a minute.") from error
    if done.returncode == 0 and done.stdout:
        return done.stdout
    raise NotPrintedError(_reason(done))


def _reason(done: "subprocess.CompletedProcess[bytes]") -> str:
    words = done.stderr.decode(errors="replace").strip()
    if done.returncode == _UNFIT:
        return f"The pack cannot be printed: {words}"
    if done.returncode < 0:
        return "Printing took more memory or time than one pack may take. A smaller logo often helps."
    last = words.splitlines()[-1] if words else f"it ended with {done.returncode}"
    return f"Printing failed: {last[:300]}"


@cache
def _libraries() -> str:
    """Return the folders the child finds its libraries in; they need not all be in one."""
    found = (importlib.util.find_spec(name) for name in _LIBRARIES)
    folders = (_folder(spec.origin, bool(spec.submodule_search_locations)) for spec in found if spec)
    return os.pathsep.join(dict.fromkeys(folders))


def _folder(origin: str | None, is_package: bool) -> str:  # noqa: FBT001  the module finder's own word
    file = Path(origin or "")
    return str(file.parent.parent if is_package else file.parent)
