"""The room reports: the newest pack and what was answered, all that were issued, and preparing the next."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import Right
from fullscore.usecases import reports
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers.values import NotThereError, RefusedError
from fullscore.usecases.reports import PackShown
from fullscore.web.reports import showing
from fullscore.web.templatetags.words import counted, full_day

NAMES = {"board": "Board pack", "hand-over": "Hand-over pack"}
SECTIONS = {
    "first": "The first page", "goals": "Goals and plan", "budget": "Budget and forecast", "risk": "Risk",
    "roadmap": "Roadmap", "proposals": "Proposals", "changes": "Changes", "renewals": "Renewals",
    "decisions": "Decisions", "words": "Words",
}  # fmt: skip
DEFAULT_DAYS = 30
_TYPES = {
    "pdf": "application/pdf", "zip": "application/zip",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}  # fmt: skip


def show(request: MemberRequest, *, org: str) -> HttpResponse:
    return _page(request)


def _page(request: MemberRequest, sentences: Sequence[str] = (), status: int = 200) -> HttpResponse:
    found = reports.packs(by=request.member)
    issued = [each for each in found if not each.is_draft]
    context: dict[str, Any] = {
        "title": _title(found), "issued": [(each, _said(each)) for each in issued], "sentences": sentences,
        "drafts": [each for each in found if each.is_draft], "names": NAMES, "sections": SECTIONS.items(),
        "may_keep": request.member.may(Right.KEEP_PLANS), "is_open": any(each.is_open for each in found),
    }  # fmt: skip
    return render(request, "reports/page.html", context, status=status)


def _title(found: Sequence[PackShown]) -> str:
    done = [each for each in found if each.kind == "board" and not each.is_draft and each.state == "done"]
    if not done:
        return "No board pack was issued yet"
    last = max(done, key=lambda each: each.number)
    said = f"Board pack {last.number} is of {full_day(last.on)}"
    if not last.asks:
        return said
    return f"{said}; {last.decided} of {counted(last.asks, 'decision,decisions')} came back"


def _said(one: PackShown) -> str:
    if one.state != "done":
        return {"asked": "waits for the worker", "running": "being made"}.get(one.state, one.state)
    if not one.asks:
        return "issued"
    return f"{one.decided} of {one.asks} decided"


def ask(request: MemberRequest, *, org: str) -> HttpResponse:
    """Prepare a draft, or issue one; what takes a while is told on the pack's own page."""
    kind, sent = request.POST.get("kind", "board"), request.POST
    kept = set(sent.getlist("keep"))
    left_out = frozenset(reports.SECTIONS) - kept if kind == "board" and "keep" in sent else frozenset()
    try:
        if sent.get("issue"):
            made = reports.issue(
                by=request.member, kind=kind, on=request.on, now=request.now,
                is_as_drafted=sent["issue"] == "draft", left_out=left_out,
            )  # fmt: skip
        else:
            made = reports.prepare(
                by=request.member, kind=kind, on=request.on, now=request.now, left_out=left_out
            )
    except RefusedError as refusal:
        return _page(request, [say(each) for each in refusal.findings], 422)
    return HttpResponseRedirect(reverse("report-pack", args=(org, made.kind, made.number)))


def one(request: MemberRequest, *, org: str, kind: str, number: int) -> HttpResponse:
    return pack_page(request, kind, number)


def pack_page(
    request: MemberRequest, kind: str, number: int, *, link: str = "", sentences: Sequence[str] = (),
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    """Show a pack, or how far it is; with a link just made, or why none was."""
    found = reports.pack(by=request.member, kind=kind, number=number)
    may_keep = request.member.may(Right.KEEP_PLANS)
    context: dict[str, Any] = {
        "pack": found, "name": NAMES[found.kind], "link": link, "sentences": sentences, "may_keep": may_keep,
        "links": _links(request, found) if may_keep and not found.is_draft else (), "days": DEFAULT_DAYS,
        "may_move": request.member.may(Right.EDIT_REGISTERS), "step": found.progress.get("step", ""),
    }  # fmt: skip
    if request.headers.get("HX-Request") and found.is_open:
        return render(request, "reports/progress.html", context)
    if request.headers.get("HX-Request"):
        answer = HttpResponse(status=204)
        answer.headers["HX-Refresh"] = "true"
        return answer
    if found.document is not None and not found.is_open:
        context |= {
            "document": found.document, "shown": list(showing.sections(found.document)),
            "opened": showing.opened(found.document, request.GET.get("open", "")),
        }  # fmt: skip
    return render(request, "reports/one.html", context, status=status)


def _links(request: MemberRequest, found: PackShown) -> list[tuple[object, bool]]:
    rows = reports.links(by=request.member, kind=found.kind, number=found.number)
    return [(each, each.is_alive(request.now)) for each in rows]


def file(request: MemberRequest, *, org: str, kind: str, number: int, form: str) -> HttpResponse:
    content = reports.file(by=request.member, kind=kind, number=number, form=form)
    return handed_out(content, f"{org}-{kind}-{number or 'draft'}.{form}", form)


def handed_out(content: bytes, name: str, form: str) -> HttpResponse:
    """Return a file to be kept, never to be run."""
    answer = HttpResponse(content, content_type=_TYPES.get(form, "application/octet-stream"))
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def stop(request: MemberRequest, *, org: str, kind: str, number: int) -> HttpResponse:
    reports.stop(by=request.member, kind=kind, number=number, now=request.now)
    return HttpResponseRedirect(reverse("report-pack", args=(org, kind, number)))


def again(request: MemberRequest, *, org: str, kind: str, number: int) -> HttpResponse:
    reports.again(by=request.member, kind=kind, number=number, now=request.now)
    return HttpResponseRedirect(reverse("report-pack", args=(org, kind, number)))


def link(request: MemberRequest, *, org: str, kind: str, number: int) -> HttpResponse:
    """Make a link and show it this once."""
    text = request.POST.get("days", "")
    days = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0  # noqa: PLR2004
    try:
        made = reports.link(
            by=request.member, kind=kind, number=number, to_name=request.POST.get("to_name", ""),
            to_email=request.POST.get("to_email", ""), days=days, now=request.now,
        )  # fmt: skip
    except NotThereError:
        raise
    except RefusedError as refusal:
        sentences = [say(each) for each in refusal.findings]
        return pack_page(request, kind, number, sentences=sentences, status=422)
    return pack_page(request, kind, number, link=request.build_absolute_uri(made.path))


def end(request: MemberRequest, *, org: str, kind: str, number: int, link: int) -> HttpResponse:
    reports.end(by=request.member, link=link, now=request.now)
    messages.success(request, "The link opens nothing any more.")
    return HttpResponseRedirect(reverse("report-pack", args=(org, kind, number)) + "#links")
