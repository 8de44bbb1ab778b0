"""Addresses of goals."""

from django.urls import path

from fullscore.web.goals import views

urlpatterns = [path("o/<slug:org>/goals/", views.show, name="goals")]
