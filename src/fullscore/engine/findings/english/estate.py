"""English sentences of the findings about the estate: what to see to, and what is not known yet."""

from collections.abc import Mapping

from fullscore.engine.findings.english.words import Sentence, clipped, day, number
from fullscore.engine.findings.finding import Value

Values = Mapping[str, Value]

LONGEST_TITLE = 60


def _of(values: Values, one: str, many: str, key: str = "count") -> str:
    """Return a count with its noun: 1 item, 43 items."""
    return f"{number(values[key])} {one if values[key] == 1 else many}"


def _s(values: Values, one: str, many: str, key: str = "count") -> str:
    return one if values[key] == 1 else many


def _worth(values: Values, words: str) -> str:
    """Return what is at stake as part of a sentence; nothing where nobody knows."""
    return words.format(values["worth"]) if values["worth"] else ""


def _ending(nouns: tuple[str, str], verbs: tuple[str, str], over: str, worth: str) -> Sentence:
    """Return the sentence of what ends; `verbs` for one and for several."""

    def said(v: Values) -> str:
        past = f" {number(v['over'])} {over} already." if v["over"] else ""
        if v["nearest"] is None:
            return f"No {nouns[0]} {verbs[0]} from today on.{past}"
        next_one = f"{v['name']} on {day(v['nearest'])}"
        if not v["count"]:
            return f"No {nouns[0]} {verbs[0]} within {v['days']} days; the next is {next_one}.{past}"
        verb, first = _s(v, *verbs), "" if v["count"] == 1 else "first "
        return f"{_of(v, *nouns)} {verb} within {v['days']} days{_worth(v, worth)}: {first}{next_one}.{past}"

    return said


def _owner(v: Values) -> str:
    gone = f" {number(v['left'])} of them had one who has left." if v["left"] else ""
    return (
        f"{_of(v, 'licence has', 'licences have')} no owner{_worth(v, ': {} a year nobody decides about')}."
        f"{gone} Name one for each."
    )


def _unpriced(v: Values) -> str:
    about = _worth(v, ", worth about {},")
    some = " (as far as prices are known)" if v["worth"] and v["priced"] != v["count"] else ""
    return (
        f"{_of(v, 'model has', 'models have')} no price: {_of(v, 'item', 'items', 'items')}{about}{some} "
        f"{_s(v, 'is', 'are', 'items')} missing from every forecast."
    )


SENTENCES: dict[str, Sentence] = {
    "warranties-ending": _ending(
        ("warranty", "warranties"), ("ends", "end"), "ended", " on things that cost {}"
    ),
    "replacements-due": _ending(
        ("replacement", "replacements"), ("falls due", "fall due"), "were due", " for things that cost {}"
    ),
    "licences-ending": _ending(
        ("licence", "licences"), ("runs out", "run out"), "ran out", ", {} a year together"
    ),
    "items-nobodys": lambda v: (
        f"{_of(v, 'item is', 'items are')} in use, but nobody holds {_s(v, 'it', 'them')} and no place is "
        f"known{_worth(v, '; bought for {}')}. Find out who has {_s(v, 'it', 'them')}."
    ),
    "items-holder-unknown": lambda v: (
        f"{_of(v, 'item names a holder', 'items name holders')} who {_s(v, 'is', 'are')} not in "
        f"People{_worth(v, '; bought for {}')}. Bring in a list of people, then this list again."
    ),
    "items-not-enrolled": lambda v: (
        f"{_of(v, 'device is', 'devices are')} bought, and no management tool knows "
        f"{_s(v, 'it', 'them')}{_worth(v, '; bought for {}')}. Enrol {_s(v, 'it', 'them')}, or find out "
        f"where {_s(v, 'it is', 'they are')}."
    ),
    "items-not-seen": lambda v: (
        f"{_of(v, 'item is', 'items are')} missing from the newest list of a program that named "
        f"{_s(v, 'it', 'them')} before{_worth(v, '; bought for {}')}. Find out where "
        f"{_s(v, 'it is', 'they are')}."
    ),
    "seats-unused": lambda v: (
        f"{_of(v, 'seat', 'seats', 'seats')} of {_of(v, 'licence', 'licences')} "
        f"{_s(v, 'is', 'are', 'seats')} bought and nobody has {_s(v, 'it', 'them', 'seats')}"
        f"{_worth(v, ': {} a year')}. Give them out, or buy fewer next time."
    ),
    "people-without-computer": lambda v: (
        f"{_of(v, 'person has', 'people have')} no computer on record, in teams where most have one. "
        "Assign the one they use, or order one."
    ),
    "items-of-leavers": lambda v: (
        f"{_of(v, 'item is', 'items are')} still with {_of(v, 'person', 'people', 'people')} who left"
        f"{_worth(v, '; bought for {}')}. Get {_s(v, 'it', 'them')} back."
    ),
    "seats-of-leavers": lambda v: (
        f"{_of(v, 'seat is', 'seats are')} still with {_of(v, 'person', 'people', 'people')} who left"
        f"{_worth(v, ': {} a year')}. Take {_s(v, 'it', 'them')} back."
    ),
    "pools-without-owner": _owner,
    "models-without-price": _unpriced,
    "pools-without-expiry": lambda v: (
        f"{_of(v, 'licence has', 'licences have')} no end date: nobody can say when "
        f"{_s(v, 'it renews', 'they renew')}{_worth(v, ', for {} a year')}."
    ),
    "items-without-purchase-date": lambda v: (
        f"{_of(v, 'item has', 'items have')} no purchase date: when to replace {_s(v, 'it', 'them')} is not "
        f"known{_worth(v, ', for things that cost {}')}."
    ),
    "items-without-warranty": lambda v: (
        f"{_of(v, 'device has', 'devices have')} no warranty date: nobody is warned before it "
        f"ends{_worth(v, ', for things that cost {}')}."
    ),
    "pools-without-use": lambda v: (
        f"{_of(v, 'licence has', 'licences have')} no count of use: whether seats are free is not "
        f"known{_worth(v, ', for {} a year')}."
    ),
    "pools-without-price": lambda v: (
        f"{_of(v, 'licence has', 'licences have')} no price: what more of {_s(v, 'it', 'them')} costs is "
        "missing from every plan."
    ),
    "items-without-model": lambda v: (
        f"{_of(v, 'item has', 'items have')} no model: no stock, forecast or replacement counts "
        f"{_s(v, 'it', 'them')}."
    ),
    "models-without-lead-time": lambda v: (
        f"{_of(v, 'model has', 'models have')} no lead time: the last day to order is an assumption."
    ),
    "people-without-team": lambda v: (
        f"{_of(v, 'person belongs', 'people belong')} to no team: what a goal for their team needs is "
        f"learned without {_s(v, 'this person', 'them')}."
    ),
    "people-without-start": lambda v: (
        f"{_of(v, 'person has', 'people have')} no first day: whether they are new here is not known."
    ),
    "support-ends": lambda v: (
        f"{_of(v, 'item runs', 'items run')} {v['name']}, which "
        f"{'lost' if v['over'] else 'loses'} its maker's support on {day(v['day'])}"
        f"{' at the latest, whichever edition it is' if v['latest'] else ''}: no security updates "
        f"after that day. Upgrade or replace {_s(v, 'it', 'them')}."
    ),
    "support-ends-not-fetched": lambda v: (
        f"Nothing was fetched about {v['product']} from {v['site']}, and nothing was changed: {v['why']}"
    ),
}


def _counted(one: str, many: str, key: str = "count") -> Sentence:
    """Return words with a count in them, for one and for several."""
    return lambda v: (one if v[key] == 1 else many).format(number(v[key]))


def _first(verb: str, many: str) -> Sentence:
    """Return what to do about what ends: by name where it is one, else how many."""

    def said(v: Values) -> str:
        count = v["count"] or v["over"]
        if count == 1 and v["count"] and v["name"]:
            return f"{verb} {clipped(str(v['name']), LONGEST_TITLE - len(verb) - 1)}"
        return f"{verb} {number(count)} {many if count != 1 else many.removesuffix('s')}"

    return said


def _seats(verb: str, key: str, whose: str = "") -> Sentence:
    """Return what to do with seats: of one licence by its name, of several how many."""

    def said(v: Values) -> str:
        names = v.get("names")
        alone = names[0] if isinstance(names, tuple) and len(names) == 1 else v.get("name")
        count, noun = number(v[key]), "seat" if v[key] == 1 else "seats"
        if alone is None:
            return f"{verb} {count} {noun}{whose}"
        room = LONGEST_TITLE - len(f"{verb} {count}  {noun}")
        return f"{verb} {count} {clipped(str(alone), room)} {noun}"

    return said


TITLES: dict[str, Sentence] = {
    "warranties-ending": _first("Decide about the warranty of", "items"),
    "replacements-due": _first("Plan the replacement of", "items"),
    "licences-ending": _first("Renew or end", "licences"),
    "contracts-ending": _first("Decide about", "contract days"),
    "items-nobodys": _counted("Find out who has {} item", "Find out who has {} items"),
    "items-holder-unknown": _counted("Bring in the holder of {} item", "Bring in the holders of {} items"),
    "items-not-enrolled": _counted("Enrol {} device", "Enrol {} devices"),
    "items-not-seen": _counted("Find {} item no list names any more", "Find {} items no list names any more"),
    "seats-unused": _seats("Give out or cancel", "seats"),
    "people-without-computer": _counted("Find a computer for {} person", "Find computers for {} people"),
    "items-of-leavers": _counted("Get {} item back from a leaver", "Get {} items back from leavers"),
    "seats-of-leavers": _seats("Take back", "count", " of leavers"),
    "pools-without-owner": _counted("Name an owner for {} licence", "Name owners for {} licences"),
    "models-without-price": _counted("Price {} model", "Price {} models"),
    "pools-without-expiry": _counted("Date the end of {} licence", "Date the end of {} licences"),
    "items-without-purchase-date": _counted("Date {} item", "Date {} items"),
    "items-without-warranty": _counted(
        "Find the warranty date of {} device", "Find the warranty dates of {} devices"
    ),
    "pools-without-use": _counted("Count who uses {} licence", "Count who uses {} licences"),
    "pools-without-price": _counted("Price {} licence", "Price {} licences"),
    "items-without-model": _counted("Name the model of {} item", "Name the models of {} items"),
    "models-without-lead-time": _counted(
        "Find out how long {} model takes to come", "Find out how long {} models take to come"
    ),
    "people-without-team": _counted("Name the team of {} person", "Name the teams of {} people"),
    "people-without-start": _counted("Name the first day of {} person", "Name the first days of {} people"),
    "support-ends": lambda v: f"Upgrade or replace {clipped(str(v['name']), LONGEST_TITLE - 19)}",
}

BUTTONS: dict[str, Sentence] = {
    "warranties-ending": lambda _: "See them",
    "replacements-due": lambda _: "Plan it",
    "licences-ending": lambda _: "Renew or end",
    "contracts-ending": lambda _: "See the days",
    "items-nobodys": lambda _: "Give holders",
    "items-holder-unknown": lambda _: "Bring in people",
    "items-not-enrolled": lambda _: "See them",
    "items-not-seen": lambda _: "See them",
    "seats-unused": _counted("See {} seat", "See {} seats", "seats"),
    "people-without-computer": lambda _: "Assign or order",
    "items-of-leavers": _counted("Get {} item back", "Get {} items back"),
    "seats-of-leavers": _counted("Take back {} seat", "Take back {} seats"),
    "pools-without-owner": _counted("Name the owner", "Name {} owners"),
    "models-without-price": _counted("Fill in {} price", "Fill in {} prices"),
    "pools-without-expiry": _counted("Fill in {} day", "Fill in {} days"),
    "items-without-purchase-date": _counted("Fill in {} day", "Fill in {} days"),
    "items-without-warranty": _counted("Fill in {} day", "Fill in {} days"),
    "pools-without-use": _counted("Fill in {} count", "Fill in {} counts"),
    "pools-without-price": _counted("Fill in {} price", "Fill in {} prices"),
    "items-without-model": _counted("Fill in {} model", "Fill in {} models"),
    "models-without-lead-time": _counted("Fill in {} lead time", "Fill in {} lead times"),
    "people-without-team": _counted("Fill in {} team", "Fill in {} teams"),
    "people-without-start": _counted("Fill in {} day", "Fill in {} days"),
    "support-ends": _counted("See {} item", "See {} items"),
}
