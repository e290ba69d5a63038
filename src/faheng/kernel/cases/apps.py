"""Django's handle on cases."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Cases, their courses, clocks, papers and evidence."""

    name = "faheng.kernel.cases"
    label = "cases"
    verbose_name = "案件"
    default_auto_field = "django.db.models.BigAutoField"
