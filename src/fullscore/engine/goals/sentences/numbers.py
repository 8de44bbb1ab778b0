"""Numbers as people write them: digits, words to a hundred, a dozen, half a dozen, a couple."""

from fractions import Fraction

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SINGLE = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * (step + 2) for step, word in enumerate(_TENS)
}
_DOZENS = {f"{_UNITS[count]} dozen": 12 * count for count in range(1, 10)}
_OTHER = {
    "hundred": 100, "a hundred": 100, "one hundred": 100, "dozen": 12, "a dozen": 12, "half a dozen": 6,
    "a couple of": 2, "a couple": 2, "couple of": 2,
}  # fmt: skip
_COMPOUND = {
    f"{ten}{join}{unit}": _SINGLE[ten] + _SINGLE[unit]
    for ten in _TENS
    for unit in _UNITS[1:10]
    for join in ("-", " ")
}
WORDS: dict[str, int] = _SINGLE | _COMPOUND | _DOZENS | _OTHER
_ONES = "|".join(_UNITS[1:10])
# The longer before what it begins with. Spelled out by its parts: of 200 words in one row, a pattern takes
# longer to build than a plan to be made.
_IN_WORDS = (
    rf"(?:{'|'.join(_TENS)})(?:[- ](?:{_ONES}))?|(?:(?:{_ONES}|half a|a) )?dozen|(?:one |a )?hundred"
    rf"|a couple(?: of)?|couple of|{'|'.join(reversed(_UNITS))}"
)
NUMBER = rf"(?:(?<![\w.])-?\d{{1,3}}(?:,\d{{3}})+(?![\d,])|(?<![\w.])-?\d+(?:\.\d+)?|\b(?:{_IN_WORDS})\b)"


def value_of(text: str) -> Fraction:
    """Return the number a text matched by `NUMBER` stands for."""
    text = " ".join(text.lower().split())
    if text in WORDS:
        return Fraction(WORDS[text])
    return Fraction(text.replace(",", ""))


def in_words(number: int) -> str:
    """Return a number to twenty as a word, a greater one in digits with thousands separated."""
    return _UNITS[number] if 0 <= number < len(_UNITS) else f"{number:,}"
