"""Files on a row: added, given back as downloads, put away."""

from urllib.parse import quote

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from fullscore.usecases import registers
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import RefusedError
from fullscore.web.registers import asking, rows


def add(request: MemberRequest, *, org: str, room: str, register: str, ref: str) -> HttpResponse:
    asking.register(request, room, register)
    sent = request.FILES.get("file")
    name, content = (str(sent.name), sent.read()) if sent else ("The file", b"")
    try:
        registers.attach(
            by=request.member, register=register, ref=ref, name=name, content=content, now=request.now
        )
    except RefusedError as refusal:
        return rows.page(request, room=room, register=register, ref=ref, refusal=refusal)
    messages.success(request, f"{name} kept.")
    return HttpResponseRedirect(reverse("register-row", args=(org, room, register, ref)))


def download(
    request: MemberRequest, *, org: str, room: str, register: str, ref: str, file: int
) -> HttpResponse:
    """Give a file back to be saved; no browser shows what somebody else uploaded."""
    asking.register(request, room, register)
    name, content = registers.attachment(by=request.member, register=register, ref=ref, file=file)
    answer = HttpResponse(content, content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def remove(
    request: MemberRequest, *, org: str, room: str, register: str, ref: str, file: int
) -> HttpResponse:
    asking.register(request, room, register)
    registers.remove_attachment(by=request.member, register=register, ref=ref, file=file, now=request.now)
    messages.success(request, "File removed.")
    return HttpResponseRedirect(reverse("register-row", args=(org, room, register, ref)))
