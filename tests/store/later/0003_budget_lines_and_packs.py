"""The same third step as today's."""

from importlib import import_module

Migration = import_module("fullscore.store.migrations.0003_budget_lines_and_packs").Migration
