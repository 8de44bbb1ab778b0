"""The API as one object: who calls, how refusals look, where each room's operations hang."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.security import HttpBearer

from fullscore.api import (
    accounts,
    budget,
    estate,
    goals,
    imports,
    registers,
    reports,
    risk,
    settings,
    vendors,
)
from fullscore.api.changes import dates, living
from fullscore.api.today import digests, lines
from fullscore.engine.findings.problem import TITLES, problem, refusal
from fullscore.engine.registers.access import Member, NotAllowedError
from fullscore.usecases.registers.values import NotThereError, RefusedError, StaleVersionError
from fullscore.usecases.settings.branding import BrandChangedError
from fullscore.usecases.settings.organisation import SettingsChangedError

PROBLEM = "application/problem+json"
# Refusals for which HTTP has a word of its own.
_OF_ITS_OWN = {"sign-in-too-often": 429, "import-file-too-large": 413}


class Bearer(HttpBearer):
    """A token `fs_…`. The door has decided already; this only tells OpenAPI, and refuses if it had not."""

    def authenticate(self, request: HttpRequest, token: str) -> Member | None:  # noqa: ARG002  ninja's signature
        member: Member | None = getattr(request, "member", None)
        return member


class _Api(NinjaAPI):
    """An API that works its description out once: anybody may ask for it, and it takes a second."""

    _described: OpenAPISchema | None = None

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """Return the description of every operation; there is one address, so there is one description."""
        if self._described is None:
            self._described = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        return self._described


api = _Api(
    title="Fullscore",
    version="1",
    description=(
        "The same use cases as the pages and the command line. "
        "Every refusal is a problem document (RFC 9457)."
    ),
    urls_namespace="api",
    auth=Bearer(),
    docs_url=None,
    openapi_url="/openapi.json",
)
ORG = "/o/{org}"
api.add_router(ORG, accounts.router)
api.add_router(ORG, settings.router)
api.add_router(ORG, goals.router)
api.add_router(ORG, estate.router)
api.add_router(ORG, vendors.router)
api.add_router(ORG, lines.router)
api.add_router(ORG, digests.router)
api.add_router(ORG, imports.router)
api.add_router(ORG, dates.router)
api.add_router(ORG, living.router)
api.add_router(ORG, budget.router)
api.add_router(ORG, risk.router)
api.add_router(ORG, reports.router)
api.add_router(ORG, registers.router)


@api.get("/docs", auth=None, include_in_schema=False)
def docs(request: HttpRequest) -> HttpResponse:
    """List every operation on one page of our own: the usual viewers need scripts from elsewhere."""
    schema = api.get_openapi_schema()
    operations = [
        {"method": method.upper(), "path": path, **about}
        for path, methods in schema["paths"].items()
        for method, about in methods.items()
    ]
    return render(request, "accounts/api.html", {"operations": operations, "info": schema["info"]})


def _answer(document: dict[str, object]) -> HttpResponse:
    return JsonResponse(document, status=int(str(document["status"])), content_type=PROBLEM)


def _refused(_request: HttpRequest, error: RefusedError, *, status: int) -> HttpResponse:
    return _answer(refusal(status=_OF_ITS_OWN.get(error.findings[0].code, status), findings=error.findings))


def _not_allowed(_request: HttpRequest, error: NotAllowedError) -> HttpResponse:
    return _answer(problem(status=403, code="not-allowed", detail=str(error)))


def _invalid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    # Only where and what is wrong: pydantic would also send back what was written.
    wrongs = [f"{'.'.join(str(part) for part in each['loc'][1:])}: {each['msg']}" for each in error.errors]
    return _answer(problem(status=422, code="not-understood", detail="; ".join(wrongs)[:2000]))


def _plain(_request: HttpRequest, error: Exception, *, status: int) -> HttpResponse:
    title = TITLES.get(status, "Refused")
    return _answer(
        problem(status=status, code=title.lower().replace(" ", "-"), detail=str(error) or f"{title}.")
    )


def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
    return _plain(request, error, status=error.status_code)


def _on(kind: type[Exception], answer: Callable[..., HttpResponse]) -> None:
    api.add_exception_handler(kind, answer)


_on(RefusedError, partial(_refused, status=422))
_on(NotThereError, partial(_refused, status=404))
_on(StaleVersionError, partial(_refused, status=409))
_on(SettingsChangedError, partial(_refused, status=409))
_on(BrandChangedError, partial(_refused, status=409))
_on(NotAllowedError, _not_allowed)
_on(ValidationError, _invalid)
_on(Http404, partial(_plain, status=404))
_on(HttpError, _http)
