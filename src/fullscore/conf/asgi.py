"""The door for HTTP: bodies are read without a thread, pages are made in a few threads that stay.

A client that sends one byte a second holds a coroutine, never a thread. The threads stay so that each
keeps its connection to the database; Django's own handler takes a new thread for every request, and
its asynchronous middleware changes threads several times on the way to a page.
"""

import asyncio
import os
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any

import django
from django.conf import settings
from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler, get_script_prefix
from django.core.signals import request_started
from django.http.response import HttpResponse, HttpResponseBase
from django.urls import set_script_prefix

Message = Mapping[str, Any]
Scope = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
THREADS = 8
# Who sends nothing for so long has gone, or wants to hold our memory.
SILENCE_ENDS_AFTER = 60
LONGEST_LENGTH = 18


class BodyTooLargeError(Exception):
    """More bytes were announced, or arrived, than one request may bring."""


class Door(ASGIHandler):
    """Django's handler with its middleware called in one of our threads, and a limit on what may arrive."""

    def __init__(self) -> None:
        super().__init__()
        self.load_middleware(is_async=False)
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="page")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        try:
            body = await _body(scope, receive)
        except (RequestAborted, TimeoutError):
            return
        except BodyTooLargeError:
            await _refuse(send)
            return
        with body:
            loop = asyncio.get_running_loop()
            response = await loop.run_in_executor(self._threads, self._answer, scope, body)
            await self.send_response(response, send)

    def _answer(self, scope: Scope, body: IO[bytes]) -> HttpResponseBase:
        set_script_prefix(get_script_prefix(scope))
        request_started.send(sender=self.__class__, scope=scope)
        request, refusal = self.create_request(scope, body)
        if request is None or refusal is not None:
            return refusal or HttpResponse(status=400)
        response = _whole(self.get_response(request))
        # Here, in the thread whose connection to the database it looks after.
        response.close()
        return response


def _whole(response: HttpResponseBase) -> HttpResponse:
    """Return a response whose bytes are all there: files here are small, and threads are few."""
    if isinstance(response, HttpResponse):
        return response
    whole = HttpResponse(b"".join(response), status=response.status_code, headers=response.headers)
    whole.cookies = response.cookies
    response.close()
    return whole


async def _body(scope: Scope, receive: Receive) -> IO[bytes]:
    limit = settings.REQUEST_SIZE_LIMIT
    if _announced(scope) > limit:
        raise BodyTooLargeError
    memory = settings.FILE_UPLOAD_MAX_MEMORY_SIZE
    file = tempfile.SpooledTemporaryFile(max_size=memory)  # noqa: SIM115  the door closes it
    try:
        await _fill(file, receive, limit)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file


def _announced(scope: Scope) -> int:
    length = dict(scope["headers"]).get(b"content-length", b"")
    # More digits than a number of bytes has are counted while they come.
    return int(length) if length.isdigit() and len(length) <= LONGEST_LENGTH else 0


async def _fill(file: IO[bytes], receive: Receive, limit: int) -> None:
    is_more, size = True, 0
    while is_more:
        message = await asyncio.wait_for(receive(), SILENCE_ENDS_AFTER)
        if message["type"] == "http.disconnect":
            raise RequestAborted
        size += len(message.get("body", b""))
        if size > limit:
            raise BodyTooLargeError
        file.write(message.get("body", b""))
        is_more = message.get("more_body", False)


async def _refuse(send: Send) -> None:
    limit = settings.REQUEST_SIZE_LIMIT // 2**20
    text = f"This is larger than {limit} MB. Send smaller files, one at a time.\n"
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": text.encode()})


def application() -> Door:
    """Set Django up and return the door; servers that want an object of their own call this once."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fullscore.conf.settings")
    django.setup(set_prefix=False)
    return Door()
