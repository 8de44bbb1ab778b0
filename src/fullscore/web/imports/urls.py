"""Addresses of the imports' pages, below /o/<org>/."""

from django.urls import path

from fullscore.web.imports import views

urlpatterns = [
    path("imports/", views.listed, name="imports"),
    path("imports/<int:number>/", views.one, name="import"),
]
