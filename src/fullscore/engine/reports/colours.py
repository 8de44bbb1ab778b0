"""How well a colour stands out from white paper: contrast as WCAG 2.2 counts it (relative luminance)."""

# Less than this and letters in the colour are hard to read; then they are printed in ink.
ENOUGH = 4.5
_LINEAR, _WEIGHTS = 0.04045, (0.2126, 0.7152, 0.0722)


def contrast(colour: str) -> float:
    """Return the contrast of "#rrggbb" against white, from 1 (none) to 21 (black)."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    light = sum(weight * _light(part) for weight, part in zip(_WEIGHTS, parts, strict=True))
    return 1.05 / (light + 0.05)


def _light(part: float) -> float:
    return part / 12.92 if part <= _LINEAR else float(((part + 0.055) / 1.055) ** 2.4)


def is_readable(colour: str) -> bool:
    return contrast(colour) >= ENOUGH
