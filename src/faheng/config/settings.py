"""Django's settings; what differs between machines comes from the environment.

FAHENG_PRODUCTION=1 turns on what a public server must have and refuses what it must
not. Without it Faheng serves this machine only, with secrets of its own making.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from faheng.config import headers
from faheng.config.databases import database
from faheng.config.environment import flag, number, secret, text, var_folder, words
from faheng.config.rooms import APPS

PACKAGE = Path(__file__).resolve().parents[1]
VAR = var_folder()

FAHENG_PRODUCTION = flag("FAHENG_PRODUCTION")
FAHENG_DEMO = flag("FAHENG_DEMO")
DEBUG = flag("FAHENG_DEBUG")

# ── Secrets ──────────────────────────────────────────────────────────────────

SECRET_KEY = secret(
    "FAHENG_SECRET_KEY", generated=None if FAHENG_PRODUCTION else VAR / "secret"
)
# Personal data is encrypted and indexed under a key of its own, so that sessions can
# be ended (a new SECRET_KEY) without losing data.
FAHENG_DATA_KEY = secret(
    "FAHENG_DATA_KEY", generated=None if FAHENG_PRODUCTION else VAR / "data_key"
)

# ── The house ────────────────────────────────────────────────────────────────

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_htmx",
    "faheng.config",
    *APPS,
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "faheng.config.uploads.refuse_oversized",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "faheng.config.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "faheng.web.middleware.Reader",
    "faheng.web.second_factor.Proven",
]

ROOT_URLCONF = "faheng.config.urls"
WSGI_APPLICATION = "faheng.config.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # The house's own pages come before those of the packages it uses.
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "faheng.web.context.preferences",
                "faheng.web.context.shell",
            ],
        },
    },
]

# ── Database ─────────────────────────────────────────────────────────────────

DATABASES = {
    "default": database(
        text("DATABASE_URL", f"sqlite:///{VAR / 'faheng.sqlite3'}"),
        pool_size=number("FAHENG_DB_POOL", 8),
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# ── Language and time ────────────────────────────────────────────────────────

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

# ── Accounts ─────────────────────────────────────────────────────────────────

AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator"},
    {
        "NAME": f"{_VALIDATION}.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "work"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "faheng.config.accounts.AccountsByAppointment"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
# Behind a proxy, the number of proxies whose X-Forwarded-For entry is our own.
ALLAUTH_TRUSTED_PROXY_COUNT = number("FAHENG_PROXIES", 0)
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "法衡"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not FAHENG_PRODUCTION
# A row written at each look would take the writer's lock on every page.
USERSESSIONS_TRACK_ACTIVITY = False

SESSION_COOKIE_NAME = "faheng_session"
SESSION_COOKIE_AGE = int(timedelta(hours=10).total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# ── What a browser may do ────────────────────────────────────────────────────

ALLOWED_HOSTS = words("FAHENG_HOSTS", "localhost,127.0.0.1,[::1]")
# Under which address the public reaches this place: what the code on a paper says.
FAHENG_PUBLIC_ADDRESS = text("FAHENG_PUBLIC_ADDRESS", "http://localhost:8000")
CSRF_TRUSTED_ORIGINS = words("FAHENG_ORIGINS")
CONTENT_SECURITY_POLICY = headers.CONTENT_SECURITY_POLICY
PERMISSIONS_POLICY = headers.PERMISSIONS_POLICY
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # a paper's PDF is shown inside its page
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = FAHENG_PRODUCTION
SECURE_SSL_REDIRECT = FAHENG_PRODUCTION
SECURE_HSTS_SECONDS = (
    int(timedelta(days=365).total_seconds()) if FAHENG_PRODUCTION else 0
)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = FAHENG_PRODUCTION
if flag("FAHENG_BEHIND_TLS_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# ── Files ────────────────────────────────────────────────────────────────────

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
# Before `collectstatic` has run, files are served from where they were built.
WHITENOISE_USE_FINDERS = not (STATIC_ROOT / "staticfiles.json").exists()
WHITENOISE_MANIFEST_STRICT = False
MEDIA_ROOT = VAR / "files"  # reached only through a view that asks who is looking
MEDIA_URL = ""
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "faheng.config.assets.Assets"},
}
FAHENG_FEEDS = VAR / "feeds"  # rows that other systems report, as Parquet
FAHENG_FEEDS_MEMORY = text("FAHENG_FEEDS_MEMORY", "1GB")
FAHENG_FEEDS_THREADS = number("FAHENG_FEEDS_THREADS", 2)
FAHENG_MART = VAR / "mart"  # the tables of rules, of the whole city
FAHENG_MART_MEMORY = text("FAHENG_MART_MEMORY", "1200MB")
FAHENG_MART_THREADS = number("FAHENG_MART_THREADS", 2)
FAHENG_UPLOAD_MAX = number("FAHENG_UPLOAD_MAX_MB", 50) * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 50
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o750

# ── Mail and log ─────────────────────────────────────────────────────────────

# Until a mail server is named, letters are put into a folder where they can be read.
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if text("FAHENG_MAIL_HOST")
    else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_FILE_PATH = VAR / "mail"
EMAIL_HOST = text("FAHENG_MAIL_HOST", "localhost")
EMAIL_PORT = number("FAHENG_MAIL_PORT", 587)
EMAIL_HOST_USER = text("FAHENG_MAIL_USER")
EMAIL_HOST_PASSWORD = (
    secret("FAHENG_MAIL_PASSWORD", generated=None) if EMAIL_HOST_USER else ""
)
EMAIL_USE_TLS = not flag("FAHENG_MAIL_PLAIN")
DEFAULT_FROM_EMAIL = text("FAHENG_MAIL_FROM", "faheng@localhost")

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}
    },
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line"},
    },
    "root": {"handlers": ["stderr"], "level": text("FAHENG_LOG", "WARNING")},
}
