"""The page of an organisation's settings."""
