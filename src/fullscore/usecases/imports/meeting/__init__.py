"""Which row a record is about, whose word counts, what a batch gathers; the lowest room of imports."""
