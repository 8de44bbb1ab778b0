"""Lists of users with all their licences in one cell, as directories print them."""

from fullscore.importing.kinds.kept import unread
from fullscore.importing.kinds.kind import Kind, Looks, Meaning
from fullscore.importing.kinds.writing import names

_MEANINGS = (
    Meaning("email", "holder's e-mail", names(
        "primary email | email | e mail | user | user email | user principal name | upn | mail"
        " | email address | login | username | e mail adresse | benutzerprinzipalname | benutzer"
        " | mailadresse"
    ), "person", Looks.EMAIL),
    Meaning("licences", "licences", names(
        "licenses display | license names | licenses | licences | assigned licenses | assigned products"
        " | products | subscriptions | lizenzen | zugewiesene lizenzen | produkte"
    ), "pool", Looks.TEXT),
    Meaning("sku", "product codes", names(
        "sku | skus | sku id | sku ids | product id | sku part number | license skus"
    )),
    Meaning("name", "holder", names(
        "display name | name | full name | anzeigename | vollständiger name | first name | last name"
        " | vorname | nachname"
    ), "", Looks.PERSON),
    Meaning("counters", "left out", names(
        "licenses count | licences count | license count | count | anzahl lizenzen | lizenzanzahl | anzahl"
    ), is_dropped=True),
)  # fmt: skip
KIND = Kind(
    "user licences", "Users with their licences", "seats", _MEANINGS,
    (frozenset({"email"}), frozenset({"licences", "sku"})), unread,
)  # fmt: skip
