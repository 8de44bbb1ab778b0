"""Sweeps of kill -9."""
