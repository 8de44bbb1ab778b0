"""Many rows at once: one column set to one value, all or none."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from fullscore.engine.registers.access import Right
from fullscore.usecases import registers
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import RefusedError
from fullscore.web.registers import asking, forms, lists


def bulk(request: MemberRequest, *, org: str, room: str, register: str) -> HttpResponse:
    """Set one column on the picked rows; asked with GET, return the field for the chosen column."""
    request.member.require(Right.EDIT_REGISTERS)
    seen = asking.register(request, room, register)
    given = request.POST if request.method == "POST" else request.GET
    column = next((one for one in lists.settable(seen) if one.name == given.get("column")), None)
    if request.method != "POST":
        return render(
            request, "registers/bulk_field.html", {"seen": seen, "box": forms.box(column) if column else None}
        )
    refs = request.POST.getlist("refs")
    back = _back(request, org, room, register)
    if column is None or not refs:
        messages.warning(request, "Nothing was set: pick rows and say what to set.")
        return HttpResponseRedirect(back)
    try:
        count = registers.bulk(
            by=request.member, register=register, refs=refs, now=request.now,
            values={column.name: request.POST.get("value", "")},
        )  # fmt: skip
    except RefusedError as refusal:
        return render(
            request,
            "registers/refused.html",
            {"seen": seen, "sentence": str(refusal), "back": back},
            status=422,
        )
    messages.success(
        request, f"{column.label} set on {count} {(seen.singular if count == 1 else seen.plural).lower()}."
    )
    return HttpResponseRedirect(back)


def _back(request: MemberRequest, org: str, room: str, register: str) -> str:
    """Return where the rows were picked: on the room's own page, or in the register's list."""
    at = (
        reverse("room", args=(org, room))
        if request.POST.get("to") == "room"
        else reverse("register-list", args=(org, room, register))
    )
    return f"{at}?{request.POST.get('back', '')}"
