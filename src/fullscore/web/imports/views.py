"""Drop files, look at one before a row is touched, answer for it, and follow it until its last row."""

from urllib.parse import quote

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from fullscore.engine.registers.access import Right
from fullscore.usecases import imports
from fullscore.usecases.imports import Imported
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import RefusedError, all_registers
from fullscore.web.imports import answers, looking, showing
from fullscore.web.imports.preview import a_list
from fullscore.web.imports.taking import taken_in
from fullscore.web.imports.undoing import may_undo

# Reasons a page tells at most; the file of refused rows holds them all.
_REASONS = 5_000


def listed(request: MemberRequest, org: str) -> HttpResponse:
    """List imports; on POST take in the dropped files."""
    return _taken_in(request, org) if request.method == "POST" else _list(request, ())


def _taken_in(request: MemberRequest, org: str) -> HttpResponse:
    """Start an import for each file that can be read; say of the others why not."""
    files = request.FILES.getlist("files")
    if not files:
        return _list(request, ("Choose at least one file: CSV, Excel, JSON, a calendar, or a ZIP of them.",))
    started, refused = taken_in(request.member, files, request.now)
    if refused:
        return _list(request, tuple(refused))
    if len(started) == 1:
        return HttpResponseRedirect(reverse("import", args=(org, started[0].id)))
    return HttpResponseRedirect(reverse("imports", args=(org,)))


def _list(request: MemberRequest, errors: tuple[str, ...]) -> HttpResponse:
    found = imports.imports(by=request.member)
    page = {
        "waiting": [looking.waiting(file) for file in found if file.is_asking],
        "files": [(file, showing.STATES[file.state]) for file in found if not file.is_asking],
        "errors": errors,
        "pairs": imports.doubts(by=request.member),
        "has_trust": request.member.may(Right.MANAGE_SETTINGS),
        "is_working": any(not file.is_finished for file in found),
    }
    return render(request, "imports/imports.html", page, status=422 if errors else 200)


def one(request: MemberRequest, org: str, number: int) -> HttpResponse:
    """Show one import: what it would do while it waits for a yes, then what became of it."""
    return _shown(request, imports.one(by=request.member, number=number, most=_REASONS))


def _shown(request: MemberRequest, file: Imported, trouble: str = "") -> HttpResponse:
    page = looking.page(request, file) if file.is_asking and file.preview else _result(file)
    name = "imports/preview.html" if file.is_asking and file.preview else "imports/import.html"
    return render(request, name, {**page, "file": file, "trouble": trouble}, status=422 if trouble else 200)


def _result(file: Imported) -> dict[str, object]:
    terms = showing.counts(file)
    return {
        "title": showing.title(file),
        "label": a_list(file.preview.label) if file.preview else file.kind,
        "sure": round(file.confidence * 100),
        "rows_words": showing.rows_words(file),
        "counts": terms,
        "share": showing.share(terms),
        "told": showing.told(terms),
        "may_undo": may_undo(file),
        "shelf": all_registers().get(file.register) if file.state == "done" else None,
        **showing.reasons(file),
    }


def say(request: MemberRequest, org: str, number: int) -> HttpResponse:
    """Look at the file again with what the form says of it."""
    file = imports.one(by=request.member, number=number, most=_REASONS)
    said = answers.said(file, request.POST.dict())
    try:
        imports.say(by=request.member, number=number, said=said, now=request.now)
    except RefusedError as refusal:
        return _shown(request, file, str(refusal))
    return _back(org, number)


def confirm(request: MemberRequest, org: str, number: int) -> HttpResponse:
    """Bring the file in as it was shown; answers nobody has seen the outcome of are looked at first."""
    file = imports.one(by=request.member, number=number, most=_REASONS)
    said = answers.said(file, request.POST.dict())
    try:
        if file.is_asking and said != file.said:
            imports.say(by=request.member, number=number, said=said, now=request.now)
            messages.success(request, "Looked at again with your answers. Nothing is brought in yet.")
        else:
            imports.confirm(by=request.member, number=number, now=request.now)
    except RefusedError as refusal:
        return _shown(request, file, str(refusal))
    return _back(org, number)


def discard(request: MemberRequest, org: str, number: int) -> HttpResponse:
    """Put the file away; no row was touched."""
    file = imports.one(by=request.member, number=number, most=_REASONS)
    try:
        imports.discard(by=request.member, number=number, now=request.now)
    except RefusedError as refusal:
        return _shown(request, file, str(refusal))
    messages.success(request, f"{file.file} was put away. No row was touched.")
    return HttpResponseRedirect(reverse("imports", args=(org,)))


def refused(request: MemberRequest, org: str, number: int) -> HttpResponse:
    """Hand out the refused rows as they stand in the file, each with why."""
    name, content = imports.refused_rows(by=request.member, number=number)
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    headers = {"Content-Disposition": disposition}
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)


def _back(org: str, number: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("import", args=(org, number)))
