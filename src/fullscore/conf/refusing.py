"""The page of an installation that may not start: one sentence, 503, for every address."""

import html
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Fullscore has not started</title>
<style>body{{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:15vh auto;padding:0 1rem;
color:CanvasText;background:Canvas;color-scheme:light dark}}</style></head>
<body><h1>Fullscore has not started</h1><p>{sentence}</p></body></html>
"""


def application(sentence: str) -> Callable[..., Awaitable[None]]:
    """Return an ASGI application that says `sentence` to whoever asks for anything."""
    body = PAGE.format(sentence=html.escape(sentence)).encode()
    headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"cache-control", b"no-store"),
        (b"content-security-policy", b"default-src 'none'; style-src 'unsafe-inline'"),
        (b"retry-after", b"60"),
    ]

    async def refuse(scope: Message, receive: object, send: Callable[[Message], Awaitable[None]]) -> None:
        del receive
        if scope["type"] == "http":
            await send({"type": "http.response.start", "status": 503, "headers": headers})
            await send({"type": "http.response.body", "body": body})

    return refuse
