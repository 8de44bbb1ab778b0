"""Behind its own certificate the program's cookies never travel in the clear."""

import http.client
import ssl
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.process import fullscore, serving

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]


def _certificate(folder: Path) -> tuple[Path, Path]:
    cert, key = folder / "cert.pem", folder / "key.pem"
    words = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    ]
    subprocess.run([*words, "-keyout", str(key), "-out", str(cert)], check=True, capture_output=True)  # noqa: S603  fixed words
    return cert, key


def test_cookies_are_for_https_only_when_we_serve_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert fullscore(home, "init", "--org", "Harbor Mill", "--owner", "ruth@harbor.example").returncode == 0
    cert, key = _certificate(tmp_path)
    trusting = ssl.create_default_context(cafile=str(cert))
    trusting.check_hostname = False

    with serving(home, "--cert", str(cert), "--key", str(key)) as served:
        parts = urlsplit(served.address)
        connection = http.client.HTTPSConnection(
            str(parts.hostname), parts.port, context=trusting, timeout=30
        )
        connection.request("GET", "/sign-in/")
        answer = connection.getresponse()
        connection.close()

    assert parts.scheme == "https"
    assert answer.status == 200
    assert "Secure" in str(answer.headers["Set-Cookie"])
    assert "max-age" in str(answer.headers["Strict-Transport-Security"])
