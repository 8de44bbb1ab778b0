"""People who sign in: arriving, links, members, tokens, oneself."""
