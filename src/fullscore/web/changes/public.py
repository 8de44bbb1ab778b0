"""Addresses of changes that need no account: whoever holds the secret answers for themselves, once."""

from django.urls import path

from fullscore.web.changes import one_agree

urlpatterns = [path("agree/<str:secret>/", one_agree.agree, name="agree")]
