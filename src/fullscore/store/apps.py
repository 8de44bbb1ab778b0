"""Django's registration of the store."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    name = "fullscore.store"
    label = "store"
    verbose_name = "Fullscore"
    default_auto_field = "django.db.models.BigAutoField"
