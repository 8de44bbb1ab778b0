"""The page Today, its shelves (the rest, snoozed, done, declined), one line of it, and the list as a file."""

from collections.abc import Mapping
from types import MappingProxyType

from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render

from fullscore.engine.registers.access import Right
from fullscore.usecases import today
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.today import KeptLine, Today, digests
from fullscore.web.registers import rooms, steps
from fullscore.web.today import beside, heading, lines, markup, saying

# What each shelf is called: its tab, its title for so many, and what it says where nothing lies on it.
SHELVES: Mapping[str, tuple[str, str, str]] = MappingProxyType({
    "rest": ("Later", "{} more, after this week", "Nothing waits beyond this week"),
    "snoozed": ("Snoozed", "{} snoozed", "Nothing is snoozed"),
    "done": ("Done", "{} done this week", "Nothing was done this week yet"),
    "declined": ("Declined", "{} declined", "Nothing was declined"),
})  # fmt: skip
A_PAGE = 50


def show(request: MemberRequest, *, org: str) -> HttpResponse:
    which = request.GET.get("show", "")
    if which in SHELVES:
        return _shelf(request, which)
    found = _found(request)
    context = {
        **heading.context(found),
        **_around(request, found),
        **_marked(request, lines.shown(found, found.lines)),
        "rest": saying.rest(found),
        "is_nowhere": not (found.lines or found.rest or found.computed_at),
        "is_empty": _is_empty(request, found),
        "beside": beside.beside(found, digests.digests(by=request.member, now=request.now), request.now),
        "first_steps": steps.first_steps(),
    }
    return render(request, "today/today.html", context)


def _found(request: MemberRequest) -> Today:
    """Return Today as it is stored; a day that somebody asks for is worked out for this one answer."""
    read = today.on_day if "on" in request.GET else today.today
    return read(by=request.member, on=request.on, now=request.now)


def _around(request: MemberRequest, found: Today) -> dict[str, object]:
    """Return what every page of Today says of the list as a whole."""
    counts = {name: len(getattr(found, name)) for name in SHELVES}
    return {
        "found": found,
        "counts": counts,
        "tabs": [(name, said[0], counts[name]) for name, said in SHELVES.items()],
        "may_act": request.member.may(Right.ACT_ON_FINDINGS),
        "choices": saying.choices(request.on),
    }


def _marked(
    request: MemberRequest, shown: tuple[lines.Line, ...], *, is_week: bool = True
) -> dict[str, object]:
    """Return lines with their markup; only the page of the week fills a button."""
    by = request.member
    page = markup.Page(
        f"/o/{by.organisation}/", request.get_full_path(), get_token(request),
        by.may(Right.ACT_ON_FINDINGS), by.may(Right.EDIT_REGISTERS), is_week,
    )  # fmt: skip
    return {
        "lines": shown, "listed": markup.listed(shown, page), "opened": markup.opened(shown, page)
    }  # fmt: skip


def _is_empty(request: MemberRequest, found: Today) -> bool:
    """Return whether there is nothing to work anything out from: then the page asks for one file."""
    is_silent = not (found.open or found.snoozed or found.done or found.declined or found.ages)
    return is_silent and rooms.is_empty(request)


def state(request: MemberRequest, *, org: str) -> HttpResponse:
    """Answer the page that waits for findings: still at it, or done; the first time the page comes anew."""
    found = today.today(by=request.member, on=request.on, now=request.now)
    answer = render(request, "today/state.html", {"found": found, "is_asked_again": True})
    if not found.is_behind and request.GET.get("first") == "yes":
        answer.headers["HX-Refresh"] = "true"
    return answer


def _shelf(request: MemberRequest, which: str) -> HttpResponse:
    found = today.everything(by=request.member, on=request.on, now=request.now)
    kept: tuple[KeptLine, ...] = getattr(found, which)
    first = _first(request)
    _, title, nothing = SHELVES[which]
    context = {
        **_around(request, found),
        "which": which,
        "title": title.format(f"{len(kept):,}") if kept else nothing,
        **_marked(request, lines.shown(found, kept[first : first + A_PAGE]), is_week=False),
        "earlier": max(0, first - A_PAGE) if first else None,
        "later": first + A_PAGE if first + A_PAGE < len(kept) else None,
    }
    return render(request, "today/shelf.html", context)


def _first(request: MemberRequest) -> int:
    text = request.GET.get("from", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0  # noqa: PLR2004


def one(request: MemberRequest, *, org: str, finding: int) -> HttpResponse:
    return page(request, finding)


def page(
    request: MemberRequest, finding: int, *, status: int = 200, sentences: tuple[str, ...] = ()
) -> HttpResponse:
    """Show one line with its sum and everything that can be done about it; refusals stand on top."""
    by = request.member
    kept = today.line(by=by, finding=finding)
    may_act = by.may(Right.ACT_ON_FINDINGS)
    context = {
        "line": lines.line(kept, request.on, request.account.currency),
        "kept": kept,
        "may_act": may_act,
        "members": today.assignees(by=by) if may_act else (),
        "choices": saying.choices(request.on),
        "sentences": sentences,
    }
    return render(request, "today/one.html", context, status=status)


def listed(request: MemberRequest, *, org: str) -> HttpResponse:
    """Give the whole list out as a file, in its order."""
    content = today.listed(by=request.member, on=request.on, now=request.now)
    answer = HttpResponse(content, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="today-{request.on.isoformat()}.csv"'
    return answer
