"""The application a server runs: Django, behind a measure for what one request may bring."""

import os
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, cast

from django.core.asgi import get_asgi_application

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Message, Receive, Send], Awaitable[None]]


def application() -> Asgi:
    """Build the application; servers that want an object of their own call this once."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fullscore.conf.settings")
    inner = get_asgi_application()
    from django.conf import settings  # noqa: PLC0415  readable only after set-up

    return measured(cast("Asgi", inner), limit=settings.REQUEST_SIZE_LIMIT)


def measured(inner: Asgi, *, limit: int) -> Asgi:
    """Refuse a body that says it is too large; cut off one that turns out to be."""

    async def answer(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _announced(scope) > limit:
            await _too_large(send)
            return
        await inner(scope, _counted(receive, limit), send)

    return answer


def _announced(scope: Message) -> int:
    length = dict(scope["headers"]).get(b"content-length", b"")
    return int(length) if length.isdigit() and len(length) < 19 else 0  # noqa: PLR2004


def _counted(receive: Receive, limit: int) -> Receive:
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        # A body without a length that never ends would fill the disk: for Django the client has left.
        return {"type": "http.disconnect"} if seen > limit else message

    return counted


async def _too_large(send: Send) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send(
        {
            "type": "http.response.body",
            "body": b"This is more than one request may bring. Send less at once.\n",
        }
    )
