"""Orders: lead times, dates, prices and whose account each is on."""
