"""`fullscore plan SENTENCE` and `fullscore goals …`: what goals ask of IT, kept, accepted, ordered."""
