"""English of what rests on what: what alone stops services, circles, and lines typed in a hurry."""

from collections.abc import Mapping

from fullscore.engine.findings.english.words import Sentence, listed, number
from fullscore.engine.findings.finding import Value

Values = Mapping[str, Value]
_SHOWN = 3


def several(value: Value) -> str:
    """Return names in words, the first three and how many more."""
    names = value if isinstance(value, tuple) else (str(value),)
    more = len(names) - _SHOWN
    return listed(names) if more <= 0 else f"{', '.join(names[:_SHOWN])} and {number(more)} more"


def _single(values: Values) -> str:
    people = values["people"]
    who = (
        ""
        if people is None
        else f" {number(people)} {'person waits' if people == 1 else 'people wait'} then."
    )
    return (
        f"{values['name']} alone takes {several(values['services'])} down with it.{who} "
        "Put a second way beside it, or say how long they can do without."
    )


def _unknown(values: Values) -> str:
    names = values["guesses"]
    if not names:
        return f"Nothing here is called {values['said']}. Choose another name, or add it as a service."
    return f"{values['said']} may be {several(names)}. Say which."


SENTENCES: dict[str, Sentence] = {
    "single-point-of-failure": _single,
    "estate-circle": lambda v: (
        f"{listed(v['names'])} rest on each other in a circle: when one fails, all do. "
        "Take out the line that is not meant."
    ),
    "support-group-too-small": lambda v: (
        f"{v['name']} asks for {v['said']} up of {v['group'] or 'its group'}, and there "
        f"{'is' if v['there'] == 1 else 'are'} {number(v['there'])}. "
        "Until that is put right, all of them count."
    ),
    "service-rests-on-nothing": lambda v: (
        f"Nobody has said what {v['name']} rests on, so no failure and no change is seen to hit it. "
        "Type what it needs."
    ),
    "service-use-unknown": lambda v: (
        f"Nobody has said who uses {v['name']}, so what an outage costs is not known. Add a team or a site."
    ),
    "service-without-owner": lambda v: (
        f"Nobody answers for {v['name']}, so nobody is asked before a change. Name an owner."
    ),
    "connect-not-understood": lambda v: (
        f'"{v["said"]}" is not understood. Write: CRM rests on Internet link, M365 login.'
    ),
    "connect-name-unknown": _unknown,
    "connect-there-already": lambda v: f"{v['name']} rests on {v['on']} already.",
    "impact-node-unknown": lambda v: (
        f"Nothing here is called {v['said']}."
        + (f" Did you mean {several(v['guesses'])}?" if v["guesses"] else " Check the name.")
    ),
    "impact-hours-not-understood": lambda v: (
        f"{v['said']} is no length of time. Write hours between 0 and {number(v['limit'])}."
    ),
}  # fmt: skip
