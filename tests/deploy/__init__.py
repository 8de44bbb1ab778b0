"""The files that put Fullscore on a machine."""
