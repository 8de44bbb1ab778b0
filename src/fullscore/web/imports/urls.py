"""Addresses of the imports' pages, below /o/<org>/."""

from django.urls import path

from fullscore.web.imports import pairs, trust, undoing, views

urlpatterns = [
    path("imports/", views.listed, name="imports"),
    path("imports/pairs/", pairs.pairs, name="import-pairs"),
    path("imports/pairs/<int:number>/", pairs.decide, name="import-pair"),
    path("imports/trust/", trust.trust, name="import-trust"),
    path("imports/<int:number>/", views.one, name="import"),
    path("imports/<int:number>/say/", views.say, name="import-say"),
    path("imports/<int:number>/confirm/", views.confirm, name="import-confirm"),
    path("imports/<int:number>/discard/", views.discard, name="import-discard"),
    path("imports/<int:number>/refused.csv", views.refused, name="import-refused"),
    path("imports/<int:number>/undo/", undoing.undo, name="import-undo"),
]
