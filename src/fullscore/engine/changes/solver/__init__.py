"""Schedules and projects solved with CP-SAT. Its import takes half a second: only who solves imports it."""
