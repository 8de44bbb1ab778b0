"""What a process gives up that must not be trusted: memory, time, files, rights and the network.

Knows the standard library only: children import it before anything else. Whoever calls `limit` has loaded
what it needs; there is no way back.
"""

import contextlib
import ctypes
import os
import resource
import sys

# Denied: whatever opens a connection, starts a program or another process, or reads another one.
_DENIED = {
    "x86_64": (0xC000003E, (41, 42, 43, 49, 50, 53, 288, 57, 58, 59, 322, 101, 425, 310, 311)),
    "aarch64": (0xC00000B7, (198, 199, 200, 201, 202, 203, 242, 221, 281, 117, 425, 270, 271)),
}
# Calls that start a process or a thread; where threads are needed they stay.
_CLONES = {"x86_64": (56, 435), "aarch64": (220, 435)}
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


def limit(*, memory: int, seconds: int, files: int = 16, has_threads: bool = False) -> str:
    """Give up memory (bytes), CPU time, files, rights and network; return how the network is refused."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))
    # macOS knows the word RLIMIT_AS but refuses the figure.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    is_kernels = sys.platform == "linux" and _seccomp(has_threads=has_threads)
    sys.addaudithook(_refuse)
    return "seccomp" if is_kernels else "audit hook"


def shut() -> None:
    """Open nothing any more, not even to read: every descriptor there may be is one of the three pipes."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))


def _refuse(event: str, about: tuple[object, ...]) -> None:
    is_write = event == "open" and isinstance(about[2], int) and about[2] & (os.O_WRONLY | os.O_RDWR)
    if is_write or event.startswith(_REFUSED_EVENTS):
        raise PermissionError(f"A confined process may not do this: {event}")


def _seccomp(*, has_threads: bool) -> bool:
    """Install the kernel's filter; False where the kernel or the machine has none."""
    machine = os.uname().machine
    known = _DENIED.get(machine)
    library = ctypes.CDLL(None, use_errno=True)
    if known is None or library.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    rules = _rules(known[0], known[1] if has_threads else (*known[1], *_CLONES[machine]))
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
