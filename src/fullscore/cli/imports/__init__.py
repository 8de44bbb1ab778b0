"""`fullscore import` and `fullscore imports`: files in, looked at, listed, taken back."""
