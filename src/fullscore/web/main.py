"""Doors without a room: is the program ready, and its own files."""

import sys
from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.views.static import serve

from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.problem import refusal
from fullscore.engine.findings.sentences_en import say
from fullscore.usecases.accounts import arrivals
from fullscore.usecases.host import disk_full

STATIC = Path(__file__).resolve().parent / "static"
# Built files carry a hash in their names: what is behind a name never changes.
FOREVER, AN_HOUR = "public, max-age=31536000, immutable", "public, max-age=3600"


def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 when requests can be served; for proxies, supervisors and the installer."""
    is_ready = arrivals.is_ready()
    return HttpResponse(
        "ready" if is_ready else "not ready", status=200 if is_ready else 503, content_type="text/plain"
    )


def static(request: HttpRequest, path: str) -> HttpResponseBase:
    """Hand out one of the program's own files, never a list of them."""
    response = _zipped(request, path) or serve(request, path, document_root=str(STATIC))
    response.headers["Cache-Control"] = FOREVER if path.startswith("built/assets/") else AN_HOUR
    return response


def _zipped(request: HttpRequest, path: str) -> HttpResponseBase | None:
    """Return what the build has zipped, for browsers that take it: an eighth of the way over the wire."""
    kind = {".css": "text/css", ".js": "text/javascript"}.get(Path(path).suffix)
    takes = "gzip" in request.headers.get("Accept-Encoding", "")
    if kind is None or not takes or not path.startswith("built/assets/"):
        return None
    if ".." in path or not (STATIC / f"{path}.gz").is_file():
        return None
    response = serve(request, f"{path}.gz", document_root=str(STATIC))
    response.headers["Content-Type"] = kind
    response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    return response


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Say that a bug is ours, or that the disk is full; no part of the page may need what just broke."""
    full = disk_full(sys.exc_info()[1])
    if full is not None:
        return _full(request, full)
    return render(None, "500.html", status=500)


def _full(request: HttpRequest, finding: Finding) -> HttpResponse:
    if request.path.startswith("/api/"):
        document = refusal(status=507, findings=(finding,))
        return JsonResponse(document, status=507, content_type="application/problem+json")
    return render(None, "507.html", {"sentence": say(finding)}, status=507)
