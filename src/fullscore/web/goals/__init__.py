"""The page of goals: a question, its answer in words, the picture, the table, the sums."""
