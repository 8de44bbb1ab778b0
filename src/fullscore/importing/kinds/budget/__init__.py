"""Budgets: what is planned for what, a row a line, a column a month."""

from fullscore.importing.kinds.budget.meanings import MEANINGS, NEEDS
from fullscore.importing.kinds.budget.reading import lines
from fullscore.importing.kinds.kind import Kind

KIND = Kind("budget", "Budget", "lines", MEANINGS, NEEDS, lines)
