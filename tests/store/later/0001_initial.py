"""The same first step as today's."""

from importlib import import_module

Migration = import_module("fullscore.store.migrations.0001_initial").Migration
