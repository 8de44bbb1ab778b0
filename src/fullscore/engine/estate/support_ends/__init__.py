"""Until when makers support what a small business runs: shipped facts, and which of them an item names."""
