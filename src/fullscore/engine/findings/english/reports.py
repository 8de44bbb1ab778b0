"""English of packs: what is asked for, what is answered, and what keeps a link shut."""

from collections.abc import Mapping

from fullscore.engine.findings.english.words import Sentence, day, listed
from fullscore.engine.findings.finding import Value

Values = Mapping[str, Value]


def _because(v: Values) -> str:
    return f": “{v['words']}”" if v["words"] else ""


SENTENCES: dict[str, Sentence] = {
    "pack-kind-unknown": lambda v: f"There is no pack called {v['value']}. Ask for {listed(v['kinds'])}.",
    "pack-section-unknown": lambda v: (
        f"A board pack has no section called {v['value']}. It has {listed(v['sections'])}."
    ),
    "pack-not-drafted": lambda _: "There is no finished draft to issue. Prepare one and look at it first.",
    "pack-is-done": lambda _: "This pack is done and never changes. Prepare a new one.",
    "pack-not-issued": lambda _: "Only an issued pack can be sent. Issue the draft first.",
    "pack-link-days": lambda v: (
        f"A link cannot live for {v['days']} days. Choose a number from 1 to {v['longest']}."
    ),
    "pack-link-dead": lambda _: (
        "This link has run out or was ended. Ask whoever sent it to you for a new one."
    ),
    "pack-ask-unknown": lambda v: (
        f"This pack asks for no decision on {v['value']}. Answer one of those it names."
    ),
    "pack-not-printed": lambda v: f"{v['why']} Look at logo and names, then try again.",
    "pack-not-written": lambda v: f"{v['path']} cannot be written: {v['why']}. Name another place.",
    "pack-question": lambda v: (
        f"{v['who']} has a question about {v['name']}, asked on {day(v['on'])}{_because(v)}. "
        "No decision comes before the answer."
    ),
    "proposal-approved": lambda v: (
        f"{v['who']} approved {v['name']} on {day(v['on'])}{_because(v)}. Order it and give it a date."
    ),
}
TITLES: dict[str, Sentence] = {
    "pack-question": lambda v: f"Answer {v['who']} about {v['name']}",
    "proposal-approved": lambda v: f"Begin {v['name']}: it is approved",
}
BUTTONS: dict[str, Sentence] = {
    "pack-question": lambda _: "Read the question",
    "proposal-approved": lambda _: "Open the case",
}
