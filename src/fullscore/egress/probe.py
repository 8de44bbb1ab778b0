"""Whether somebody answers at an address the host's operator named."""

import socket

TIMEOUT = 5


def why_silent(host: str, port: int) -> str | None:
    """Return why nobody answers there, or None when somebody does."""
    try:
        socket.create_connection((host, port), timeout=TIMEOUT).close()
    except OSError as error:
        return error.strerror or str(error)
    return None
