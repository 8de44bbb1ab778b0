"""Texts that mean more than their letters are written in one way, whoever types them."""

import pytest

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import FieldClass
from fullscore.engine.registers.cleaning import clean
from fullscore.engine.registers.columns import Column, Kind


def cleaned(form: str, text: str) -> object:
    column = Column("it", "From", Kind.TEXT, FieldClass.OPEN, max_length=100, form=form)
    return clean(column, text, Subject("windows", "w"))


@pytest.mark.parametrize(
    ("form", "text", "kept"),
    [
        ("time", "7:30", "07:30"), ("time", "22", "22:00"), ("time", "24:00", "24:00"), ("time", "", None),
        ("weekdays", "7, 6", "67"), ("share", "50 %", "50%"), ("share", "1", "1"),
        ("hours", "Mon-Fri 07:30-18:00; Sat 08:00-12:00", "Mon-Fri 07:30-18:00; Sat 08:00-12:00"),
        ("hours", "Mo-Fr 8-17 Uhr", "Mo-Fr 8-17 Uhr"),
    ],
)  # fmt: skip
def test_a_form_is_kept_as_its_reader_reads_it(form: str, text: str, kept: object) -> None:
    assert cleaned(form, text) == kept


@pytest.mark.parametrize(
    ("form", "text", "code"),
    [
        ("time", "25:00", "field-not-time"), ("time", "24:30", "field-not-time"),
        ("time", "soon", "field-not-time"), ("weekdays", "89", "field-not-weekdays"),
        ("share", "half", "field-not-share"), ("share", "120%", "field-not-share"),
        ("hours", "mornings", "field-not-hours"), ("hours", "Mon-Fri 9-5", "field-not-hours"),
    ],
)  # fmt: skip
def test_what_nobody_can_read_is_named_with_how_to_write_it(form: str, text: str, code: str) -> None:
    found = cleaned(form, text)

    assert isinstance(found, Finding)
    assert found.code == code
    assert "Write" in say(found)
