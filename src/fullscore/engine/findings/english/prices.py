"""English sentences of the findings about prices that were compared."""

from collections.abc import Mapping

from fullscore.engine.findings.english.words import Sentence, number
from fullscore.engine.findings.finding import Value


def _compared(values: Mapping[str, Value]) -> str:
    months = "1 month" if values["months"] == 1 else f"{number(values['months'])} months"
    return (
        f"{number(values['quantity'])} {values['name']} for {months} cost {values['cost']} "
        f"{values['chosen']} and {values['other_cost']} {values['other']}. "
        "The plan takes the first; check that you may."
    )


SENTENCES: dict[str, Sentence] = {
    "more-is-cheaper": lambda values: (
        f"{number(values['quantity'])} {values['name']} cost {values['cost']}, {values['saved']} less than "
        f"the {number(values['needed'])} that are enough. The plan orders {number(values['quantity'])}."
    ),
    "commitment-compared": _compared,
}
