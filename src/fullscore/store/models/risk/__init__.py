"""Registers of the risks: what may happen, what causes it, what makes it less, who pays then."""

from fullscore.store.models.risk.bearing import Insurance, Tolerance
from fullscore.store.models.risk.controls import Control, Reduction
from fullscore.store.models.risk.scenarios import Cause, Scenario, Trigger

__all__ = ["Cause", "Control", "Insurance", "Reduction", "Scenario", "Tolerance", "Trigger"]
