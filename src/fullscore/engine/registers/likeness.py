"""How nearly two texts are the same: one slip of the keyboard, letters that look alike, words left out."""

from collections.abc import Iterator

from fullscore.engine.registers.names import spellings

# O and 0, I and 1: what a person copies wrongly from a sticker.
_LOOKALIKE = str.maketrans({"o": "0", "q": "0", "i": "1", "l": "1"})
_MAKER_WORDS = (
    "acer apple apc aruba asus avaya axis benq brother canon cisco dell eaton epson ericsson fortinet google "
    "fujitsu hewlett hp hpe huawei juniper kyocera lenovo lexmark lg logitech meraki microsoft nokia "
    "motorola netgear packard panasonic philips poly polycom ricoh samsung sharp sony synology toshiba xerox "
    "tplink ubiquiti viewsonic yealink zebra enterprise"
)
# What a vendor is by law, and what a place or a team is anyway.
_FORM_WORDS = (
    "llc inc corp corporation incorporated ltd limited co company gmbh ag kg se bv nv plc sa sarl srl pty lp "
    "llp the plant office site branch building team department dept werk standort buro"
)
_MAKERS, _FORMS = frozenset(_MAKER_WORDS.split()), frozenset(_FORM_WORDS.split())


def lookalike(text: str) -> str:
    """Return a text with letters that are taken for each other made one."""
    return text.translate(_LOOKALIKE)


def shortened(text: str) -> Iterator[str]:
    """Yield the text, and the text without each of its letters; texts one slip apart share one of these."""
    yield text
    for at in range(len(text)):
        yield text[:at] + text[at + 1 :]


def is_one_slip(one: str, other: str) -> bool:
    """Say whether one letter wrong, missing, or swapped with its neighbour makes two different texts one.

    Letters that look alike count as the same, so that any number of them is one slip.
    """
    if one == other:
        return False
    short, long = sorted((lookalike(one), lookalike(other)), key=len)
    if short == long:
        return True
    at = next(
        (at for at, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short)
    )
    if len(short) != len(long):
        return short[at:] == long[at + 1 :]
    is_swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return is_swapped or short[at + 1 :] == long[at + 1 :]


def bare(text: str) -> str:
    """Return a name without words that say only what kind of thing it is, if anything else is left."""
    return _without(text, _FORMS)


def bare_model(text: str) -> str:
    """Return a model's name without its maker: Dell Latitude 5450 is Latitude 5450."""
    return _without(text, _MAKERS)


def _without(text: str, words: frozenset[str]) -> str:
    told = ["".join(filter(str.isalnum, word)) for word in spellings(text.replace("-", ""))[0].split()]
    kept = [word for word in told if word and word not in words]
    return "".join(kept or told)
