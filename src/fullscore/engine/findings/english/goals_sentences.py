"""English sentences of the questions a goal's sentence leaves open: sites, steps, last days."""

from collections.abc import Mapping

from fullscore.engine.findings.english.words import Sentence, day, listed, number
from fullscore.engine.findings.finding import Value


def _site_unknown(values: Mapping[str, Value]) -> str:
    near = values.get("near")
    if near:
        return f'No site is called "{values["asked"]}". Did you mean {listed(near).replace(" and ", " or ")}?'
    return (
        f'No site is called "{values["asked"]}". The sites are {listed(values.get("sites"))}. '
        f"For a new one say: open a site in {values['asked']}."
    )


SENTENCES: dict[str, Sentence] = {
    "goal-site-unknown": _site_unknown,
    "goal-site-unnamed": lambda _: "Where does it open? Name the place, like: open an office in Erie.",
    "goal-site-exists": lambda values: (
        f"There is a site called {values['site']} already. Say: hire people in {values['site']}; or give the "
        "new one another name."
    ),
    "goal-names-two-sites": lambda values: (
        f"This names {listed(values['sites'])}. Ask for one site at a time."
    ),
    "goal-new-site-needs-people": lambda _: (
        "How many people will work there? Nobody does yet, so say a number, like: with 40 people."
    ),
    "goal-fewer-for-a-time": lambda _: (
        "Fewer people for a time cannot be planned. Ask for fewer people without a last day, or for more."
    ),
    "goal-until-missing": lambda _: "Until when do they stay? Say their last day, like: until 31 August.",
    "goal-ends-before-it-starts": lambda values: (
        f"These people would leave on {day(values['until'])}, before they start on {day(values['need_by'])}. "
        "Correct one of the two days."
    ),
    "goal-ramp-does-not-fit": lambda values: (
        f"The steps add up to {number(values['steps'])} people, the goal is {number(values['change'])}. "
        "Correct the steps or the goal."
    ),
    "goal-step-not-people": lambda values: (
        f"A step of {values['said']} people cannot be planned. Give each step one person or more."
    ),
    "goal-step-outside-period": lambda values: (
        f'"{values["words"]}" lies outside {day(values["first"])} to {day(values["last"])}. '
        "Correct the step or the period."
    ),
}
