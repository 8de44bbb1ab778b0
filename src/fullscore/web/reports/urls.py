"""Addresses of the reports, below /o/<org>/, before those of the registers."""

from django.urls import path

from fullscore.web.reports import page, roadmap

_PACK = "reports/packs/<slug:kind>/<int:number>/"

urlpatterns = [
    path("reports/", page.show, name="reports"),
    path("reports/packs/", page.ask, name="report-ask"),
    path(_PACK, page.one, name="report-pack"),
    path(f"{_PACK}pack.<slug:form>", page.file, name="report-file"),
    path(f"{_PACK}stop/", page.stop, name="report-stop"),
    path(f"{_PACK}again/", page.again, name="report-again"),
    path(f"{_PACK}links/", page.link, name="report-link"),
    path(f"{_PACK}links/<int:link>/end/", page.end, name="report-link-end"),
    path("reports/roadmap/", roadmap.move, name="report-roadmap"),
]
