"""Programs whose lists are known: one module for each, its header names and its own words, nothing else."""

from fullscore.importing.layouts import Source
from fullscore.importing.sources import (
    adp,
    autotask,
    bamboohr,
    connectwise,
    datto,
    entra,
    freshdesk,
    gam,
    glpi,
    google,
    icalendar,
    intune,
    jamf,
    lansweeper,
    microsoft365,
    netbox,
    ninjaone,
    paylocity,
    quickbooks,
    sheets,
    snipeit,
    successfactors,
    xero,
    zammad,
)

SOURCES: tuple[Source, ...] = (
    snipeit.SOURCE, microsoft365.SOURCE, entra.SOURCE, intune.SOURCE, google.SOURCE, gam.SOURCE,
    bamboohr.SOURCE, adp.SOURCE, paylocity.SOURCE, successfactors.SOURCE, quickbooks.SOURCE, xero.SOURCE,
    glpi.SOURCE, jamf.SOURCE, ninjaone.SOURCE, datto.SOURCE, lansweeper.SOURCE, netbox.SOURCE,
    freshdesk.SOURCE, autotask.SOURCE, connectwise.SOURCE, zammad.SOURCE, sheets.SOURCE, icalendar.SOURCE,
)  # fmt: skip
