"""What a year of trouble may cost, beside what the owners can bear, and what the proposals take off."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from fullscore.engine.findings.trace import Trace
from fullscore.engine.reports.blocks import (
    Big,
    Block,
    Curve,
    Fact,
    Facts,
    Figures,
    Mark,
    Row,
    Said,
    Section,
    Table,
    Text,
    Traced,
)
from fullscore.engine.reports.sections.choosing import Choice
from fullscore.engine.reports.voice import Voice, counted, headed, summed, text, value_of

_MISSING = "No loss is described yet. Write what may happen on the risk page: how often, and what it costs."
_MOST_CAUSES = 3
_TITLE = "How likely a year costs more than each amount"


@dataclass(frozen=True, slots=True)
class Borne:
    """What the owners live with in one of `years` years, and what such a year comes to."""

    years: int
    amount: Trace
    value: Trace | None
    is_kept: bool
    said_by: str = ""


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that may happen and its expected loss a year."""

    name: str
    expected: Trace
    is_assumed: bool = False


@dataclass(frozen=True, slots=True)
class Risk:
    """What simulated years come to, after insurance where there is one.

    `usual` is what half of all years stay below, `bad` what one year in `bad_years` exceeds; `bad_then` the
    same with everything that was chosen. `points` are amounts with the chance that a year costs more;
    `points_then` the same with everything that was chosen.
    """

    losses: tuple[Loss, ...] = ()
    expected: Traced | None = None
    usual: Trace | None = None
    bad: Trace | None = None
    bad_years: int = 10
    bad_then: Trace | None = None
    borne: tuple[Borne, ...] = ()
    points: tuple[tuple[Decimal, float], ...] = ()
    points_then: tuple[tuple[Decimal, float], ...] = ()
    is_insured: bool = False
    unpriced: tuple[str, ...] = ()

    @property
    def first_borne(self) -> Borne | None:
        """Return the limit that is broken, else the first there is."""
        return next((each for each in self.borne if not each.is_kept), next(iter(self.borne), None))


def one_in(years: int) -> str:
    return f"one year in {counted(years)}"


def section(found: Risk, choice: Choice | None, voice: Voice) -> Section:
    if not found.losses:
        return Section("risk", "No loss is described", missing=_MISSING)
    title, said = _title(found, voice)
    blocks: tuple[Block, ...] = (
        _figures(found, voice), *curve(found, voice), _causes(found, voice),
        *_taken_off(found, choice, voice),
    )  # fmt: skip
    return Section("risk", title, _lead(found), blocks, figures=said)


def _title(found: Risk, voice: Voice) -> tuple[str, tuple[Said, ...]]:
    if found.bad is None:
        return "What a year of trouble may cost", ()
    bad = voice.money(found.bad, f"{one_in(found.bad_years)} costs more")
    return f"{headed(one_in(found.bad_years))} costs more than {bad}", (bad,)


def _lead(found: Risk) -> str | None:
    assumed = [each for each in found.losses if each.is_assumed]
    if not assumed:
        return None
    whole = "All" if len(assumed) == len(found.losses) else f"{headed(counted(len(assumed)))} of the"
    return f"{whole} {len(found.losses)} losses rest on assumptions nobody has confirmed yet."


def _figures(found: Risk, voice: Voice) -> Figures:
    bigs = []
    after = "after insurance" if found.is_insured else "no insurance counted"
    if found.usual is not None:
        usual = voice.money(found.usual, "a usual year of losses")
        bigs.append(Big("A usual year", usual, f"half of all years cost less, {after}"))
    if found.bad is not None:
        bad = voice.money(found.bad, f"a bad year, {one_in(found.bad_years)}")
        bigs.append(Big("A bad year", bad, f"{one_in(found.bad_years)} costs more, {after}"))
    if found.expected is not None:
        mean = voice.money(found.expected, "expected loss of a year")
        bigs.append(Big("Expected a year", mean, "on average over many years, before insurance"))
    borne = found.first_borne
    if borne is not None:
        amount = voice.money(borne.amount, f"what the owners can bear in {one_in(borne.years)}")
        who = f", {borne.said_by}" if borne.said_by else ""
        bigs.append(Big("You can live with", amount, f"in {one_in(borne.years)}{who}"))
    return Figures(tuple(bigs))


def curve(found: Risk, voice: Voice, title: str = _TITLE) -> tuple[Curve, ...]:
    """Return the curve with what it says in words; nothing where no year was simulated."""
    if not found.points:
        return ()
    said = borne_words(found, voice)
    bearable = tuple((value_of(each.amount), 1 / each.years) for each in found.borne)
    marks = tuple(_marks(found, voice))
    figures = (*said.figures, *(figure for _, figure in marks))
    return (
        Curve(
            title, said.words, voice.currency, found.points, bearable, figures, found.points_then,
            tuple(mark for mark, _ in marks),
        ),
    )  # fmt: skip


def _marks(found: Risk, voice: Voice) -> Iterator[tuple[Mark, Said]]:
    """Yield what is said of single points: a bad year now and with the proposals, and what can be borne."""
    rare = one_in(found.bad_years)
    if found.bad is not None:
        bad = voice.money(found.bad, f"a bad year, {rare}")
        yield Mark("now", f"as things are: {bad}", value_of(found.bad), 1 / found.bad_years), bad
    if found.bad_then is not None and found.points_then:
        then = voice.money(found.bad_then, f"a bad year with the proposals, {rare}")
        yield Mark("then", f"with the proposals: {then}", value_of(found.bad_then), 1 / found.bad_years), then
    borne = found.first_borne
    if borne is not None:
        limit = voice.money(borne.amount, f"what the owners can bear in {one_in(borne.years)}")
        yield Mark("borne", f"you can live with {limit}", value_of(borne.amount), 1 / borne.years), limit


def borne_words(found: Risk, voice: Voice) -> Text:
    """Return a bad year beside what the owners said they can live with."""
    borne = found.first_borne
    if borne is None:
        return Text("Nobody has said yet how bad a year the owners can live with.")
    limit = voice.money(borne.amount, f"what the owners can bear in {one_in(borne.years)}")
    if borne.value is None:
        kept = "holds" if borne.is_kept else "does not hold"
        return text("{} in " + one_in(borne.years) + " is what you can live with. That " + kept + ".", limit)
    value = voice.money(borne.value, f"a bad year, {one_in(borne.years)}")
    beside = "within the" if borne.is_kept else "over the"
    form = headed(one_in(borne.years)) + " costs more than {}, " + beside + " {} you can live with."
    return text(form, value, limit)


def _causes(found: Risk, voice: Voice) -> Table:
    """Return the three largest losses, the others together, and their sum."""
    ordered = sorted(found.losses, key=lambda each: (-value_of(each.expected), each.name))
    first, rest = ordered[:_MOST_CAUSES], ordered[_MOST_CAUSES:]
    rows = [Row((each.name, voice.money(each.expected, f"{each.name}, expected a year"))) for each in first]
    if rest:
        others = summed((each.expected for each in rest), "the others, a year")
        rows.append(
            Row(
                (f"{headed(counted(len(rest)))} others", voice.money(others, "other losses, expected a year"))
            )
        )
    whole = summed((each.expected for each in ordered), "a year")
    rows.append(Row(("Together", voice.money(whole, "all losses, expected a year")), "total"))
    note = (
        f"Not in the sum, as nobody has priced it: {', '.join(found.unpriced)}." if found.unpriced else None
    )
    return Table(("What may happen", "Expected a year>"), tuple(rows), "The three biggest causes", note)


def _taken_off(found: Risk, choice: Choice | None, voice: Voice) -> tuple[Facts, ...]:
    """Return what everything that was chosen takes off a year's loss, and off a bad one."""
    if choice is None or choice.loss_now is None or choice.loss_then is None or not choice.chosen:
        return ()
    less = Trace(
        value_of(choice.loss_now) - value_of(choice.loss_then), op="difference",
        args=(choice.loss_now, choice.loss_then), note="less expected loss a year",
    )  # fmt: skip
    facts = [
        Fact(
            "Expected loss of a year as things are",
            voice.money(choice.loss_now, "expected loss, nothing done"),
        ),
        Fact("With the proposals in", voice.money(choice.loss_then, "expected loss, with the proposals in")),
        Fact("They take off, each year", voice.money(less, "expected loss taken off a year"), "fine"),
    ]
    if found.bad is not None and found.bad_then is not None:
        then = voice.money(found.bad_then, f"a bad year with the proposals, {one_in(found.bad_years)}")
        facts.append(Fact(f"What {one_in(found.bad_years)} exceeds falls to", then, "fine"))
    return (Facts(tuple(facts), "What the proposals take off"),)
