"""Settings, read from the environment once and nowhere else."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

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
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "fullscore.web.middleware.door",
]
ROOT_URLCONF = "fullscore.conf.urls"
ASGI_APPLICATION = "fullscore.conf.asgi.application"
AUTH_USER_MODEL = "store.User"
AUTHENTICATION_BACKENDS = ["fullscore.web.accounts.backend.EmailBackend"]
PASSWORD_HASHERS = ["fullscore.store.hashing.Argon2Small"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "/sign-in/"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = os.environ.get("FULLSCORE_HTTPS") == "1"
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
if os.environ.get("FULLSCORE_BEHIND_PROXY") == "1":
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


class UnknownDatabaseError(ValueError):
    """DATABASE_URL names something Fullscore cannot use."""


def database(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path)))
    if parts.scheme not in {"postgres", "postgresql"}:
        raise UnknownDatabaseError(
            f"DATABASE_URL begins with '{parts.scheme}:'. Use postgresql://user:password@host/name, "
            "or leave it out for the file in FULLSCORE_HOME."
        )
    query = dict(pair.partition("=")[::2] for pair in parts.query.split("&") if pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 0,
    }


def _sqlite(path: Path) -> dict[str, object]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
        # Tests write a file, as the product does: an in-memory database hides locking.
        "TEST": {"NAME": os.environ.get("FULLSCORE_TEST_DB")},
    }


DATABASE_URL = os.environ.get("DATABASE_URL", "")
DATABASES = {"default": database(DATABASE_URL) if DATABASE_URL else _sqlite(HOME / "fullscore.db")}
EMAIL_HOST = os.environ.get("FULLSCORE_MAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("FULLSCORE_MAIL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("FULLSCORE_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("FULLSCORE_MAIL_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("FULLSCORE_MAIL_TLS") == "1"
DEFAULT_FROM_EMAIL = os.environ.get("FULLSCORE_MAIL_FROM", "fullscore@localhost")
LOGGING = {"version": 1, "disable_existing_loggers": False}
