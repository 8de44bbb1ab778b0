"""`fullscore today`: what to do this week and what waiting costs; `fullscore digest`: the same by mail."""
