"""The words a headcount sentence may hold: directions, other kinds of goals, words that only join."""

import re

UP = re.compile(
    r"\b(?:scal(?:e|ing)(?: up)?|gr(?:ow|owing|ew|ows)|increas(?:e|es|ing)|expand(?:ing|s)?|hir(?:e|es|ing)|"
    r"add(?:s|ing)?|recruit(?:s|ing)?|rais(?:e|ing)|ramp(?:ing)?(?: up)?|onboard(?:s|ing)?|"
    r"bring(?:ing)? (?:on|in)|"
    r"enlarg(?:e|ing)|boost(?:ing)?|build up|take on|taking on|join(?:s|ing)?|"
    r"start(?:s|ing)? work|larger|bigger)\b"
)
DOWN = re.compile(
    r"\b(?:scal(?:e|ing) (?:down|back)|cut(?:s|ting)?(?: back| down)?|reduc(?:e|es|ing)|shrink(?:s|ing)?|"
    r"decreas(?:e|es|ing)|los(?:e|es|ing)|lay(?:ing)? off|let(?:ting)? go|downsiz(?:e|ing)|drop(?:s|ping)?|"
    r"remov(?:e|es|ing)|leave|leaves|leaving|smaller)\b"
)
TEMPORARY = re.compile(r"\b(?:temporary|temporarily|temps?|seasonal(?:ly)?|interim|for the season)\b")
# Words that turn a sentence round or hang it on a condition: nothing is planned from these.
TURNING = re.compile(
    r"\b(?:not|never|no longer|don't|doesn't|won't|cannot|can't|shouldn't|unless|if|except|without|"
    r"instead|stop|avoid|cancel|freeze|maybe|perhaps|or|either)\b"
)
_JOINING = """
    a an the we us our ours i my it its is are be been was will would shall should must can could may might
    need needs needed needing want wants wanted plan plans planned planning like going go to of in on at by
    for from with and into up as so that this have has had get getting please business company firm
    organisation organization team teams department group staff people persons person heads head headcount
    employees employee workers worker members member size number total more new additional extra further
    all everyone let lets let's who there than then now also just only another says said ceo owner boss
    us's we're we'll we've i'm it's they're their them they ones each every per onward onwards which
    whom both rest steps step waves wave
    batches batch respectively site sites
    new temporary temporarily temp temps seasonal seasonally interim season hires hire
"""
JOINING = frozenset(_JOINING.split())
# The room that will plan it, and the words that give such a goal away.
_KINDS = (
    ("moving people between teams", "Goals", (
        r"(?:mov(?:e|ing)|transfer|shift) (?:\w+ ){0,4}?(?:people|persons?|staff|workers|reps)",
    )),
    ("closing a site", "Goals", (r"clos(?:e|es|ing)|shut(?:s|ting)?(?: down)?",)),
    ("service target", "Vendors", (
        r"uptime|availability|slas?|service levels?|downtime|response times?|outages?|faster",
    )),
    ("standard", "Standards", (
        r"iso(?: ?\d{3,5})?|soc ?[12]|nis ?2|gdpr|hipaa|pci(?:[ -]dss)?|tisax|cyber essentials",
        r"compl(?:y|iance|iant)|certif(?:y|ied|ication)|audits?",
    )),
    ("spending", "Budget", (
        r"spend|spending|costs?|budgets?|expenses?|savings?|save|cheaper",
        r"[$€£] ?\d[\d,.]*k?|dollars?|euros?",
    )),
    ("revenue", "Goals", (
        r"revenues?|turnover|profits?|margins?|orders per|transactions?|output|production volume",
    )),
    ("replacing a service", "Changes", (
        r"replac(?:e|es|ing)|migrat(?:e|es|ing|ion)|mov(?:e|ing) (?:to|from|away)",
        r"switch(?:ing)? (?:to|from)|upgrad(?:e|es|ing)|retir(?:e|ing)|roll(?:ing)? out",
    )),
)  # fmt: skip
OTHER_KINDS: tuple[tuple[str, str, "re.Pattern[str]"], ...] = tuple(
    (kind, room, re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")) for kind, room, words in _KINDS
)
