"""By when must notice be given? Worked out by hand, one case a line."""

import pytest

from fullscore.engine.vendors.terms import next_exit, notice_by
from tests.engine.vendors.dated import OFFICE, agreed, day

CASES = """
contract                       | notice                    | on         | out on     | notice by

# What the project was asked for.
until 2025-08-28 +12           | 2 months                  | 2026-02-11 | 2026-08-28 | 2026-06-28
2020-08-01 36+12               | 3 months                  | 2023-10-31 | 2024-07-31 | 2024-04-30
2020-08-01 36+12 anniversary   | 3 months                  | 2023-10-31 | 2024-08-01 | 2024-05-01
2026-01-01 1+1                 | 3 months                  | 2026-11-23 | 2027-02-28 | 2026-11-30

# Before the start, in the first term, on the very day and the day after.
2020-08-01 36+12               | 3 months                  | 2020-03-01 | 2023-07-31 | 2023-04-30
2020-08-01 36+12               | 3 months                  | 2020-08-01 | 2023-07-31 | 2023-04-30
2020-08-01 36+12               | 3 months                  | 2021-01-15 | 2023-07-31 | 2023-04-30
2020-08-01 36+12               | 3 months                  | 2023-04-30 | 2023-07-31 | 2023-04-30
2020-08-01 36+12               | 3 months                  | 2023-05-01 | 2024-07-31 | 2024-04-30
2020-08-01 36+12               | 3 months                  | 2023-07-31 | 2024-07-31 | 2024-04-30
2020-08-01 36+12               | 3 months                  | 2024-04-30 | 2024-07-31 | 2024-04-30
2020-08-01 36+12               | 3 months                  | 2024-05-01 | 2025-07-31 | 2025-04-30
2020-08-01 36+12 anniversary   | 3 months                  | 2024-05-01 | 2024-08-01 | 2024-05-01
2020-08-01 36+12 anniversary   | 3 months                  | 2024-05-02 | 2025-08-01 | 2025-05-01
2026-01-01 +12                 | 1 months                  | 2026-03-01 | 2026-12-31 | 2026-11-30

# The row names an end.
until 2025-08-28 +12           | 2 months                  | 2019-01-01 | 2025-08-28 | 2025-06-28
until 2025-08-28 +12           | 2 months                  | 2025-06-28 | 2025-08-28 | 2025-06-28
until 2025-08-28 +12           | 2 months                  | 2025-06-29 | 2026-08-28 | 2026-06-28
until 2025-08-28 +12           | 0 days                    | 2025-08-28 | 2025-08-28 | 2025-08-28
until 2025-08-28 +12           | 0 days                    | 2025-08-29 | 2026-08-28 | 2026-08-28
until 2027-12-31               | 3 months                  | 2026-11-23 | 2027-12-31 | 2027-09-30
until 2027-12-31               | 3 months                  | 2027-10-01 | -          | -

# Months are of different lengths; the day never drifts.
until 2026-01-31 +1            | 0 days                    | 2026-02-01 | 2026-02-28 | 2026-02-28
until 2026-01-31 +1            | 0 days                    | 2026-03-01 | 2026-03-31 | 2026-03-31
until 2026-05-30 +1            | 0 days                    | 2027-02-10 | 2027-02-28 | 2027-02-28
until 2026-01-31 +1            | 1 months                  | 2026-01-31 | 2026-02-28 | 2026-01-31
until 2026-01-31 +1            | 1 months                  | 2026-02-28 | 2026-03-31 | 2026-02-28
until 2026-08-31 +6            | 6 months                  | 2026-02-28 | 2026-08-31 | 2026-02-28
until 2026-08-31 +6            | 6 months                  | 2026-03-01 | 2027-02-28 | 2026-08-31
until 2026-08-30 +6            | 6 months                  | 2026-02-28 | 2026-08-30 | 2026-02-28
until 2026-06-30 +12           | 3 months                  | 2026-03-31 | 2026-06-30 | 2026-03-31
until 2026-06-29 +12           | 3 months                  | 2026-03-29 | 2026-06-29 | 2026-03-29
until 2026-06-29 +12           | 3 months                  | 2026-03-30 | 2027-06-29 | 2027-03-29
until 2026-04-30 +12           | 2 months                  | 2026-01-15 | 2026-04-30 | 2026-02-28
2026-01-31 1+1                 | 0 days                    | 2026-01-31 | 2026-02-28 | 2026-02-28
2026-01-31 1+1                 | 0 days                    | 2026-03-01 | 2026-03-30 | 2026-03-30
2026-01-31 1+1 anniversary     | 0 days                    | 2026-03-01 | 2026-03-31 | 2026-03-31
2025-12-31 2+12                | 1 months                  | 2026-01-10 | 2026-02-28 | 2026-01-31

# Leap years.
2024-02-29 12+12               | 1 months                  | 2024-06-01 | 2025-02-28 | 2025-01-31
2024-02-29 12+12               | 1 months                  | 2027-06-01 | 2028-02-28 | 2028-01-28
2024-02-29 12+12 anniversary   | 1 months                  | 2024-06-01 | 2025-02-28 | 2025-01-31
2024-02-29 12+12 anniversary   | 1 months                  | 2027-06-01 | 2028-02-29 | 2028-01-31
2024-03-01 12+12               | 1 months                  | 2024-06-01 | 2025-02-28 | 2025-01-31
2024-03-01 12+12               | 1 months                  | 2027-06-01 | 2028-02-29 | 2028-01-31
until 2024-02-29 +12           | 30 days                   | 2024-06-01 | 2025-02-28 | 2025-01-29
until 2024-02-29 +12           | 30 days                   | 2027-06-01 | 2028-02-29 | 2028-01-30
until 2028-02-28 +12           | 1 days                    | 2028-02-27 | 2028-02-28 | 2028-02-27
until 2028-02-28 +12           | 1 days                    | 2028-02-28 | 2029-02-28 | 2029-02-27
2023-03-01 12+12               | 52 weeks                  | 2023-03-02 | 2024-02-29 | 2023-03-02
2023-03-01 12+12               | 52 weeks                  | 2023-03-03 | 2025-02-28 | 2024-03-01

# Days and weeks.
until 2026-12-31 +12           | 4 weeks                   | 2026-11-23 | 2026-12-31 | 2026-12-03
until 2026-12-31 +12           | 4 weeks                   | 2026-12-04 | 2027-12-31 | 2027-12-03
until 2026-12-31 +12           | 30 days                   | 2026-12-01 | 2026-12-31 | 2026-12-01
until 2026-12-31 +12           | 30 days                   | 2026-12-02 | 2027-12-31 | 2027-12-01
until 2027-03-31 +12           | 90 days                   | 2026-11-23 | 2027-03-31 | 2026-12-31

# Working days, over weekends and days off.
until 2026-11-30 +12           | 3 working days            | 2026-11-23 | 2026-11-30 | 2026-11-24
until 2026-11-30 +12           | 3 working days            | 2026-11-25 | 2027-11-30 | 2027-11-25
until 2027-01-03 +12           | 5 working days            | 2026-12-01 | 2027-01-03 | 2026-12-23
until 2026-12-06 +1            | 1 working days            | 2026-12-03 | 2026-12-06 | 2026-12-03
until 2026-12-06 +1            | 1 working days            | 2026-12-04 | 2027-01-06 | 2027-01-05
until 2026-12-07 +1            | 1 working days            | 2026-12-05 | 2026-12-07 | 2026-12-06
until 2026-12-05 +1            | 0 working days            | 2026-12-05 | 2026-12-05 | 2026-12-05

# To the end of a month, of a quarter, to any day; never before the first term ends.
2026-01-01 12+12               | 1 months to month         | 2026-06-10 | 2026-12-31 | 2026-11-30
2026-01-01 12+12               | 1 months to month         | 2026-12-01 | 2027-01-31 | 2026-12-31
2026-01-01 12+12               | 1 months to month         | 2027-03-31 | 2027-04-30 | 2027-03-31
2026-01-15 12+12               | 1 months to month         | 2026-06-10 | 2027-01-31 | 2026-12-31
2026-01-01 12                  | 6 weeks to quarter        | 2027-02-17 | 2027-03-31 | 2027-02-17
2026-01-01 12                  | 6 weeks to quarter        | 2027-02-18 | 2027-06-30 | 2027-05-19
2024-05-10                     | 1 months to quarter       | 2026-11-30 | 2026-12-31 | 2026-11-30
2024-05-10                     | 1 months to quarter       | 2026-12-01 | 2027-03-31 | 2027-02-28
2026-01-01 3                   | 14 days to any day        | 2026-02-01 | 2026-03-31 | 2026-03-17
2026-01-01 3                   | 14 days to any day        | 2026-11-23 | 2026-12-07 | 2026-11-23
2024-05-10                     | 1 months to any day       | 2027-01-28 | 2027-02-28 | 2027-01-31
2026-01-01 1                   | 1 working days to any day | 2026-11-27 | 2026-11-30 | 2026-11-29
2024-05-10                     | 3 months to month         | 2026-11-30 | 2027-02-28 | 2026-11-30
2024-05-10                     | 3 months to month         | 2024-01-01 | 2024-05-31 | 2024-02-29

# Notice is longer than the term.
2026-01-01 1+1                 | 3 months                  | 2026-12-01 | 2027-03-31 | 2026-12-31
2026-01-01 1+1                 | 90 days                   | 2026-11-23 | 2027-02-28 | 2026-11-30
2025-01-01 12+12               | 18 months                 | 2026-02-01 | 2027-12-31 | 2026-06-30
2025-01-01 12+12               | 18 months                 | 2026-07-01 | 2028-12-31 | 2027-06-30

# It ends by itself: no notice is needed.
2026-01-01 12 none             | 3 months                  | 2026-11-23 | 2026-12-31 | -
2026-01-01 12 none             | -                         | 2026-12-31 | 2026-12-31 | -
2026-01-01 12 none             | -                         | 2027-01-01 | -          | -
until 2026-12-31 +12 express   | 1 months                  | 2026-11-23 | 2026-12-31 | -
until 2026-12-31 +12 express   | 1 months                  | 2027-01-01 | -          | -
"""


def rows() -> list[list[str]]:
    lines = (line for line in CASES.splitlines()[2:] if line and not line.startswith("#"))
    return [[cell.strip() for cell in line.split("|")] for line in lines]


def test_there_are_at_least_sixty_cases() -> None:
    assert len({tuple(row) for row in rows()}) >= 60


@pytest.mark.parametrize("row", rows(), ids=", ".join)
def test_a_contract_ends_when_a_lawyer_says_so(row: list[str]) -> None:
    text, notice, on, out_on, by = row
    terms, today = agreed(text, notice), day(on)
    assert today is not None
    assert next_exit(terms, today, OFFICE) == day(out_on)
    assert notice_by(terms, today, OFFICE) == day(by)
