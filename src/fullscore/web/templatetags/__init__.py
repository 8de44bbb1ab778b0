"""Words the templates are made of."""
