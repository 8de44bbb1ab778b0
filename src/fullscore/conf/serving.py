"""The web process: granian in front of the door, on a socket that the parent has bound.

`python -m fullscore.conf.serving --socket FD [--cert FILE --key FILE] [--refuse SENTENCE]`
"""

import argparse
import asyncio
import os
import signal
import threading
from pathlib import Path
from typing import Any

from granian import net
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.embed import Server

from fullscore.conf import refusing
from fullscore.conf.lifeline import end_with_parent, say_ready

# How long a stop waits for pages being made.
PATIENCE = 10


class _OnSocket(Server):
    """Granian on a socket somebody else has opened: the parent knows the port and keeps it."""

    socket: int

    def _init_shared_socket(self) -> None:
        self._ssp = None
        # Its stubs know neither the name nor its arguments: descriptor, is it a path, backlog.
        self._shd: Any = vars(net)["SocketHolder"](self.socket, False, 1024)


def main() -> None:
    options = _options()
    os.umask(0o077)
    end_with_parent()
    application = refusing.application(options.refuse) if options.refuse else _pages()
    asyncio.run(_serve(application, options))
    # A page still being made must not keep the process: its transaction is rolled back.
    os._exit(0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--socket", type=int, required=True)
    parser.add_argument("--cert", type=Path)
    parser.add_argument("--key", type=Path)
    parser.add_argument("--refuse")
    return parser.parse_args()


def _pages() -> Any:  # noqa: ANN401  an ASGI application
    # A refusing process needs no Django, and none of its memory.
    from django.conf import settings  # noqa: PLC0415

    from fullscore.conf import asgi  # noqa: PLC0415
    from fullscore.store import homes  # noqa: PLC0415

    door = asgi.application()
    homes.make(Path(settings.HOME))
    homes.stay(Path(settings.HOME))
    return door


async def _serve(application: Any, options: argparse.Namespace) -> None:  # noqa: ANN401  an ASGI application
    server = _OnSocket(
        application,
        interface=Interfaces.ASGINL,
        websockets=False,
        log_level=LogLevels.error,
        ssl_cert=options.cert,
        ssl_key=options.key,
    )
    server.socket = options.socket
    server.workers_kill_timeout = PATIENCE
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, server.stop)
    # The socket listens already: who comes before granian does waits a moment in its queue.
    say_ready()
    await server.serve()


if __name__ == "__main__":
    threading.current_thread().name = "web"
    main()
