"""Plans: all of it put together, told, compared and kept."""
