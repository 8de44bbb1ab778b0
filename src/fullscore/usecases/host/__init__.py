"""What the host's operator does: install, keep, get back."""

from typing import TYPE_CHECKING

from fullscore.usecases import doors

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
__getattr__ = doors(__name__, {
    "archiving": "Backup back_up look_into",
    "beginning": "Beginning begin sign_in_link",
    "doctor": "Check State examine",
    "operating": "operator",
    "restoring": "Restored restore",
    "sampling": "bring_sample",
    "starting": "NewerDatabaseError holds_sample is_begun prepare",
    "writing": "disk_full",
})  # fmt: skip
