"""The same second step as today's."""

from importlib import import_module

Migration = import_module("fullscore.store.migrations.0002_risk_and_budget").Migration
