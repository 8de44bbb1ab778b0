"""Every address: pages by room, the API, and the two doors without a room."""

from django.urls import include, path

from fullscore.api.main import api
from fullscore.web import main

urlpatterns = [
    path("healthz", main.healthz, name="healthz"),
    path("static/<path:path>", main.static, name="static"),
    path("api/v1/", api.urls),
    path("", include("fullscore.web.accounts.urls")),
    path("", include("fullscore.web.settings.urls")),
    path("", include("fullscore.web.today.public")),
    path("", include("fullscore.web.changes.public")),
    path("", include("fullscore.web.reports.public")),
    path("o/<slug:org>/", include("fullscore.web.imports.urls")),
    path("", include("fullscore.web.goals.urls")),
    path("o/<slug:org>/", include("fullscore.web.today.urls")),
    path("o/<slug:org>/", include("fullscore.web.vendors.urls")),
    path("o/<slug:org>/", include("fullscore.web.changes.urls")),
    path("o/<slug:org>/", include("fullscore.web.changes.one_urls")),
    path("o/<slug:org>/", include("fullscore.web.budget.urls")),
    path("o/<slug:org>/", include("fullscore.web.risk.urls")),
    path("o/<slug:org>/", include("fullscore.web.reports.urls")),
    path("o/<slug:org>/", include("fullscore.web.estate.urls")),
    path("o/<slug:org>/", include("fullscore.web.registers.urls")),
]
handler404 = "fullscore.web.main.not_found"
handler500 = "fullscore.web.main.failed"
