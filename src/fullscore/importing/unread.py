"""What a text that is no day, no amount and no size is answered with."""


class UnreadError(ValueError):
    """The text is not what its column holds; `guess` is what was probably meant."""

    def __init__(self, code: str, guess: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.guess = guess
