"""Addresses of what rests on what, below /o/<org>/; before those of the registers."""

from django.urls import path

from fullscore.web.estate import connecting, page, support_ends

urlpatterns = [
    path("estate/impact/", page.impact, name="impact"),
    path("estate/connect/", connecting.connect, name="connect"),
    path("estate/connect/undo/<str:refs>/", connecting.undo, name="connect-undo"),
    path("estate/support-ends/", support_ends.show, name="support-ends"),
]
