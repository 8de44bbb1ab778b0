"""Addresses of Today that need no account: whoever holds the secret is let in, for one thing."""

from django.urls import path

from fullscore.web.today import deciding, feeds, links

urlpatterns = [
    path("act/<str:secret>/", links.act, name="act"),
    path("decide/<str:secret>/", deciding.decide, name="decide"),
    path("feed/<str:secret>.ics", feeds.read, name="feed"),
]
