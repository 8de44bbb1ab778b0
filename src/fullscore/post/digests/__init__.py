"""The weekly mail as a letter: one content, said in plain text and in simple HTML, both complete."""

from fullscore.post.digests.page import page
from fullscore.post.digests.plain import plain
from fullscore.post.digests.values import Content, Line, Link
from fullscore.post.digests.words import subject

__all__ = ["Content", "Line", "Link", "page", "plain", "subject"]
