"""English sentences about the weekly mail and the links in it."""

from fullscore.engine.findings.english.words import Sentence

SENTENCES: dict[str, Sentence] = {
    "digest-taken": lambda v: f"{v['email']} gets a weekly mail already. Change that one instead.",
    "digest-reader-may-not": lambda v: (
        f"{v['email']} cannot read Today: their role does not carry it, or they may no longer enter. "
        "Give them another role first."
    ),
    "digest-kind-unknown": lambda v: (
        f"There is no weekly mail called {v['value']}. Choose list (everything) or brief (three lines)."
    ),
    "digest-weekday-unknown": lambda v: (
        f"{v['value']} is no day of the week. Write 1 for Monday to 7 for Sunday."
    ),
    "digest-hour-unknown": lambda v: f"{v['value']} is no time of day. Write it as 07:00.",
    "digest-zone-unknown": lambda v: f"{v['value']} is no time zone. Write it as America/New_York.",
    "action-link-unknown": lambda _: (
        "This link is not known here. Copy the whole address from the mail, or sign in and open Today."
    ),
    "action-link-used": lambda _: (
        "This link was used already; each works once. Sign in to change what it did."
    ),
    "action-link-expired": lambda _: (
        "This link has run out; links in a mail work for 14 days. The newest mail has new ones."
    ),
    "action-link-ended": lambda _: (
        "This link was ended: whoever it was sent to no longer may do this. Sign in and open Today."
    ),
    "action-link-overtaken": lambda _: (
        "This was dealt with already, or has gone away since the mail was sent. Nothing was changed."
    ),
}
