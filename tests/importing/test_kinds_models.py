"""Models under every name they have, and lists of models and accessories."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.sentences_en import say
from fullscore.importing.kinds import accessories, devices, models
from fullscore.importing.kinds.devices_models import category, maker, model
from tests.importing.mapping import codes, context, lines, only, said


def names(name: str, manufacturer: str = "") -> set[str]:
    return {word for _, word in model(name, manufacturer, "").words}


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (("Latitude 5450", "Dell Inc."), ("Dell Latitude 5450", "")),
        (("Dell Latitude 5450", "Dell"), ("Latitude 5450", "Dell Inc.")),
        (("Latitude 5450", ""), ("Dell Latitude 5450", "Dell Inc.")),
        (("Dell Latitude 5450", ""), ("Latitude 5450", "Dell Inc.")),
        (("EliteBook 840 G9", "HP"), ("HP EliteBook 840 G9 Notebook PC", "Hewlett-Packard")),
        (("ThinkPad T14", "Lenovo"), ("LENOVO ThinkPad T14", "LENOVO")),
    ],
)
def test_one_model_is_met_by_every_program(first: tuple[str, str], then: tuple[str, str]) -> None:
    made = model(*first, "").shown

    assert made == first[0]
    assert made.casefold() in {name.casefold() for name in names(*then)}


def test_different_models_of_one_maker_do_not_meet() -> None:
    assert names("Latitude 5450", "Dell Inc.").isdisjoint(names("Latitude 5440", "Dell Inc."))
    assert "15" not in names("HP 15", "HP")


@pytest.mark.parametrize(
    ("text", "meant"),
    [("Dell Inc.", "Dell"), ("LENOVO", "Lenovo"), ("Hewlett-Packard Company", "HP"), ("HP Inc.", "HP"),
     ("ASUSTeK COMPUTER INC.", "ASUS"), ("Microsoft Corporation", "Microsoft"), ("Gigaset AG", "Gigaset")],
)  # fmt: skip
def test_a_maker_has_one_short_name(text: str, meant: str) -> None:
    assert maker(text) == meant


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [("Laptops", "", "laptop"), ("Computers", "Latitude 5450", "laptop"), ("Computers", "", "desktop"),
     ("", "iPhone 15", "phone"), ("Drucker", "", "printer"), ("Wireless mouse", "", "accessory"),
     ("Coffee cups", "", "other"), ("USV", "", "ups"), ("Notebook", "Dock X", "laptop"), ("", "NAS 4 Bay",
      "server")],
)  # fmt: skip
def test_a_category_is_found_by_its_word_or_the_models_name(text: str, name: str, meant: str) -> None:
    assert category(text, name) == meant


@pytest.mark.parametrize("cells", [("X", "36"), ("X", "36 months"), ("X", "3 Jahre")])
def test_a_models_life_is_told_in_months(cells: tuple[str, str]) -> None:
    assert only(lines(models.KIND, {"Name": "name", "EOL": "life_months"}, cells)).values["life_months"] == 36


def test_a_life_in_years_is_known_by_its_header() -> None:
    found = only(lines(models.KIND, {"Name": "name", "Nutzungsdauer (Jahre)": "life_months"}, ("X", "4")))

    assert found.values["life_months"] == 48


def test_a_model_says_what_it_is_where_the_list_does() -> None:
    told = {"Name": "name", "Category": "category", "Min": "minimum", "EOL": "life_months", "Set": "fieldset"}
    found = lines(models.KIND, told, ("T14", "Laptops", "50", "soon", "A"), ("iPad 10", "Misc", "", "", ""))

    assert found[0].records[0].values == {"name": "T14", "safety_stock": 50, "category": "laptop"}
    assert found[0].records[0].extra == {"Category": "Laptops", "EOL": "soon", "Set": "A"}
    assert found[1].records[0].firsts == {"category": "tablet"}
    assert codes(found) == [["import-not-a-duration"], []]


def test_accessories_of_one_name_are_one_model_counted_together() -> None:
    told = {"Name": "name", "Qty": "quantity", "Where": "site", "Cost": "cost"}
    found = lines(
        accessories.KIND, told, ("USB-C cable", "61", "Harlow", "$9.50"), ("Mouse", "5", "", ""),
        ("usb-c  cable", "1,000", "East", "9.50"), ("", "3", "", ""),
    )  # fmt: skip

    assert found[0].records[0].extra == {"Qty": "1061", "Where": "Harlow"}
    assert found[0].records[0].values == {"name": "USB-C cable", "unit_cost": Decimal("9.50")}
    assert found[0].records[0].firsts == {"category": "accessory"}
    assert codes(found) == [[], [], ["import-counted-together"], ["import-nothing-to-know-it-by"]]
    assert found[2].records == ()
    assert "1,061 together" in said(found)[0]


@pytest.mark.parametrize("kind", [devices.KIND, models.KIND, accessories.KIND], ids=lambda kind: kind.name)
def test_a_kind_names_each_meaning_once_and_columns_that_exist(kind: object) -> None:
    assert isinstance(kind, type(devices.KIND))
    told = [each.name for each in kind.meanings]
    columns = {column.name for column in context().registers[kind.register].columns}

    assert len(set(told)) == len(told)
    assert {each.becomes for each in kind.meanings if each.becomes} <= columns
    assert frozenset().union(*kind.needs) <= set(told)


NAMES = tuple(each.name for each in devices.KIND.meanings)
CELLS = st.sampled_from(
    ["", "A-1", "S1", "10", "in use", "Ana", "2025-02-30", "00155D012AFF", "36", "$5", "€5", "user", "--"]
) | st.text(max_size=8)  # fmt: skip


@given(
    st.lists(st.sampled_from(NAMES), unique=True, max_size=8),
    st.lists(st.lists(CELLS, max_size=8), max_size=4),
)
def test_whatever_stands_in_a_list_every_row_gets_one_line(told: list[str], rows: list[list[str]]) -> None:
    for kind in (devices.KIND, models.KIND, accessories.KIND):
        known = [name for name in told if name in {each.name for each in kind.meanings}]
        found = lines(kind, {name: name for name in known}, *map(tuple, rows))

        assert [line.number for line in found] == list(range(2, len(rows) + 2))
        assert all(line.records or line.refusals or line.notes for line in found)
        assert all(
            isinstance(reason.finding, Finding) and say(reason.finding)
            for line in found
            for reason in line.refusals
        )
