"""Runs in a confined child only: a document on standard input, the printed file on standard output.

Started as a plain script with `python -I -S`: it loads what prints, gives up every right, then looks at the
first byte. What it prints knows no file but the fonts, no network and an empty root.
"""

import base64
import json
import os
import sys
import types
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

MEMORY = 2 * 1024 * 1024 * 1024
CPU_SECONDS = 30
HERE = Path(__file__).parent
Press = Callable[[dict[str, Any], bytes | None, str, str], bytes]


def main(form: str, libraries: str, root: str) -> None:
    """Print one document; ends with 3 and one line on standard error where it cannot be printed."""
    _find(libraries)
    from fullscore.confine import limit  # noqa: PLC0415  found only now

    press = _press(form)
    content = sys.stdin.buffer.read()
    limit(memory=MEMORY, seconds=CPU_SECONDS, files=64, has_threads=True)
    told = json.loads(content)
    logo = base64.b64decode(told["logo"]) if told["logo"] else None
    try:
        printed = press(_sayable(told["document"]), logo, told["logo_type"], root)
    except ValueError as error:
        sys.stderr.write(str(error)[:500])
        sys.exit(3)
    sys.stdout.buffer.write(printed)


def _sayable(told: Any) -> Any:  # noqa: ANN401  any part of a document
    """Return the same without what no printed file can hold: control characters and half letters."""
    if isinstance(told, str):
        return "".join(letter for letter in told if letter in "\n\t" or not _is_unsayable(letter))
    if isinstance(told, dict):
        return {key: _sayable(each) for key, each in told.items()}
    return [_sayable(each) for each in told] if isinstance(told, list) else told


def _is_unsayable(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cs"} or letter in "\ufffe\uffff"


def _press(form: str) -> "Press":
    if form == "pdf":
        from fullscore.paper.packs.typesetting import pdf  # noqa: PLC0415

        return pdf
    from fullscore.paper.packs.slides import pptx  # noqa: PLC0415

    return pptx


def _find(libraries: str) -> None:
    """Let Fullscore's modules be found without running `fullscore/__init__.py`, which prepares databases."""
    for name, folder in (("fullscore", HERE.parents[1]), ("fullscore.paper", HERE.parent)):
        package = types.ModuleType(name)
        package.__path__ = [str(folder)]
        sys.modules[name] = package
    package = types.ModuleType("fullscore.paper.packs")
    package.__path__ = [str(HERE)]
    sys.modules["fullscore.paper.packs"] = package
    sys.path.extend(libraries.split(os.pathsep))


if __name__ == "__main__":
    main(*sys.argv[1:4])
