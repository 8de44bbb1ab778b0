"""Addresses of packs that need no account: whoever holds the secret is let in, for one pack."""

from django.urls import path

from fullscore.web.reports import reading

urlpatterns = [
    path("pack/<str:secret>/", reading.read, name="pack"),
    path("pack/<str:secret>/pack.<slug:form>", reading.file, name="pack-file"),
]
