"""The weekly mail: who gets it when, how it reads, how it leaves, and what its links do."""

from typing import TYPE_CHECKING

from fullscore.usecases import doors

if TYPE_CHECKING:
    from fullscore.usecases.today.digests.delivering import MAIL, deliver, due
    from fullscore.usecases.today.digests.documents import (
        delivery_document,
        digest_document,
        digests_document,
        letter_document,
    )
    from fullscore.usecases.today.digests.keeping import Wanted, add, change, digest, digests, remove
    from fullscore.usecases.today.digests.pressing import Deed, opened, press
    from fullscore.usecases.today.digests.sending import preview, send, send_at_once, send_me, try_out
    from fullscore.usecases.today.digests.standing import is_mail_on, is_site_known, trouble
    from fullscore.usecases.today.digests.values import ActionLinkDeadError, Delivery, DigestShown, Letter

__all__ = [
    "MAIL", "ActionLinkDeadError", "Deed", "Delivery", "DigestShown", "Letter", "Wanted", "add", "change",
    "deliver", "delivery_document", "digest", "digest_document", "digests", "digests_document", "due",
    "is_mail_on", "is_site_known", "letter_document", "opened", "press", "preview", "remove", "send",
    "send_at_once", "send_me", "trouble", "try_out",
]  # fmt: skip
__getattr__ = doors(__name__, {
    "delivering": "MAIL deliver due",
    "documents": "delivery_document digest_document digests_document letter_document",
    "keeping": "Wanted add change digest digests remove",
    "pressing": "Deed opened press",
    "sending": "preview send send_at_once send_me try_out",
    "standing": "is_mail_on is_site_known trouble",
    "values": "ActionLinkDeadError Delivery DigestShown Letter",
})  # fmt: skip
