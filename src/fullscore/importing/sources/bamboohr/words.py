"""The words HR systems use for whether somebody works here."""

_LEFT = (
    "inactive", "terminated", "terminated - voluntary", "terminated - involuntary", "term", "retired",
    "furloughed",
    "furlough", "no", "0", "t", "i", "n", "false", "deactivated", "archived", "deleted", "deceased",
    "suspended - payroll eligible", "not on payroll", "former employee", "former", "dormant", "discarded",
    "separated", "withdrawn", "resigned", "left", "ended", "not active", "non-active", "ex-employee",
    "laid off",
    "reported no show",
)  # fmt: skip
_HERE = (
    "active", "active - regular", "active - payroll eligible", "yes", "y", "true", "1", "a", "contractor",
    "contingent worker", "employee", "full-time", "part-time", "hired", "rehired",
)  # fmt: skip
_AWAY = ("l", "leave of absence", "on leave", "unpaid leave", "paid leave", "leave", "loa")
STATUSES = {
    **dict.fromkeys(_HERE, "active"),
    **dict.fromkeys(_LEFT, "left"),
    **dict.fromkeys(_AWAY, "on leave"),
}
PATTERNS = {
    "full-time": "full time", "full time": "full time", "part-time": "part time", "part time": "part time",
}  # fmt: skip
