"""What headers and cells say, whoever wrote them: names to tokens, German to English, shapes of values."""
