"""The Django application of questions; it has no tables of its own."""

from __future__ import annotations

from django.apps import AppConfig


class QuestionsConfig(AppConfig):
    """Rules, the tables they read, and how they are asked."""

    name = "faheng.kernel.questions"
    label = "questions"
    verbose_name = "监督规则"
