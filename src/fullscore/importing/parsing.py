"""Runs in the limited child only: bytes on standard input, answers as JSON lines on standard output.

Started as a plain script with `python -I -S`, so it knows the standard library, the folder of Fullscore's
formats and the folders of the libraries it is given. Every line it writes is a JSON list, only the pieces of
an archive's members are bytes, as many as the line before says; a dead child is a finding.
"""

import contextlib
import ctypes
import os
import resource
import sys
import types
from pathlib import Path

MEMORY = 512 * 1024 * 1024
CPU_SECONDS = 10
# Denied: whatever opens a connection, starts a program or another process, or reads another one.
_DENIED = {
    "x86_64": (0xC000003E, (41, 42, 43, 49, 50, 53, 288, 56, 57, 58, 59, 322, 435, 101, 425, 310, 311)),
    "aarch64": (0xC00000B7, (198, 199, 200, 201, 202, 203, 242, 220, 221, 281, 435, 117, 425, 270, 271)),
}
_NO_NEW_PRIVS, _SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050001, 0x80000000
_X32 = 0x40000000
_REFUSED_EVENTS = (
    "socket.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "subprocess.", "ctypes.",
)  # fmt: skip


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_ushort), ("yes", ctypes.c_ubyte), ("no", ctypes.c_ubyte), ("k", ctypes.c_uint32),
    )  # fmt: skip


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.POINTER(_Instruction)))


def limit() -> str:
    """Give up memory, time, files, rights and network; return how the network is refused."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))
    # macOS knows the word RLIMIT_AS but refuses the figure.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    how = "seccomp" if sys.platform == "linux" and _seccomp() else "audit hook"
    sys.addaudithook(_refuse)
    return how


def shut() -> None:
    """Open nothing any more, not even to read: every descriptor there may be is one of the three pipes."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))


def _refuse(event: str, about: tuple[object, ...]) -> None:
    is_write = event == "open" and isinstance(about[2], int) and about[2] & (os.O_WRONLY | os.O_RDWR)
    if is_write or event.startswith(_REFUSED_EVENTS):
        raise PermissionError(f"The parsing child may not do this: {event}")


def _seccomp() -> bool:
    """Install the kernel's filter; False where the kernel or the machine has none."""
    known = _DENIED.get(os.uname().machine)
    library = ctypes.CDLL(None, use_errno=True)
    if known is None or library.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    rules = _rules(*known)
    program = _Program(len(rules), (_Instruction * len(rules))(*rules))
    return bool(library.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0)


def _rules(machine: int, denied: tuple[int, ...]) -> list[_Instruction]:
    rules = [
        _Instruction(_LOAD, 0, 0, 4),
        _Instruction(_EQUAL, 1, 0, machine),
        _Instruction(_RETURN, 0, 0, _KILL),
        _Instruction(_LOAD, 0, 0, 0),
        _Instruction(_AT_LEAST, len(denied) + 1, 0, _X32),
    ]
    # Each jump counts what lies between it and the refusal at the end.
    jumps = [_Instruction(_EQUAL, len(denied) - place, 0, call) for place, call in enumerate(denied)]
    return [*rules, *jumps, _Instruction(_RETURN, 0, 0, _ALLOW), _Instruction(_RETURN, 0, 0, _REFUSE)]


def main(kind: str, on: str, libraries: str) -> None:
    """Read everything, give up every right, then parse; the first line says how the network is refused."""
    _find(libraries)
    from fullscore.importing import cells  # noqa: PLC0415  found only now
    from fullscore.importing.formats import strangers  # noqa: PLC0415
    from fullscore.importing.formats.answering import answering  # noqa: PLC0415

    answers = answering(kind, on)
    content = sys.stdin.buffer.read()
    out = sys.stdout.buffer
    out.write(cells.written(["network", limit()]))
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
