"""Words for how often something is paid, and how many times a year that is; English and German."""

from fractions import Fraction

PERIODS = ("once", "month", "quarter", "half-year", "year", "2 years", "3 years", "5 years")
_ALL: dict[str, tuple[str, ...]] = {
    "once": (
        "once", "one-time", "one time", "onetime", "one-off", "one off", "perpetual", "lifetime",
        "permanent", "single", "upfront once", "einmalig", "einmal", "dauerhaft", "unbefristet", "kauf",
        "kauflizenz", "einmalzahlung",
    ),
    "month": (
        "month", "monthly", "months", "per month", "mo", "m", "1 month", "each month", "/month", "/mo",
        "month-to-month", "month to month", "mtm", "p1m", "every month", "monatlich", "monat", "pro monat",
        "je monat", "p.m.", "mtl.", "mtl", "1 monat", "monatsweise",
    ),
    "quarter": (
        "quarter", "quarterly", "per quarter", "3 months", "every 3 months", "q", "p3m", "quartal",
        "quartalsweise", "vierteljährlich", "pro quartal", "3 monate", "alle 3 monate",
    ),
    "half-year": (
        "half-year", "half year", "half-yearly", "half yearly", "semi-annual", "semi-annually",
        "semiannual", "semi annually", "biannual", "biannually", "6 months", "every 6 months", "p6m",
        "halbjährlich", "halbjahr", "6 monate", "pro halbjahr",
    ),
    "year": (
        "year", "yearly", "annual", "annually", "per year", "y", "yr", "a", "1 year", "12 months",
        "one year", "/year", "/yr", "p1y", "p.a.", "pa", "per annum", "every year", "annum", "years",
        "jährlich", "jahr", "pro jahr", "je jahr", "1 jahr", "12 monate", "ein jahr", "jahresweise",
        "jahreslizenz",
    ),
    "2 years": (
        "2 years", "2 year", "two years", "biennial", "biennially", "24 months", "every 2 years", "2y",
        "2-year", "p2y", "2 jahre", "zwei jahre", "24 monate", "zweijährlich", "alle 2 jahre",
    ),
    "3 years": (
        "3 years", "3 year", "three years", "triennial", "36 months", "every 3 years", "3y", "3-year",
        "p3y", "3 jahre", "drei jahre", "36 monate", "dreijährlich", "alle 3 jahre",
    ),
    "5 years": (
        "5 years", "5 year", "five years", "60 months", "every 5 years", "5y", "5-year", "p5y", "5 jahre",
        "fünf jahre", "60 monate",
    ),
}  # fmt: skip
WORDS = {word: period for period, words in _ALL.items() for word in words}
# How often in a year; what is paid once, or by the month, is kept as such and needs no figure.
A_YEAR = {
    "quarter": Fraction(4), "half-year": Fraction(2), "year": Fraction(1), "2 years": Fraction(1, 2),
    "3 years": Fraction(1, 3), "5 years": Fraction(1, 5),
}  # fmt: skip
