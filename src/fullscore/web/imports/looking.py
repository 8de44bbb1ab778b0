"""The page of a file that waits for a person: what it is, what it would do, what may be corrected."""

from dataclasses import dataclass

from fullscore.engine.findings.english.words import listed
from fullscore.usecases import imports
from fullscore.usecases.imports import Imported
from fullscore.usecases.imports.previews import Preview, ShownGuess
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import all_registers
from fullscore.web.imports import preview, showing
from fullscore.web.imports.preview import Choice
from fullscore.web.imports.reads import reads


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file on the list that waits for an answer: what it is, and what it would do."""

    file: Imported
    question: str
    outcome: str


def waiting(file: Imported) -> Waiting:
    label = file.preview.label if file.preview else file.kind
    sure = round(file.confidence * 100)
    question = f"Is this {preview.a_list(label)}?" if file.state == "asking" else f"{label}, {sure}% sure"
    return Waiting(file, question, _brief(file))


def _brief(file: Imported) -> str:
    return ", ".join(
        f"{term.rows:,} {term.words.partition(',')[0]}" for term in showing.counts(file) if term.rows
    )


def page(request: MemberRequest, file: Imported) -> dict[str, object]:
    """Return what the preview's page shows."""
    seen = file.preview or Preview(file.kind)
    guess, terms = preview.guessed(file, seen), showing.counts(file)
    heads, first = preview.first_rows(seen, reads(request, file.register))
    edits, more_edits = preview.own_edits(seen, lambda register: reads(request, register))
    return {
        "title": _title(file, guess, seen),
        "guess": guess,
        "next_best": next((each for each in seen.guesses if each is not guess), None),
        "kinds": _kinds(request, file, guess, seen),
        "noun": all_registers()[file.register].singular if file.register else "row",
        "room": _room(request, guess),
        "button": preview.button(file),
        "rows_words": showing.rows_words(file),
        "counts": terms,
        "share": showing.share(terms),
        "told": showing.told(terms),
        "columns": preview.columns(file, seen),
        "words": preview.words(file, seen),
        "heads": heads,
        "first": first,
        "edits": edits,
        "more_edits": more_edits,
        "made": _made(seen),
        **showing.reasons(file),
    }


def _title(file: Imported, guess: ShownGuess | None, seen: Preview) -> str:
    label = guess.label if guess else seen.label
    if file.state != "asking":
        return f"This is {preview.a_list(label)}"
    return f"Is this {preview.a_list(label)}?" if guess else "What is this list?"


def _kinds(
    request: MemberRequest, file: Imported, guess: ShownGuess | None, seen: Preview
) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    """Return the kinds to choose from, the likeliest apart; the one it is taken for is chosen."""
    now = (guess.kind, guess.source) if guess else (file.kind, file.source)
    likely = {(each.kind, each.source): f"{each.label}, {each.sure}%" for each in seen.guesses}
    others = {(each.kind, each.source): each.label for each in imports.kinds(by=request.member)}

    def choices(named: dict[tuple[str, str], str]) -> tuple[Choice, ...]:
        return tuple(Choice(f"{key[0]}|{key[1]}", label, key == now) for key, label in named.items())

    rest = {key: label for key, label in others.items() if key not in likely}
    return (("Most likely", choices(likely)), ("Every kind", choices(rest)))


def _room(request: MemberRequest, guess: ShownGuess | None) -> str:
    """Return the room that will read the list one day, "" when its rows have a register."""
    known = (each for each in imports.kinds(by=request.member) if guess and each.kind == guess.kind)
    return next((each.room for each in known), "")


def _made(seen: Preview) -> str:
    """Return what comes along with the rows: 3 teams and 1 site."""
    one = {each.plural: each.singular for each in all_registers().values()}
    made = tuple(
        f"{count:,} {(one.get(name, name) if count == 1 else name).lower()}" for name, count in seen.made
    )
    return listed(made) if made else ""
