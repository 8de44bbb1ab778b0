"""Lists of people: whoever works here, from HR, a directory or a sheet."""

from fullscore.importing.kinds.kind import Kind
from fullscore.importing.kinds.people.meanings import MEANINGS
from fullscore.importing.kinds.people.reading import lines

_NAMED = frozenset({"name", "first_name", "last_name", "preferred_name", "email", "login"})
_TELLS_A_PERSON = frozenset(
    {"first_name", "last_name", "email", "login", "employee_number", "title", "team", "starts_on",
     "employment", "licences"}
)  # fmt: skip
KIND = Kind("people", "People", "people", MEANINGS, (_NAMED, _TELLS_A_PERSON), lines)
