"""Django's settings."""

from __future__ import annotations

import os
from pathlib import Path

import dj_database_url

from faheng.config.rooms import standing

ROOT = Path(__file__).resolve().parents[3]
VAR = Path(os.environ.get("FAHENG_VAR", ROOT / "var"))
VAR.mkdir(exist_ok=True)

SECRET_KEY = "only for the first minutes"
DEBUG = True
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    *standing(),
]
DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL", f"sqlite:///{VAR / 'faheng.sqlite3'}")
    )
}
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
LANGUAGE_CODE = "zh-hans"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "faheng.config.urls"
