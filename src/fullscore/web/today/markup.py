"""Markup of the lines of Today: a page shows sixty, and a template's loop takes ten times as long for them.

Every text in here goes through `escape`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from fullscore.web.templatetags.words import icon
from fullscore.web.today.lines import Line, Part

_MENU = "Snooze, hand over or decline"
_BAR = '<rect width="{}" height="3" rx="1" fill="currentColor"{}/>'


@dataclass(frozen=True, slots=True)
class Page:
    """What the page a line stands on allows: its address, and who looks at it."""

    root: str
    back: str
    token: str
    may_act: bool
    may_edit: bool
    is_week: bool


def listed(lines: Iterable[Line], page: Page) -> SafeString:
    """Return lines as the items of a list."""
    return mark_safe("\n".join(_line(line, page) for line in lines))  # noqa: S308


def opened(lines: Iterable[Line], page: Page) -> SafeString:
    """Return what opens from lines: their sums, and what else can be done about them."""
    return mark_safe("\n".join(_sum(line) + _doing(line, page) for line in lines))  # noqa: S308


def _line(line: Line, page: Page) -> str:
    own = f' id="line-{line.id}"' if line.id else ""
    inside = "\n".join((_what(line, page), _by(line), _cost(line, page), _do(line, page)))
    return f'<li class="line"{own}>\n{inside}\n</li>\n'


def _what(line: Line, page: Page) -> str:
    minutes = f' <span class="tiny fw-normal nowrap">{line.minutes}</span>' if line.minutes else ""
    who = f' <span class="tiny fw-normal">with {escape(line.assigned)}</span>' if line.assigned else ""
    told = ", ".join(part for part in (line.told, line.until) if part)
    told = f'<p class="tiny">{escape(told)}</p>' if told else ""
    why = f"<p>{escape(line.why)}</p>"
    return (
        f'<div class="what"><h3>{escape(line.title)}{minutes}{who}</h3>{why}{told}{_parts(line, page)}</div>'
    )


def _parts(line: Line, page: Page) -> str:
    if not line.parts:
        return ""
    summary = f'<span class="turn">{icon("chevron-right")}</span>{len(line.parts)} parts'
    return (
        f'<details class="parts"><summary class="small">{summary}</summary>'
        f'<ul class="facts">{"".join(_part(part, page) for part in line.parts)}</ul></details>'
    )


def _part(part: Part, page: Page) -> str:
    address = escape(page.root + part.address)
    return (
        f'<li><span><a href="{address}">{escape(part.title)}</a></span>'
        f"<span>{escape(part.by)} · {escape(part.cost)}</span></li>"
    )


def _by(line: Line) -> str:
    late, small = (" is-late", ' class="is-late"') if line.is_late else ("", "")
    return f'<div class="by"><b class="num{late}">{line.by}</b><span{small}>{line.distance}</span></div>'


def _cost(line: Line, page: Page) -> str:
    if line.cost:
        inside = _figure(line)
    elif line.is_nothing_yet:
        later = f"<span>{escape(line.reason)}</span>" if line.reason else ""
        inside = f'<span class="counted">nothing yet</span>{later}'
    elif line.counted_in:
        inside = f'<span class="counted">counted in {escape(line.counted_in)}</span>'
    else:
        inside = f'<b><span class="chip unknown">not priced</span></b><span>{_missing(line, page)}</span>'
    return f'<div class="cost">{inside}</div>'


def _figure(line: Line) -> str:
    figure = (
        f'<button type="button" class="fig" popovertarget="sum-{line.key}">{escape(line.cost)}</button>'
        if line.sum
        else escape(line.cost)
    )
    ground, filled = _BAR.format(100, ' opacity=".18"'), _BAR.format(line.bar, "")
    bar = (
        '<svg class="bar" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">'
        f"{ground}{filled}</svg>"
        if line.bar
        else ""
    )
    a_week = '<span class="phone-only fw-normal">a week</span>'
    return f"<b>{figure} {a_week}</b><span>{escape(line.reason)}</span>{bar}"


def _missing(line: Line, page: Page) -> str:
    if line.missing is None:
        return "figure missing"
    label = escape(line.missing.label)
    if not page.may_edit:
        return f"{label} missing"
    about = f"Fill in {label}: {escape(line.title)}"
    return f'<a href="{escape(page.root + line.missing.address)}" aria-label="{about}">fill in: {label}</a>'


def _do(line: Line, page: Page) -> str:
    return f'<div class="do">{_button(line, page)}{_dots(line, page)}</div>'


def _button(line: Line, page: Page) -> str:
    if line.state == "open":
        filled = " btn-primary" if line.is_dearest and page.is_week else ""
        return f'<a class="btn{filled}" href="{escape(page.root + line.address)}">{escape(line.button)}</a>'
    if not page.may_act or not line.id:
        return ""
    hidden = (
        f'<input type="hidden" name="csrfmiddlewaretoken" value="{page.token}">'
        f'<input type="hidden" name="back" value="{escape(page.back)}">'
    )
    press = f'<button class="btn" aria-label="Put it back: {escape(line.title)}">Put it back</button>'
    return f'<form method="post" action="{page.root}today/{line.id}/reopen/">{hidden}{press}</form>'


def _has_menu(line: Line, page: Page) -> bool:
    return page.may_act and line.id is not None and line.state == "open"


def _dots(line: Line, page: Page) -> str:
    if not _has_menu(line, page):
        return ""
    about = f"{_MENU}: {escape(line.title)}"
    return (
        f'<button type="button" class="btn btn-quiet btn-icon" popovertarget="do-{line.id}"'
        f' aria-label="{about}">{icon("dots")}</button>'
    )


def _sum(line: Line) -> str:
    if not line.sum:
        return ""
    title = f"{escape(line.title)}, one more week"
    whose = f'<p class="tiny mt-2">{escape(line.whose)}</p>' if line.whose else ""
    return (
        f'<div id="sum-{line.key}" popover class="trace" role="dialog" aria-label="{title}">'
        f'<p class="fw-semibold mb-2">{title}</p>'
        f'<table class="sum" role="presentation">{line.sum}</table>{whose}</div>'
    )


def _doing(line: Line, page: Page) -> str:
    """Return the menu of a line; its forms come when it is opened, without a script by its link."""
    if not _has_menu(line, page):
        return ""
    title, address = escape(line.title), f"{page.root}today/{line.id}/"
    return (
        f'<div id="do-{line.id}" popover class="trace" role="dialog" aria-label="{_MENU}: {title}">'
        f'<p class="fw-semibold mb-2">{title}</p>'
        f'<div hx-get="{address}" hx-trigger="toggle from:#do-{line.id} once" hx-select="#acts"'
        f' hx-swap="outerHTML ignoreTitle:true"><a class="btn" href="{address}">{_MENU}</a></div></div>'
    )
