"""Whose word counts: by role and column as shipped, by the organisation's own order where it has one."""

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.registers.precedence import Precedence, roles

ROLES = {
    "Staff": "hr", "Directory": "directory", "Tool": "management", "Monitor": "management",
    "Assets": "assets", "Books": "books", "Export": "ours",
}  # fmt: skip
SOURCES = st.sampled_from([*ROLES, "Somebody's list"])
COLUMNS = st.sampled_from([("people", "title"), ("items", "serial"), ("items", "cost"), ("pools", "used")])
ORDERS = st.dictionaries(
    st.sampled_from(["people", "items", "pools"]), st.lists(SOURCES, unique=True), max_size=3
)


def test_the_device_itself_knows_its_number_and_the_asset_list_knows_its_cost() -> None:
    shipped = Precedence(ROLES)

    assert shipped.outranks("Tool", "Assets", "items", "serial")
    assert shipped.outranks("Assets", "Tool", "items", "cost")
    assert shipped.outranks("Books", "Tool", "items", "cost")
    assert shipped.outranks("Directory", "Assets", "pools", "used")
    assert not shipped.outranks("Tool", "Monitor", "items", "serial")


@given(SOURCES, SOURCES, SOURCES, COLUMNS, ORDERS)
def test_it_is_an_order(
    one: str, other: str, third: str, at: tuple[str, str], said: dict[str, list[str]]
) -> None:
    belief = Precedence(ROLES, said)
    outranks = [
        belief.outranks(a, b, *at) for a, b in ((one, other), (other, one), (other, third), (one, third))
    ]

    assert not (outranks[0] and outranks[1])
    assert not belief.outranks(one, one, *at)
    if "ours" not in {ROLES.get(name) for name in (one, other, third)} and outranks[0] and outranks[2]:
        assert outranks[3]


@given(SOURCES, COLUMNS)
def test_our_own_export_is_never_outranked(source: str, at: tuple[str, str]) -> None:
    assert not Precedence(ROLES).outranks(source, "Export", *at)
    assert not Precedence(ROLES).outranks("Export", source, *at)


def test_every_role_has_a_place_everywhere() -> None:
    every = set(roles("people"))

    for register in ("people", "items", "models", "pools", "seats", "vendors", "sites", "teams", "orders"):
        assert set(roles(register)) == every
    for column in ("serial", "cost", "name"):
        assert set(roles("items", column)) == every
