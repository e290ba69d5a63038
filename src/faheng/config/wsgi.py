"""Where a server enters."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from faheng.config.checks import refuse_unfit

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "faheng.config.settings")

application = get_wsgi_application()
refuse_unfit()
