"""Rows applied in batches, or looked at without writing; knows `meeting` and `pairing`."""
