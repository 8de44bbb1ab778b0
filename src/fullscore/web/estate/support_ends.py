"""Until when makers support what items run: a list with a search, and a button that asks anew."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from fullscore.engine.estate.support_ends.noticing import WITHIN
from fullscore.engine.findings.english.words import listed
from fullscore.engine.registers.access import Right
from fullscore.usecases import estate
from fullscore.usecases.estate import SupportEnds
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import RefusedError
from fullscore.web.templatetags.words import counted

_LONGEST, _SHOWN = 200, 200
_CHIPS = {"ended": ("late", "ended"), "soon": ("soon", "soon"), "supported": ("", ""), "unknown": ("", "")}


def show(request: MemberRequest, *, org: str) -> HttpResponse:
    """Show the list; on POST ask endoflife.date first, which is the only time anything leaves."""
    if request.method != "POST":
        return _page(request)
    try:
        asked = estate.refresh(by=request.member, now=request.now)
    except RefusedError as refusal:
        return _page(request, refusal=refusal, status=422)
    said = f"Asked about {listed(asked)}." if asked else "No item names a product to ask about."
    messages.success(request, said)
    return HttpResponseRedirect(reverse("support-ends", args=(org,)))


def _page(request: MemberRequest, *, refusal: RefusedError | None = None, status: int = 200) -> HttpResponse:
    search = request.GET.get("q", "")[:_LONGEST]
    found = estate.supported(by=request.member, on=request.on, search=search)
    may_ask = request.member.may(Right.EDIT_REGISTERS)
    asks = estate.to_ask(by=request.member) if may_ask else ()
    context = {
        "found": found, "title": _title(found), "search": search, "refusal": refusal,
        "rows": [(each, *_CHIPS[each.state]) for each in found.releases[:_SHOWN]],
        "unclear": [(each, *_CHIPS[each.state]) for each in found.unclear],
        "more": max(0, len(found.releases) - _SHOWN), "may_ask": may_ask,
        "asks": listed(asks) if asks else "",
    }  # fmt: skip
    return render(request, "estate/support_ends.html", context, status=status)


def _title(found: SupportEnds) -> str:
    if found.search:
        return f"{counted(len(found.releases), 'release,releases')} known by these words"
    every = [(each.state, len(each.items)) for each in found.releases]
    every += [(each.state, len(each.items)) for each in found.unclear]
    ended = sum(count for state, count in every if state == "ended")
    soon = sum(count for state, count in every if state == "soon")
    if ended:
        return f"{counted(ended, 'item has,items have')} lost the maker's support"
    if soon:
        return f"{counted(soon, 'item loses,items lose')} the maker's support within {WITHIN.days} days"
    if found.unclear:
        unclear = counted(sum(len(each.items) for each in found.unclear), "item runs,items run")
        return f"{unclear} a release with more than one last day"
    return "Nothing known loses its maker's support soon" if found.releases else "No item says what it runs"
