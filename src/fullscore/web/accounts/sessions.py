"""What a browser's session remembers of who signed in, and from where a request came."""

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.http import HttpRequest
from django.middleware.csrf import rotate_token
from django.utils.http import url_has_allowed_host_and_scheme

from fullscore.usecases.accounts.signing_in import SignedIn


def begin(request: HttpRequest, who: SignedIn) -> None:
    """Start a session under a new key: one planted before the sign-in opens nothing after it."""
    request.session.flush()
    request.session[SESSION_KEY] = str(who.user_id)
    request.session[HASH_SESSION_KEY] = who.proof
    request.session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    rotate_token(request)


def address_of(request: HttpRequest) -> str:
    """Return the network address a request came from; behind our own proxy the one it saw."""
    seen = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_PROXY else ""
    return seen.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR") or ""


def landing(request: HttpRequest, who: SignedIn) -> str:
    """Return where to go after signing in: the page asked for when it is ours, else the organisation."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return wanted
    return f"/o/{who.organisation}/" if who.organisation else "/"
