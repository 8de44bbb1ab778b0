"""Free text without what looks like a secret. Printing one is the dearest mistake; hiding a word is cheap.

Two rules: what a word such as "password" is followed by, unless it only says where it lies; and whatever
looks made rather than written: known keys, letters and digits with signs, letters and digits well mixed.
"""

import re
from itertools import pairwise

HIDDEN = "[looks like a secret, not shown]"
_SHORT, _LONG, _MIXED, _RANDOM = 6, 8, 4, 20
_NAMED = re.compile(
    r"(?i)\b(passwords?|passwd|passphrase|passcode|pwd?|pin|puk|secret|token|api[ _-]?key|access[ _-]?key|"
    r"credentials?|logins?|kennwort|passwort|zugangsdaten|key)\b(\s*(?:[:=]|->|=>|\bis\b|\bare\b|\bist\b|"
    r"\blautet\b)\s*)([^\n]+)"
)
# Places a secret lies in; behind such a word stands where, not what.
_PLACES = frozenset((
    "in", "at", "see", "on", "with", "kept", "keeps", "stored", "held", "from", "ask", "lives", "lies",
    "under", "inside", "behind", "by", "not", "none", "unknown", "known", "written", "only", "the", "im",
    "bei", "siehe", "auf",
))  # fmt: skip
_KEY = re.compile(
    r"-----BEGIN [A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$)"
    r"|\b(?:AKIA|ASIA|ghp_|gho_|github_pat_|glpat-|xox[abprs]-|sk[-_]|pk[-_]|rk_live_|eyJ)[A-Za-z0-9_.\-]{8,}"
)
_SIGN_IN = re.compile(r"(\b[a-z][a-z0-9+.-]*://)[^\s/@:]+:[^\s/@]+@", re.IGNORECASE)
_ORDINARY = re.compile(
    r"https?://\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[$€£]?[\d.,:/-]+(?:%|/?[a-z]{1,5})?", re.IGNORECASE
)  # fmt: skip
_SIGNS = re.compile(r"[!$%^&*#?~+=@|\\]")
_EDGES = ".,;:()[]{}\"'<>!?"


def masked(text: str) -> str:
    """Return the text with everything that looks like a secret taken out."""
    found = _KEY.sub(HIDDEN, text)
    found = _SIGN_IN.sub(rf"\1{HIDDEN}@", found)
    found = _NAMED.sub(_after, found)
    return re.sub(r"\S+", lambda word: _word(word.group()), found)


def place(text: str) -> str:
    """Return where a secret lies; one word of letters and digits is no place but what lies there."""
    bare = text.strip()
    is_one = len(bare) >= _SHORT and not re.search(r"\s", bare) and not _ORDINARY.fullmatch(bare)
    if is_one and any(map(str.isdigit, bare)) and any(map(str.isalpha, bare)):
        return HIDDEN
    return masked(bare)


def _after(said: re.Match[str]) -> str:
    """Return the word and where its secret lies; what it is goes."""
    name, sign, rest = said.groups()
    first = re.match(r"[\w']*", rest.strip())
    if first and first.group().casefold() in _PLACES:
        return said.group()
    return f"{name}{sign}{HIDDEN}"


def _word(word: str) -> str:
    if word in HIDDEN or _ORDINARY.fullmatch(word.strip(_EDGES)):
        return word
    return HIDDEN if _is_made(word) else word


def _is_made(word: str) -> bool:
    bare = word.strip(".,;:()[]{}\"'<>")
    has_letter, has_digit = any(map(str.isalpha, bare)), any(map(str.isdigit, bare))
    if len(bare) < _LONG or not (has_letter and has_digit):
        return False
    if _SIGNS.search(bare):
        return True
    return any(_is_random(part) for part in re.split(r"[-_./:]", bare))


def _is_random(part: str) -> bool:
    """Return whether letters and digits change too often for a name, or go on for too long."""
    if len(part) < _LONG or not any(map(str.isdigit, part)) or not any(map(str.isalpha, part)):
        return False
    kinds = ["d" if sign.isdigit() else "u" if sign.isupper() else "l" for sign in part]
    turns = sum(one != other for one, other in pairwise(kinds))
    return turns >= _MIXED or len(part) >= _RANDOM
