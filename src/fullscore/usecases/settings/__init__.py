"""What an organisation's calendar and money follow: shown and changed."""
