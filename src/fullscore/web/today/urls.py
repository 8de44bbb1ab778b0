"""Addresses of Today, below /o/<org>/."""

from django.urls import path

from fullscore.web.today import acting, deciding, digests, feeds, views

_LINE = "today/<int:finding>/"
_MAIL = "today/digests/<int:digest>/"

urlpatterns = [
    path("today/", views.show, name="today"),
    path("today/state/", views.state, name="today-state"),
    path("today/today.csv", views.listed, name="today-csv"),
    path("today/digests/", digests.listed, name="today-digests"),
    path("today/digests/send/", digests.send_me, name="today-digests-send-me"),
    path(f"{_MAIL}change/", digests.change, name="today-digest-change"),
    path(f"{_MAIL}remove/", digests.remove, name="today-digest-remove"),
    path(f"{_MAIL}send/", digests.send, name="today-digest-send"),
    path(f"{_MAIL}preview/", digests.preview, name="today-digest-preview"),
    path("today/feeds/", feeds.listed, name="today-feeds"),
    path("today/feeds/<slug:kind>/end/", feeds.end, name="today-feed-end"),
    path(f"{_LINE}decision/", deciding.ask, name="today-decision"),
    path(f"{_LINE}decision/<int:link>/end/", deciding.end, name="today-decision-end"),
    path(_LINE, views.one, name="today-line"),
    path(f"{_LINE}snooze/", acting.snooze, name="today-snooze"),
    path(f"{_LINE}assign/", acting.assign, name="today-assign"),
    path(f"{_LINE}done/", acting.done, name="today-done"),
    path(f"{_LINE}decline/", acting.decline, name="today-decline"),
    path(f"{_LINE}reopen/", acting.reopen, name="today-reopen"),
]
