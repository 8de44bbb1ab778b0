"""The migrations of a program one step later than this one, for tests of upgrades."""
