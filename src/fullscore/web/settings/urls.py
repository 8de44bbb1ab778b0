"""Addresses of the settings."""

from django.urls import path

from fullscore.web.settings import branding, views

urlpatterns = [
    path("o/<slug:org>/settings/", views.show_and_save, name="settings"),
    path("o/<slug:org>/settings/brand/", branding.save, name="brand"),
    path("o/<slug:org>/settings/brand/logo/", branding.logo, name="brand-logo"),
]
