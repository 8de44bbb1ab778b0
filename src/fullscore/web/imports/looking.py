"""The page of a file that waits for a person: what it is, what it would do, what may be corrected."""

from dataclasses import dataclass

from fullscore.engine.findings.english.words import listed
from fullscore.usecases import imports
from fullscore.usecases.imports import Imported
from fullscore.usecases.imports.meeting.previews import Preview, ShownGuess
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import all_registers
from fullscore.web.imports import answers, preview, showing
from fullscore.web.imports.preview import Choice
from fullscore.web.imports.reads import reads

# A guess of fewer percent stands among all other kinds.
_LIKELY = 5


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
    guess, terms = preview.guessed(seen), showing.counts(file)
    heads, first = preview.first_rows(seen, reads(request, file.register))
    edits, more_edits = preview.own_edits(seen, lambda register: reads(request, register))
    return {
        "title": _title(file, guess, seen),
        "guess": guess,
        "kinds": _kinds(request, file, seen),
        "noun": all_registers()[file.register].singular if file.register else "row",
        "beside_words": f" kept {'beside the row' if file.register else 'with the file'} as is, or left out",
        "later": _later(request, guess),
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
    request: MemberRequest, file: Imported, seen: Preview
) -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    """Return the kinds to choose from, the likeliest apart; the one it is taken for is chosen."""
    now = answers.taken_for(file)
    likely = {
        (each.kind, each.source): each.label if each.kind == file.said.kind else f"{each.label}, {each.sure}%"
        for each in seen.guesses
        if each.sure >= _LIKELY
    }
    known = {kind for kind, _ in likely}
    rest = {
        (each.kind, ""): each.label for each in imports.kinds(by=request.member) if each.kind not in known
    }

    def choices(named: dict[tuple[str, str], str]) -> tuple[Choice, ...]:
        return tuple(Choice(f"{key[0]}|{key[1]}", label, key == now) for key, label in named.items())

    return (("Most likely", choices(likely)), ("Every other kind", choices(rest)))


def _later(request: MemberRequest, guess: ShownGuess | None) -> str:
    """Return when what is only kept now will be read; "" when the list is read whole."""
    known = (each for each in imports.kinds(by=request.member) if guess and each.kind == guess.kind)
    room = next((each.room for each in known), "")
    is_open = room in {each.room for each in all_registers().values()}
    words = (
        f"once {room.capitalize()} reads such lists"
        if is_open
        else f"when the room {room.capitalize()} opens"
    )
    return words if room else ""


def _made(seen: Preview) -> str:
    """Return what comes along with the rows: 3 teams and 1 site."""
    one = {each.plural: each.singular for each in all_registers().values()}
    made = tuple(
        f"{count:,} {(one.get(name, name) if count == 1 else name).lower()}" for name, count in seen.made
    )
    return listed(made) if made else ""
