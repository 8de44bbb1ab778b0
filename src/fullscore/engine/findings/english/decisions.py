"""English sentences about decisions by link and calendar feeds."""

from fullscore.engine.findings.english.words import Sentence, listed, number

SENTENCES: dict[str, Sentence] = {
    "decision-link-days": lambda v: (
        f"A link may be open for 1 to {number(v['longest'])} days, not {v['days']}. Choose a number between."
    ),
    "decision-link-dead": lambda _: "It has run out or was ended. Ask whoever sent it to you for a new one.",
    "decision-taken": lambda v: (
        f"This was decided already, by {v['by']}. To decide otherwise, speak with whoever asked you."
    ),
    "decision-answer-unknown": lambda v: f"Choose one of: {listed(v['choices'])}.",
    "decision-question-missing": lambda _: "Write what you want to know before you decide.",
    "feed-dead": lambda _: "This calendar address was ended. Make a new one under Today, Calendar addresses.",
    "feed-kind-unknown": lambda v: (
        f"There is no calendar of that kind. Choose one of: {listed(v['choices'])}."
    ),
}
