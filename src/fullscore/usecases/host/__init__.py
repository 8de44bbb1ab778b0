"""What the host's operator does: install, keep, get back.

Each name is loaded when it is first asked for: a command that only needs to know who sits at the host
does not wait for backups, checks and the sample company.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fullscore.usecases.host.archiving import Backup, back_up, look_into
    from fullscore.usecases.host.beginning import Beginning, begin, sign_in_link
    from fullscore.usecases.host.doctor import Check, State, examine
    from fullscore.usecases.host.operating import operator
    from fullscore.usecases.host.restoring import Restored, restore
    from fullscore.usecases.host.sampling import bring_sample
    from fullscore.usecases.host.starting import NewerDatabaseError, holds_sample, is_begun, prepare
    from fullscore.usecases.host.writing import disk_full

__all__ = [
    "Backup",
    "Beginning",
    "Check",
    "NewerDatabaseError",
    "Restored",
    "State",
    "back_up",
    "begin",
    "bring_sample", "disk_full",
    "examine",
    "holds_sample", "is_begun",
    "look_into",
    "operator",
    "prepare",
    "restore",
    "sign_in_link",
]  # fmt: skip
_LIVES_IN = {
    "archiving": ("Backup", "back_up", "look_into"),
    "beginning": ("Beginning", "begin", "sign_in_link"),
    "doctor": ("Check", "State", "examine"),
    "operating": ("operator",),
    "restoring": ("Restored", "restore"),
    "sampling": ("bring_sample",),
    "starting": ("NewerDatabaseError", "holds_sample", "is_begun", "prepare"),
    "writing": ("disk_full",),
}


def __getattr__(name: str) -> object:
    for module, names in _LIVES_IN.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
