"""The door: who is there, what day it is, and which headers every answer carries. Shut by default."""

import secrets
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import ResolverMatch

from fullscore.engine.findings.problem import TITLES, problem
from fullscore.engine.registers.access import NotAllowedError
from fullscore.usecases import policy
from fullscore.usecases.accounts import arrivals
from fullscore.usecases.accounts.arrivals import Arrival
from fullscore.usecases.policy import Visitor
from fullscore.usecases.registers.values import NotThereError, RefusedError, StaleVersionError

Answer = Callable[[HttpRequest], HttpResponseBase]
API = "/api/"
PROBLEM = "application/problem+json"


def security_headers(get_response: Answer) -> Answer:
    """Give each request a nonce and each answer a policy that runs nothing but our own files."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        nonce = secrets.token_urlsafe(16)
        request.csp_nonce = nonce  # type: ignore[attr-defined]  # MemberRequest declares it for the views
        response = get_response(request)
        response.headers["Content-Security-Policy"] = (
            f"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; "
            "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
            "frame-ancestors 'none'"
        )
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        # What a signed-in person saw must not lie in a cache when they have gone.
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return answer


class Door:
    """Lets a request through to its view only when the policy table has a row that admits it.

    It decides who is there and whether they belong to the organisation in the address. What their
    role may do there is decided by the use case behind the view, and only there.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        now = datetime.now(UTC)
        _know(request, now=now, on=_day(now, "UTC"), member=None, account_id=None, account=None)
        _know(request, organisation_name="")
        response = self.get_response(request)
        is_bare = response.status_code >= 400 and not response.headers["Content-Type"].startswith(PROBLEM)  # noqa: PLR2004
        if request.path.startswith(API) and is_bare:
            return _problem(response.status_code)
        return response

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Decide before any view runs; None lets the request through."""
        match = request.resolver_match
        if match is None:
            return _refused(request, 404)
        rule = policy.rule_for(request.method or "", match.route)
        if rule is None:
            return _no_such_door(request, match)
        if rule.who is Visitor.ANYONE:
            return None
        return _let_in(request, kwargs.get("org"))

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        """Turn a use case's refusal into a page with its sentence; anything else is a bug and stays one."""
        for kind, status in _REFUSALS:
            if isinstance(error, kind):
                return _refused(request, status, str(error))
        return None


# The first that fits; a page that can say it better has caught it before.
_REFUSALS: tuple[tuple[type[Exception], int], ...] = (
    (NotAllowedError, 403),
    (NotThereError, 404),
    (StaleVersionError, 409),
    (RefusedError, 422),
)


def _let_in(request: HttpRequest, organisation: str | None) -> HttpResponseBase | None:
    arrival = _arrival(request, organisation)
    if arrival is None:
        return _ask_who(request)
    if organisation is not None and arrival.member is None:
        # Not 403: whether another organisation exists is nobody's business.
        return _refused(request, 404)
    try:
        on = _asked_day(request, arrival.zone)
    except ValueError:
        return _refused(request, 422, "'on' is not a date. Write it as 2026-11-23.")
    _know(request, member=arrival.member, account_id=arrival.account_id, account=arrival, on=on)
    _know(request, organisation_name=arrival.organisation)
    return None


def _arrival(request: HttpRequest, organisation: str | None) -> Arrival | None:
    """Tokens open the API and nothing else; sessions open pages and nothing else."""
    if request.path.startswith(API):
        kind, _, secret = request.headers.get("Authorization", "").partition(" ")
        is_token = kind.lower() == "bearer" and secret.isprintable()
        return (
            arrivals.by_token(secret=secret, organisation=organisation, now=_now(request))
            if is_token
            else None
        )
    user_id, proof = request.session.get(SESSION_KEY), request.session.get(HASH_SESSION_KEY)
    if user_id is None or proof is None:
        return None
    return arrivals.by_session(user_id=int(user_id), proof=proof, organisation=organisation)


def _ask_who(request: HttpRequest) -> HttpResponseBase:
    if request.path.startswith(API):
        response = _problem(
            401, "Send a token: 'Authorization: Bearer fs_…'. `fullscore accounts token` makes one."
        )
        response.headers["WWW-Authenticate"] = "Bearer"
        return response
    target = f"{settings.LOGIN_URL}?next={quote(request.get_full_path())}"
    if request.headers.get("HX-Request") == "true":
        # A fragment cannot show the sign-in page: the whole page goes there.
        return HttpResponse(status=401, headers={"HX-Redirect": target})
    return HttpResponseRedirect(target)


def _no_such_door(request: HttpRequest, match: ResolverMatch) -> HttpResponseBase:
    methods = policy.methods_of(match.route)
    if not methods:
        return _refused(request, 404)
    response = _refused(request, 405)
    response.headers["Allow"] = ", ".join(methods)
    return response


def _refused(request: HttpRequest, status: int, sentence: str = "") -> HttpResponseBase:
    if request.path.startswith(API):
        return _problem(status, sentence)
    template = f"{status}.html" if status in {403, 404, 409} else "422.html"
    return render(request, template, {"sentence": sentence or _SENTENCES.get(status, "")}, status=status)


_SENTENCES = {405: "This address does not answer to that kind of request. Nothing was changed."}


def _problem(status: int, detail: str = "") -> JsonResponse:
    title = TITLES.get(status, "Refused")
    code = title.lower().replace(" ", "-")
    document = problem(status=status, code=code, detail=detail or f"{title}.")
    return JsonResponse(document, status=status, content_type=PROBLEM)


def _know(request: HttpRequest, **facts: object) -> None:
    for name, value in facts.items():
        setattr(request, name, value)


def _now(request: HttpRequest) -> datetime:
    now: datetime = request.now  # type: ignore[attr-defined]  # set by the door itself
    return now


def _asked_day(request: HttpRequest, zone: str) -> date:
    asked = request.GET.get("on")
    return date.fromisoformat(asked) if asked else _day(_now(request), zone)


def _day(now: datetime, zone: str) -> date:
    """Return today in the organisation's zone, or the day the server was started `--on`."""
    fixed: date | None = settings.ON
    return fixed or now.astimezone(ZoneInfo(zone)).date()
