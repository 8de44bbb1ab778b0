"""The HTML half of a letter: plain marks, no picture, no script, nothing fetched from anywhere."""

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from fullscore.post.digests import words
from fullscore.post.digests.values import Content, Line

_STYLE = """
body { margin: 0; padding: 24px 16px; background: #f7f8fa; color: #18202c;
  font: 15px/1.5 Inter, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
main { max-width: 640px; margin: 0 auto; padding: 24px; background: #fff; border: 1px solid #e5e8ed;
  border-radius: 10px; }
h1 { margin: 0 0 4px; font-size: 22px; line-height: 1.3; font-weight: 600; }
h2 { margin: 28px 0 0; font-size: 13px; font-weight: 600; color: #636e7f; }
h3 { margin: 0 0 4px; font-size: 16px; line-height: 1.35; font-weight: 600; }
p { margin: 0 0 4px; overflow-wrap: anywhere; }
ol { margin: 0; padding: 0; list-style: none; }
li { padding: 16px 0; border-top: 1px solid #e5e8ed; }
.quiet { color: #4d5868; font-size: 13px; }
.ways a { display: inline-block; margin: 6px 16px 0 0; }
a { color: #2f52cc; }
footer { max-width: 640px; margin: 16px auto 0; color: #636e7f; font-size: 13px; }
"""


def page(content: Content, *, nonce: str = "") -> str:
    """Return the whole letter as a page; `nonce` marks its style where a browser shows it as a preview."""
    return format_html(
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>{}</title>'
        "<style{}>{}</style></head><body><main>{}</main><footer>{}</footer></body></html>\n",
        words.subject(content),
        format_html(' nonce="{}"', nonce) if nonce else "",
        mark_safe(_STYLE),  # noqa: S308  our own
        _body(content),
        _foot(content),
    )


def _body(content: Content) -> SafeString:
    head = format_html(
        '<p class="quiet">{}, {}</p><h1>{}</h1>',
        content.organisation,
        words.long_day(content.on),
        words.answer(content),
    )
    if not content.is_brief:
        return head + _list(content.lines, content) + _rest(content)
    parts = (("To decide", content.deciding), ("First on the list", content.lines))
    named = [format_html("<h2>{}</h2>{}", name, _list(lines, content)) for name, lines in parts if lines]
    return head + mark_safe("".join(named)) + _rest(content)  # noqa: S308  made of escaped parts


def _list(lines: Sequence[Line], content: Content) -> SafeString:
    return format_html("<ol>{}</ol>", format_html_join("", "{}", ((_line(one, content),) for one in lines)))


def _line(line: Line, content: Content) -> SafeString:
    links = format_html_join("", "{}", ((_link(one.word, one.address),) for one in line.links))
    return format_html(
        '<li><h3>{}</h3><p>{}</p><p class="quiet">{}; {}.</p>{}</li>',
        line.title,
        line.why,
        words.by_when(line, content.on),
        words.waiting(line, content.currency),
        format_html('<p class="ways">{}</p>', links) if line.links else "",
    )


def _link(word: str, address: str) -> SafeString:
    # What is only in the mail itself stands underlined in a preview, and leads nowhere.
    return format_html('<a href="{}">{}</a> ', address, word) if address else format_html("<a>{}</a> ", word)


def _rest(content: Content) -> SafeString:
    told = [format_html("<p>{}</p>", words.more(content))] if content.more else []
    if content.page:
        told.append(format_html('<p><a href="{}">Open Today</a></p>', content.page))
    told += [format_html('<p class="quiet">{}</p>', one) for one in content.sums]
    return mark_safe("".join(told))  # noqa: S308  made of escaped parts


def _foot(content: Content) -> SafeString:
    told = [format_html("<p>{}</p>", content.when)]
    if content.settings:
        told.append(format_html('<p><a href="{}">Change it</a></p>', content.settings))
    if content.stop:
        told.append(format_html('<p><a href="{}">Stop it</a></p>', content.stop))
    return mark_safe("".join(told))  # noqa: S308  made of escaped parts
