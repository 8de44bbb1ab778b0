"""English sentences about the life of one change: written down, asked about, begun, over."""

from fullscore.engine.findings.english.words import Sentence, listed
from fullscore.engine.findings.finding import Value


def _near(near: Value) -> str:
    return f" Did you mean {listed(near)}?" if near else ""


SENTENCES: dict[str, Sentence] = {
    "change-touch-unknown": lambda v: (
        f"Nothing here is called “{v['value']}”.{_near(v['near'])} "
        "Write a service, an item or a link by its name, one in each line."
    ),
    "change-touch-unclear": lambda v: (
        f"“{v['value']}” may be {listed(v['near'])}. Write one of these instead of the name."
    ),
    "change-hands-unknown": lambda v: (
        f"“{v['value']}” is nobody here, and nobody's skill.{_near(v['near'])} "
        "Write a name, or a skill that stands with somebody in People."
    ),
    "change-before-unknown": lambda v: (
        f"No change is called “{v['value']}”.{_near(v['near'])} Write what comes before by its name or ref."
    ),
    "change-order-cycle": lambda v: (
        f"{listed(v['names'])} wait for each other in a circle, so none of them can begin. "
        "Take one of them out of what comes before another."
    ),
    "change-length-unknown": lambda v: (
        f"{v['field']}: “{v['value']}” is no length of time. Write 45 min, 1 h 30 min or 1.5."
    ),
    "change-lengths-odd": lambda _: (
        "At best, likely and at worst must not fall: the first is the shortest, the last the longest."
    ),
    "change-template-missing": lambda _: (
        "A standard change is made from a template. Choose one, or make it a normal change."
    ),
    "change-template-unknown": lambda v: f"“{v['value']}” is no template. Choose one of the list.",
    "change-template-not-agreed": lambda v: (
        f"The owners have not agreed to the template {v['name']} yet. Ask them there first."
    ),
    "change-moment-unknown": lambda v: (
        f"{v['field']}: “{v['value']}” is no moment on this clock. Write a day and a time such as 22:00."
    ),
    "change-moment-ahead": lambda v: f"{v['field']} lies ahead. What has not happened is planned.",
    "change-ends-before-it-begins": lambda _: "It ended before it began. Correct one of the two times.",
    "change-act-not-now": lambda v: (
        f"{v['name']} is {v['state']}; now you can {listed(v['choices'])}."
        if v["choices"]
        else f"{v['name']} is {v['state']}, and that is how it stays."
    ),
    "change-not-agreed": lambda v: (
        f"{v['name']} waits for {listed(v['people'])}. "
        "It can begin when they agree, when their days for an answer are over, or when somebody decides."
    ),
    "change-touches-nothing": lambda v: (
        f"{v['name']} touches nothing yet, so nobody can be asked. Say what it works on."
    ),
    "change-not-asked": lambda v: f"{v['person']} was not asked about {v['name']}.",
    "change-answer-unknown": lambda v: f"Choose one of: {listed(v['choices'])}.",
    "change-reason-missing": lambda _: "Say why in a few words: the objection is decided on by its reason.",
    "change-case-changed": lambda _: (
        "The change was altered since you opened this page. Read it once more, then answer."
    ),
    "change-link-dead": lambda _: (
        "It was used, its last day is over, or somebody asks anew. Speak with whoever sent it to you."
    ),
    "change-undo-overtaken": lambda v: f"{v['name']} went on since. Take back what came last first.",
}
