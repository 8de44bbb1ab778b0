"""English sentences of the findings about accounts."""

from fullscore.engine.findings.english.words import Sentence

SENTENCES: dict[str, Sentence] = {
    "email-decides-rows": lambda _: (
        "Which rows are yours is found by your e-mail. Ask an owner to invite the new one instead."
    ),
    "email-not-understood": lambda v: (
        f"'{v['email']}' is not an e-mail address. Write it as name@company.com."
    ),
    "email-taken": lambda v: f"Somebody else signs in as {v['email']}. Use another e-mail.",
    "last-owner": lambda v: (
        f"{v['name']} is the last owner. Make somebody else owner first, or nobody could manage members."
    ),
    "link-expired": lambda _: "This link has run out. Ask for a new one from whoever sent it.",
    "link-unknown": lambda _: (
        "This link is not known here. Copy the whole address from the message, or ask for a new one."
    ),
    "link-used": lambda _: "This link was used already; each works once. Sign in, or ask for a new one.",
    "member-already": lambda v: f"{v['email']} is a member already. Change the role in the list of members.",
    "member-unknown": lambda v: (
        f"No active member '{v['email']}' here. `fullscore accounts list` shows who there is."
    ),
    "name-missing": lambda _: "A name is needed; it stands in the history beside what you change.",
    "organisation-has-owner": lambda _: (
        "This organisation has an owner already. Ask them for an invitation, "
        "or run `fullscore accounts reset EMAIL` on the host."
    ),
    "password-too-long": lambda v: f"A password may have at most {v['longest']} characters.",
    "password-weak": lambda v: f"Choose another password. {v['why']}",
    "role-unknown": lambda v: (
        f"There is no role '{v['role']}'. Use owner, it, executive, auditor or requester."
    ),
    "sign-in-refused": lambda _: "E-mail and password do not fit. Check both, or use 'Forgot the password?'.",
    "sign-in-too-often": lambda v: (
        f"Too many wrong tries. Wait {v['minutes']} minutes, then try again or reset the password."
    ),
    "token-days": lambda v: f"A token lives 1 to {v['longest']} days; {v['days']} is not possible.",
    "token-needs-member": lambda _: (
        "A token acts for a member. On the host, name one: `fullscore accounts token EMAIL`."
    ),
    "token-unknown": lambda _: "This token is not known here or belongs to somebody else.",
}
