"""Formats: bytes of one kind each to rows of text. Run by the limited child, standard library first."""
