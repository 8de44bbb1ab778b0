"""Addresses of the settings."""

from django.urls import path

from fullscore.web.settings import views

urlpatterns = [path("o/<slug:org>/settings/", views.show_and_save, name="settings")]
