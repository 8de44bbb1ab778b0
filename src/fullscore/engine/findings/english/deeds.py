"""English sentences about what somebody wants to do with a finding of Today and cannot."""

from fullscore.engine.findings.english.words import Sentence, day, number

SENTENCES: dict[str, Sentence] = {
    "finding-snooze-past": lambda v: (
        f"“{v['title']}” can only be put off until a day that is still to come, not until "
        f"{day(v['until'])}. Choose a later day."
    ),
    "finding-dealt-with": lambda v: (
        f"“{v['title']}” is {v['state']} already. Reopen it first to say something else."
    ),
    "finding-reason-missing": lambda v: (
        f"Write why “{v['title']}” will not be done, in at most {number(v['longest'])} letters."
    ),
    "finding-decider-missing": lambda v: (
        f"Write who decided that “{v['title']}” will not be done, in at most {number(v['longest'])} letters."
    ),
    "finding-assignee-unknown": lambda v: (
        f"“{v['title']}” can only be given to somebody who may act on it. Choose an owner or one of IT."
    ),
}
