"""Pages of contracts: all of them by their last notice day, and one as a case to decide."""
