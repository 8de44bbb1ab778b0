"""Two rows that are one thing: doubted, merged, parted; knows `meeting` only."""
