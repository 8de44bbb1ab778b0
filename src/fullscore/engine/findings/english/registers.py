"""English sentences of the findings about registers: what, where, what to do."""

from collections.abc import Mapping
from functools import partial

from fullscore.engine.findings.english.words import Sentence, listed, number
from fullscore.engine.findings.finding import Value


def _range(words: str, _: Mapping[str, Value]) -> str:
    return (
        f"{words}: give the least and the most, with the likely value between them; "
        "from 0 on, or where you know it, also the likely value."
    )


SENTENCES: dict[str, Sentence] = {
    "field-required": lambda v: f"{v['field']} is empty. Fill it in.",
    "field-not-text": lambda v: f"{v['field']} takes text, not {v['value']}.",
    "field-bad-characters": lambda v: (
        f"{v['field']} holds characters that cannot be kept: {v['value']}. Type it again by hand."
    ),
    "field-too-long": lambda v: (
        f"{v['field']} has {number(v['length'])} characters; at most {number(v['limit'])} fit. Shorten it."
    ),
    "field-not-an-email": lambda v: (
        f"{v['field']}: {v['value']} is not an e-mail address (name@business.com)."
    ),
    "field-not-a-ref": lambda v: (
        f"{v['field']}: {v['value']} cannot stand in an address. Use letters, digits, dots and hyphens."
    ),
    "field-not-a-number": lambda v: f"{v['field']}: {v['value']} is not a number. Write 1285 or 1285.50.",
    "field-not-whole": lambda v: f"{v['field']}: {v['value']} is not a whole number.",
    "field-too-small": lambda v: (
        f"{v['field']}: {v['value']} is too small; the least is {number(v['limit'])}."
    ),
    "field-too-large": lambda v: (
        f"{v['field']}: {v['value']} is too large; the most is {number(v['limit'])}."
    ),
    "field-too-exact": lambda v: (
        f"{v['field']}: {v['value']} has too many decimals; {number(v['limit'])} are kept."
    ),
    "field-not-a-date": lambda v: f"{v['field']}: {v['value']} is not a date. Write 2026-11-23.",
    "field-date-out-of-reach": lambda v: f"{v['field']}: {v['value']} lies before 1900 or after 2200.",
    "field-not-hours": lambda v: (
        f"{v['field']}: {v['value']} is no hours of a week. Write Mon-Fri 07:30-18:00; Sat 08:00-12:00."
    ),
    "field-not-time": lambda v: f"{v['field']}: {v['value']} is no time of a day. Write 22:00.",
    "field-not-share": lambda v: (
        f"{v['field']}: {v['value']} is neither a count nor a share. Write 1 or 50%."
    ),
    "field-not-weekdays": lambda v: (
        f"{v['field']}: {v['value']} is no weekdays. Write their numbers, Monday is 1: 67 for the weekend."
    ),
    "field-not-yes-no": lambda v: f"{v['field']}: write yes or no, not {v['value']}.",
    "field-not-a-choice": lambda v: (
        f"{v['field']}: {v['value']} is not one of its words. Choose {listed(v['choices'])}."
    ),
    "reference-not-found": lambda v: (
        f"{v['field']}: there is no {v['target']} called {v['value']}. Add it first, or choose another."
    ),
    "value-not-unique": lambda v: (
        f"{v['field']}: {v['value']} already belongs to {v['other']}. Two rows cannot share it."
    ),
    "column-unknown": lambda v: f"There is no column called {v['value']} here.",
    "filter-not-understood": lambda v: (
        f"The filter {v['value']} cannot be used on {v['field']}. Use {listed(v['choices'])}."
    ),
    "row-not-found": lambda v: f"There is no {v['target']} called {v['value']} here.",
    "row-changed-meanwhile": lambda v: (
        f"{v['value']} was changed by {v['other']} while you were typing. Nothing was saved; compare both."
    ),
    "undo-overtaken": lambda v: (
        f"{v['field']} has been changed again since. Undo the later change first, or edit the row."
    ),
    "too-many-rows": lambda v: (
        f"{number(v['count'])} rows at once; at most {number(v['limit'])} fit. Choose fewer."
    ),
    "file-too-large": lambda v: (
        f"{v['value']} is larger than {number(v['limit'])} MB. Keep it elsewhere and note where."
    ),
    "export-file-unwritable": lambda v: f"{v['file']} cannot be written: {v['reason']}. Choose another name.",
    "file-empty": lambda v: f"{v['value']} is empty. Choose another file.",
    "file-name-unfit": lambda v: f"The file name {v['value']} cannot be kept. Rename the file.",
    "person-ends-after-start": lambda _: "The last day lies before the first. Correct one of the two.",
    "event-ends-after-start": lambda _: "The event ends before it begins. Correct one of the two dates.",
    "order-received-after": lambda _: (
        "The order was received before it was placed. Correct one of the two dates."
    ),
    "order-of-one-thing": lambda _: (
        "An order is for a model or for a licence, not both. Clear one of the two."
    ),
    "absence-ends-after-start": lambda _: "The absence ends before it begins. Correct one of the two dates.",
    "lane-leads-elsewhere": lambda _: "A transfer leads from one site to another. Choose two sites.",
    "offer-of-one-thing": lambda _: (
        "A price is for a model or for a licence: one of the two. Fill one and clear the other."
    ),
    "kit-needs-one-thing": lambda _: (
        "A kit line needs one thing, a model or a licence. Fill one and clear the other."
    ),
    "kit-for-people-or-one-thing": lambda _: (
        "A kit line is for people of a team or site, or for each one of a thing. Clear what is too much."
    ),
    "contract-ends-after": lambda _: (
        "The contract ends before it starts. Correct one of the two dates; the end is its last day in force."
    ),
    "charge-ends-after": lambda _: "The line ends before it begins. Correct one of the two dates.",
    "cover-of-one-thing": lambda _: (
        "A contract pays for a service or for an item: one of the two. Fill one and clear the other."
    ),
    "support-by-one-thing": lambda _: (
        "One row says one thing it rests on: an item, a link or licence, another service, a vendor or a "
        "person. Fill one and clear the others."
    ),
    "support-of-one-thing": lambda _: (
        "One row says for one thing what it rests on: a service, an item or a link. "
        "Fill one and clear the others."
    ),
    "support-by-another": lambda _: "A service cannot rest on itself. Choose another service.",
    "support-by-another-item": lambda _: "An item cannot rest on itself. Choose another item.",
    "support-by-another-link": lambda _: "A link cannot rest on itself. Choose another link.",
    "change-latest-after-earliest": lambda _: (
        "The change must be over before it may begin. Correct one of the two dates."
    ),
    "touch-of-one-thing": lambda _: (
        "One row says one thing the change touches: a service, an item or a link. "
        "Fill one and clear the others."
    ),
    "crew-by-name-or-skill": lambda _: (
        "A change takes somebody by name or one with a skill: one of the two. Fill one and clear the other."
    ),
    "predecessor-is-another": lambda _: "A change cannot come before itself. Choose another change.",
    "window-ends-after-start": lambda _: (
        "The window's last day lies before its first. Correct one of the two dates."
    ),
    "freeze-ends-after-start": lambda _: "The freeze ends before it begins. Correct one of the two dates.",
    **{
        f"{register}-{what}-range": partial(_range, words)
        for register, what, words in (
            ("scenario", "often", "How often it happens"),
            ("scenario", "hours", "How long it is down"),
            ("scenario", "loss", "What it costs"),
            ("scenario", "second", "What follows of it"),
            ("cause", "often", "How often it happens"),
        )
    },
    "scenario-once-is-a-share": lambda _: (
        "What comes once a year at most cannot come more than 1 time a year. "
        "Write 1 or less, or choose any number a year."
    ),
    "cause-once-is-a-share": lambda _: (
        "What comes once a year at most cannot come more than 1 time a year. "
        "Write 1 or less, or choose any number a year."
    ),
    "scenario-hours-of-a-service": lambda _: "Hours down need the service that is down. Choose it.",
    "scenario-second-has-share": lambda _: (
        "Consequences need the share of cases that have them. Write a percentage."
    ),
    "reduction-of-one-thing": lambda _: (
        "A row says what a control does to one loss or one cause. Fill one and clear the other."
    ),
    "reduction-leaves-some": lambda _: "No control removes all of a loss. Write less than 100 percent.",
    "reduction-of-a-cause": lambda _: (
        "A cause is only made rarer. Choose frequency, or name the loss instead."
    ),
    "insurance-ends-after-start": lambda _: (
        "The insurance ends before it begins. Correct one of the two dates."
    ),
    "bill-covers-in-order": lambda _: (
        "What the bill covers ends before it begins. Correct one of the two dates."
    ),
    "proposal-starts-in-order": lambda _: (
        "The last day to start lies before the first. Correct one of the two dates."
    ),
    "need-of-one-thing": lambda _: (
        "One row is about a proposal or about one way of it. Fill one and clear the other."
    ),
    "need-for-one-thing": lambda _: (
        "One row names one other thing: a proposal or one way of it. Fill one and clear the other."
    ),
    "need-is-another": lambda _: "A proposal neither needs nor excludes itself. Choose another one.",
    "need-is-another-way": lambda _: "A way neither needs nor excludes itself. Choose another one.",
    "limit-has-its-figure": lambda _: (
        "The limit lacks its figure: an amount for a budget, hours for hours, a purpose and a share for a "
        "floor or ceiling, an amount and years for a bad year. Fill it in."
    ),
    "currency-unknown": lambda v: (
        f"{v['field']}: {v['value']} is no currency. Write its three letters, such as USD or EUR."
    ),
    "pool-of-a-site-has-one": lambda _: "What serves one site must name the site. Choose it.",
}
