"""What the API keeps: tokens."""

from __future__ import annotations

from django.db import models

from faheng.kernel.parties.models import Person


class ApiToken(models.Model):
    """A key by which a person's program acts as that person; only its hash is kept.

    Attributes:
        label: what it is for, in the owner's words.
        digest: SHA-256 of the token, which is random and long.
        used_on: the last day on which it opened the door.
    """

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="api_tokens", verbose_name="所有人"
    )
    label = models.CharField("用途", max_length=60)
    digest = models.CharField("哈希", max_length=64, unique=True)
    created_at = models.DateTimeField("创建时间")
    expires_at = models.DateTimeField("失效时间")
    revoked_at = models.DateTimeField("撤销时间", null=True)
    used_on = models.DateField("最近使用", null=True)

    class Meta:
        verbose_name = "接口令牌"

    def __str__(self) -> str:
        return self.label
