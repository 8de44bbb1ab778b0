"""Runs in the limited child only: bytes on standard input, answers as JSON lines on standard output.

Started as a plain script with `python -I -S`, so it knows the standard library, the folder of Fullscore's
formats and the folders of the libraries it is given. Every line it writes is a JSON list, only the pieces of
an archive's members are bytes, as many as the line before says; a dead child is a finding.
"""

import os
import sys
import types
from pathlib import Path

MEMORY = 512 * 1024 * 1024
CPU_SECONDS = 10


def main(kind: str, on: str, libraries: str) -> None:
    """Read everything, give up every right, then parse; the first line says how the network is refused."""
    _find(libraries)
    from fullscore.confine import limit, shut  # noqa: PLC0415  found only now
    from fullscore.importing import cells  # noqa: PLC0415
    from fullscore.importing.formats import strangers  # noqa: PLC0415
    from fullscore.importing.formats.answering import answering  # noqa: PLC0415

    answers = answering(kind, on)
    content = sys.stdin.buffer.read()
    out = sys.stdout.buffer
    out.write(cells.written(["network", limit(memory=MEMORY, seconds=CPU_SECONDS)]))
    # Calendars name zones, which lie in files; no other format needs one.
    if kind != strangers.CALENDAR:
        shut()
    for answer in answers(content):
        out.write(answer if isinstance(answer, bytes) else cells.written(answer))
    out.write(cells.written(["end"]))
    out.flush()


def _find(libraries: str) -> None:
    """Let Fullscore's modules be found without running `fullscore/__init__.py`, which prepares databases."""
    package = types.ModuleType("fullscore")
    package.__path__ = [str(Path(__file__).parent.parent)]
    sys.modules["fullscore"] = package
    sys.path.extend(libraries.split(os.pathsep))


if __name__ == "__main__":
    main(*sys.argv[1:4])
