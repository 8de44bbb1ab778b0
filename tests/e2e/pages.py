"""Every page there is, by name: what is checked and what is drawn."""

ORG = "/o/harbor-mill"
ITEMS = f"{ORG}/estate/items"
PAGES = {
    "sign-in": "/sign-in/?next=/",
    "reset": "/reset/",
    "organisations": "/",
    "me": "/me/",
    "home": f"{ORG}/",
    "estate": f"{ORG}/estate/",
    "vendors-room": f"{ORG}/vendors/",
    "items": f"{ITEMS}/",
    "items-narrowed": f"{ITEMS}/?q=lena&status.in=in+use,lost&sort=-name",
    "items-nothing": f"{ITEMS}/?q=nothing-has-this",
    "items-archived": f"{ITEMS}/?archived=yes",
    "people": f"{ORG}/estate/people/",
    "models": f"{ORG}/estate/models/",
    "pools": f"{ORG}/estate/pools/",
    "seats-empty": f"{ORG}/estate/seats/",
    "vendors": f"{ORG}/vendors/vendors/",
    "orders": f"{ORG}/vendors/orders/",
    "item": f"{ITEMS}/a-0001/",
    "item-archived": f"{ITEMS}/a-0002/",
    "item-edit": f"{ITEMS}/a-0001/edit/",
    "item-new": f"{ITEMS}/new/",
    "find": f"{ORG}/find/?q=lena",
    "find-nothing": f"{ORG}/find/?q=nothing-has-this",
    "not-there": f"{ITEMS}/no-such-row/",
    "not-understood": f"{ITEMS}/?cost.contains=1",
    "members": f"{ORG}/members/",
    "tokens": f"{ORG}/tokens/",
    "settings": f"{ORG}/settings/",
}
