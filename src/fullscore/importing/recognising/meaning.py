"""What one column may mean in one kind: by its name, by likeness of its name, by its cells."""

from dataclasses import dataclass, replace
from functools import lru_cache

from fullscore.importing.kinds.kind import Looks
from fullscore.importing.lexicon.headers import LONGEST, head, squeezed, tokens
from fullscore.importing.lexicon.shapes import fits
from fullscore.importing.lexicon.spelling import is_slip
from fullscore.importing.recognising.index import KnownKind, index

# From here on a likeness of words is taken for the same column.
ALIKE = 0.68
EXACT, SAME_WORDS, SLIP, BY_CELLS = 1.0, 0.95, 0.75, 0.5
# Where the word that says what it is differs, more of the rest must be the same.
_WITHOUT_ITS_MAIN_WORD = 0.85
# Words that say little about what a column is of.
_GENERIC = frozenset({"number", "name", "date", "time", "id", "identifier", "value", "type", "status"})
# Cells that look so name a column whose header says nothing.
_TELLING = frozenset({Looks.EMAIL, Looks.MAC, Looks.IP, Looks.SERIAL})


@dataclass(frozen=True, slots=True)
class Column:
    """A column as it is compared: its header, and what its cells look like."""

    header: str
    looks: Looks = Looks.ANY


@dataclass(frozen=True, slots=True)
class Meant:
    """What a column may mean in a kind; `how`: "name", "likeness" or "values".

    `is_as_it_looks`: the cells are of the very look that the meaning wants.
    """

    meaning: str
    sure: float
    how: str
    is_as_it_looks: bool = False


def meant(known: KnownKind, column: Column) -> tuple[Meant, ...]:
    """Return what a column may mean, the surest first; cells that contradict a name make it less sure."""
    found = _by_name(known.kind.name, column.header[:LONGEST])
    looks = {meaning.name: meaning.looks for meaning in known.kind.meanings}
    rated = [_seen(one, column.looks, looks[one.meaning]) for one in found]
    if not rated or rated[0].sure < BY_CELLS:
        rated += _by_cells(known, column)
    return tuple(sorted(rated, key=lambda one: -one.sure))


def _seen(one: Meant, seen: Looks, wanted: Looks) -> Meant:
    if seen is wanted and wanted not in {Looks.ANY, Looks.TEXT}:
        return replace(one, is_as_it_looks=True)
    less = 1.0 if fits(seen, wanted) else 0.8 if one.how == "name" else 0.6
    return one if less == 1.0 else replace(one, sure=round(one.sure * less, 2))


@lru_cache(maxsize=32768)
def _by_name(kind: str, header: str) -> tuple[Meant, ...]:
    known = next(each for each in index().kinds if each.kind.name == kind)
    exact = known.phrases.get(squeezed(header), ())
    if exact:
        return tuple(Meant(meaning, EXACT - 0.02 * place, "name") for place, meaning in enumerate(exact))
    return _alike(known, tokens(header), _main(header)) or _misspelt(known, squeezed(header))


def _main(header: str) -> str:
    """Return the word that another name must hold to mean the same: a device's location is no device."""
    said = tokens(header)
    last = head(header)
    return last if last not in _GENERIC else max(said, key=lambda word: index().weight_of((word,)))


def _alike(known: KnownKind, said: frozenset[str], main: str) -> tuple[Meant, ...]:
    best: dict[str, Meant] = {}
    for words, meaning in {pair for token in said for pair in known.words.get(token, ())}:
        sure = _likeness(said, words)
        is_near = sure >= (ALIKE if main in words else _WITHOUT_ITS_MAIN_WORD) * SAME_WORDS
        if is_near and (meaning not in best or best[meaning].sure < sure):
            best[meaning] = Meant(meaning, sure, "name" if sure == SAME_WORDS else "likeness")
    # The kind's own order decides between equals.
    order = [meaning.name for meaning in known.kind.meanings]
    return tuple(sorted(best.values(), key=lambda one: (-one.sure, order.index(one.meaning))))


def _likeness(said: frozenset[str], words: frozenset[str]) -> float:
    """Return how much of what is said is the same, by how much each word tells."""
    if said == words:
        return SAME_WORDS
    weigh = index().weight_of
    # An address is no e-mail address: a name that says less is not the one that says more.
    if said < words and not words - said <= _GENERIC:
        return 0.0
    return round(SAME_WORDS * 2 * weigh(said & words) / (weigh(said) + weigh(words)), 3)


def _misspelt(known: KnownKind, name: str) -> tuple[Meant, ...]:
    meant_by = next((phrase for phrase in _slips(name) if phrase in known.phrases), None)
    return (Meant(known.phrases[meant_by][0], SLIP, "likeness"),) if meant_by else ()


@lru_cache(maxsize=16384)
def _slips(name: str) -> tuple[str, ...]:
    """Return the names of any kind that differ from this one by a slip."""
    spelt = index().spelt
    near = (spelt.get((name[:1], length), ()) for length in range(len(name) - 1, len(name) + 2))
    return tuple(phrase for phrases in near for phrase in phrases if is_slip(name, phrase))


def _by_cells(known: KnownKind, column: Column) -> list[Meant]:
    if column.looks not in _TELLING:
        return []
    fitting = [meaning.name for meaning in known.kind.meanings if meaning.looks is column.looks]
    return [Meant(name, BY_CELLS - 0.02 * place, "values") for place, name in enumerate(fitting)]
