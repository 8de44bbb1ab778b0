"""Pages of imports: drop files, see what became of every row."""
