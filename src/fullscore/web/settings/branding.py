"""How packs look, on the page of the settings: two small forms, and the logo as a picture."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.settings import branding
from fullscore.usecases.settings.branding import BrandChangedError
from fullscore.web.settings.forms import version_in
from fullscore.web.settings.views import page


def save(request: MemberRequest, org: str) -> HttpResponse:
    """Save colour, paper and what a year is called, or show what does not fit."""
    changes = {name: str(request.POST[name]) for name in branding.FIELDS if name in request.POST}
    try:
        branding.change_brand(
            by=request.member, changes=changes, version=version_in(request.POST), now=request.now
        )
    except BrandChangedError as refusal:
        return page(request, status=409, refusal=refusal)
    except RefusedError as refusal:
        return page(request, status=422, refusal=refusal)
    return _saved(request, org, "Packs look like this from now on.")


def logo(request: MemberRequest, org: str) -> HttpResponse:
    """Give the logo as a picture; on POST keep another one, or none."""
    if request.method != "POST":
        media, content = branding.logo_of(by=request.member)
        return HttpResponse(content, content_type=media, headers={"Content-Disposition": "attachment"})
    sent = request.FILES.get("logo")
    try:
        if "remove" in request.POST:
            branding.drop_logo(by=request.member, now=request.now)
            return _saved(request, org, "Packs carry no logo any more.")
        content = sent.read(branding.LIMIT_MB * 1024 * 1024 + 1) if sent else b""
        branding.put_logo(by=request.member, content=content, now=request.now)
    except RefusedError as refusal:
        return page(request, status=422, refusal=refusal)
    return _saved(request, org, "Packs carry this logo from now on.")


def _saved(request: MemberRequest, org: str, words: str) -> HttpResponse:
    messages.success(request, words)
    return HttpResponseRedirect(f"{reverse('settings', args=(org,))}#brand")
