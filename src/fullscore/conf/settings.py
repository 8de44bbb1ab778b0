"""Settings, read from the environment once and nowhere else."""

import os
from datetime import date
from pathlib import Path

from fullscore.conf.database import database, sqlite
from fullscore.conf.home import home, secret_key

BASE = Path(__file__).resolve().parent.parent
HOME = home()
SECRET_KEY = secret_key(HOME)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("FULLSCORE_HOSTS", "*").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("FULLSCORE_ORIGINS", "").split(",") if origin]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django_htmx",
    "fullscore.store",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "fullscore.web.middleware.security_headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "fullscore.web.middleware.Door",
]
ROOT_URLCONF = "fullscore.conf.urls"
ASGI_APPLICATION = "fullscore.conf.asgi.application"
AUTH_USER_MODEL = "store.User"
AUTHENTICATION_BACKENDS = ["fullscore.store.accounts.EmailBackend"]
PASSWORD_HASHERS = ["fullscore.store.hashing.Argon2Small"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
# E-mails are unique whatever their case, which Django cannot see in a constraint on Lower("email").
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
LOGIN_URL = "/sign-in/"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = os.environ.get("FULLSCORE_HTTPS") == "1"
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 2_592_000 if SESSION_COOKIE_SECURE else 0
BEHIND_PROXY = os.environ.get("FULLSCORE_BEHIND_PROXY") == "1"
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "web/templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "fullscore.web.context.shell",
            ],
            "builtins": ["fullscore.web.templatetags.words"],
            "libraries": {"words": "fullscore.web.templatetags.words"},
        },
    }
]
STATIC_URL = "/static/"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
USE_I18N = True
USE_L10N = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_SIZE_LIMIT = 25 * 1024 * 1024
# The day `serve --on` was started with; None is the real one.
ON = date.fromisoformat(os.environ["FULLSCORE_ON"]) if os.environ.get("FULLSCORE_ON") else None
# What one request may bring, several files together.
REQUEST_SIZE_LIMIT = 64 * 1024 * 1024
DATABASE_URL = os.environ.get("DATABASE_URL", "")
DATABASES = {"default": database(DATABASE_URL) if DATABASE_URL else sqlite(HOME / "fullscore.db")}
EMAIL_HOST = os.environ.get("FULLSCORE_MAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("FULLSCORE_MAIL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("FULLSCORE_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("FULLSCORE_MAIL_PASSWORD", "")
# "1": STARTTLS, or TLS from the first byte on port 465; "implicit": from the first byte on any port.
EMAIL_USE_TLS = os.environ.get("FULLSCORE_MAIL_TLS") in {"1", "implicit"}
EMAIL_USE_SSL = os.environ.get("FULLSCORE_MAIL_TLS") == "implicit"
MAIL_MAY_BE_PRIVATE = os.environ.get("FULLSCORE_MAIL_PRIVATE", "1") == "1"
# Where people find the pages; links in mail begin with it.
SITE = os.environ.get("FULLSCORE_SITE", "").rstrip("/")
DEFAULT_FROM_EMAIL = os.environ.get("FULLSCORE_MAIL_FROM", "fullscore@localhost")
LOGGING = {"version": 1, "disable_existing_loggers": False}
# How often a worker looks for rows that nobody woke, and how long it may hold one without a sign of life.
SWEEP_SECONDS = float(os.environ.get("FULLSCORE_SWEEP_SECONDS", "60"))
LEASE_SECONDS = float(os.environ.get("FULLSCORE_LEASE_SECONDS", "120"))
BACKUPS_KEPT = 14
