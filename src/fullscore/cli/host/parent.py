"""The parent of web and worker: starts both, stops both, restarts none silently.

It runs as a process of its own without Django: `python -m fullscore.cli.host.parent --port 8000 …`.
"""

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

WEB, WORKER = "fullscore.conf.serving", "fullscore.conf.working"
# How long children may take to begin, and to end before they are killed.
BEGINS_WITHIN, ENDS_WITHIN = 60, 20
LINK = "FULLSCORE_LINK"


@dataclass(frozen=True, slots=True)
class Child:
    name: str
    process: subprocess.Popen[bytes]
    ready: int


class StopError(Exception):
    """Why the parent ends, in words; `status` is its exit code."""

    def __init__(self, reason: str, status: int) -> None:
        super().__init__(reason)
        self.status = status


def main() -> None:
    options = _options()
    link = os.environ.pop(LINK, "")
    try:
        door = _bound(options.host, options.port)
    except OSError as error:
        sys.exit(_say(_why_not(options.host, options.port, error), 1))
    lifeline, held = os.pipe()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    children: list[Child] = []
    status = 1
    try:
        children = _begun(options, door, lifeline)
        _announce(options, door, link)
        _watch(children)
    except StopError as stop:
        status = _say(str(stop), stop.status)
    _end(children)
    os.close(held)
    sys.exit(status)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--ready-file", type=Path)
    parser.add_argument("--cert", type=Path)
    parser.add_argument("--key", type=Path)
    parser.add_argument("--without-worker", action="store_true")
    parser.add_argument("--refuse")
    return parser.parse_args()


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    door = socket.create_server((host, port), family=family, backlog=1024)
    door.set_inheritable(True)
    return door


def _why_not(host: str, port: int, error: OSError) -> str:
    return (
        f"Port {port} on {host} cannot be used: {error.strerror or error}. "
        "Stop what uses it, or choose another with --port (0 takes a free one)."
    )


def _begun(options: argparse.Namespace, door: socket.socket, lifeline: int) -> list[Child]:
    arguments = ["--socket", str(door.fileno())]
    for name in ("cert", "key", "refuse"):
        value = getattr(options, name)
        arguments += [f"--{name}", str(value)] if value else []
    children = [_child("web", WEB, arguments, lifeline, (door.fileno(),))]
    if not (options.refuse or options.without_worker):
        children.append(_child("worker", WORKER, [], lifeline, ()))
    ends = time.monotonic() + BEGINS_WITHIN
    while not all(_is_ready(child) for child in children):
        _require_alive(children)
        if time.monotonic() > ends:
            _end(children)
            raise StopError(f"Fullscore did not begin within {BEGINS_WITHIN} seconds.", 1)
    return children


def _child(name: str, module: str, arguments: list[str], lifeline: int, sockets: tuple[int, ...]) -> Child:
    ready, tell = os.pipe()
    os.set_blocking(ready, False)
    # One arena: threads of one process give memory back to each other, and what is free to the machine.
    thrifty = {"MALLOC_ARENA_MAX": "1", "MALLOC_TRIM_THRESHOLD_": "131072"}
    extra = {"FULLSCORE_LIFELINE": str(lifeline), "FULLSCORE_READY": str(tell), **thrifty}
    process = subprocess.Popen(  # noqa: S603  our own module with our own arguments
        [sys.executable, "-m", module, *arguments],
        env=os.environ | extra,
        pass_fds=(lifeline, tell, *sockets),
    )
    os.close(tell)
    return Child(name, process, ready)


def _is_ready(child: Child) -> bool:
    try:
        told = os.read(child.ready, 1)
    except BlockingIOError:
        time.sleep(0.02)
        return False
    # An end without a word is a child that has died, which the next look at it says.
    return told == b"1" or (child.process.poll() is None and told == b"")


def _announce(options: argparse.Namespace, door: socket.socket, link: str) -> None:
    host = "localhost" if options.host in {"0.0.0.0", "::"} else options.host  # noqa: S104  shown, not bound
    shown = f"[{host}]" if ":" in host else host
    address = f"{'https' if options.cert else 'http'}://{shown}:{door.getsockname()[1]}"
    if options.refuse:
        _say(f"{options.refuse}\nEvery page at {address} says so. Stop with Ctrl+C.", 0)
    else:
        sys.stdout.write(f"Fullscore is at {address}/\n")
    if link and not options.refuse:
        sys.stdout.write(f"Sign in here, once and within 15 minutes: {address}{link}\n")
    sys.stdout.flush()
    if options.ready_file:
        draft = options.ready_file.with_name(f".{options.ready_file.name}.part")
        draft.write_text(f"{address}\n")
        draft.replace(options.ready_file)


def _watch(children: list[Child]) -> None:
    while True:
        time.sleep(0.2)
        _require_alive(children)


def _require_alive(children: list[Child]) -> None:
    for child in children:
        code = child.process.poll()
        if code is not None:
            how = f"with code {code}" if code >= 0 else f"by signal {signal.Signals(-code).name}"
            raise StopError(
                f"The {child.name} process ended {how}; what it said stands above. Fullscore stops.", 1
            )


def _end(children: list[Child]) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    for child in children:
        child.process.terminate()
    ends = time.monotonic() + ENDS_WITHIN
    for child in children:
        try:
            child.process.wait(max(0.1, ends - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.process.kill()
            child.process.wait()


def _stop(number: int, frame: object) -> None:
    del number, frame
    raise StopError("Fullscore has stopped.", 0)


def _say(text: str, status: int) -> int:
    sys.stderr.write(f"{text}\n")
    return status


if __name__ == "__main__":
    main()
