"""Calendar addresses: one secret address for each person and kind of day, ended whenever they like."""

from typing import TYPE_CHECKING

from fullscore.usecases import doors

if TYPE_CHECKING:
    from fullscore.usecases.today.feeding.giving import end, feeds, give
    from fullscore.usecases.today.feeding.reading import feed
    from fullscore.usecases.today.feeding.values import KINDS, FeedDeadError, FeedShown, NewFeed

__all__ = ["KINDS", "FeedDeadError", "FeedShown", "NewFeed", "end", "feed", "feeds", "give"]
__getattr__ = doors(__name__, {
    "giving": "end feeds give",
    "reading": "feed",
    "values": "KINDS FeedDeadError FeedShown NewFeed",
})  # fmt: skip
