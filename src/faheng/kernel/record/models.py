"""Tables of the record."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Entry(models.Model):
    """One act on a chain, in canonical form, with the hash of the one before.

    Attributes:
        chain: what the entries are about, as "case/42".
        seq: place on the chain, from 1, without gaps.
        body: RFC 8785 text that was hashed.
        leaf: SHA-256 of `body`, hexadecimal.
        previous: leaf of the entry before, or zeros.
        occurred_at: when it happened, as entered.
        client_at: clock of the device, where there was one.
        recorded_at: clock of the server.
    """

    chain = models.CharField("链", max_length=80)
    seq = models.PositiveIntegerField("序号")
    kind = models.CharField("种类", max_length=80)
    body = models.TextField("规范文本")
    leaf = models.CharField("哈希", max_length=64)
    previous = models.CharField("前一哈希", max_length=64)
    occurred_at = models.DateTimeField("发生时间")
    client_at = models.DateTimeField("设备时间", null=True)
    recorded_at = models.DateTimeField("记录时间")

    class Meta:
        """Fix the order inside a chain."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["chain", "seq"], name="record_one_place")
        ]
        verbose_name = "记录"

    def __str__(self) -> str:
        """Return chain and place."""
        return f"{self.chain}#{self.seq}"


class Salt(models.Model):
    """The salt of an entry's commitment: the one row that may be erased."""

    entry = models.OneToOneField(Entry, models.DO_NOTHING, primary_key=True)
    salt = models.CharField("盐", max_length=32)

    class Meta:
        """Name the table as the design does."""

        db_table = "record_salt"
        verbose_name = "盐"

    def __str__(self) -> str:
        """Return nothing that helps to guess."""
        return f"salt of {self.entry_id}"


class Pending(models.Model):
    """An entry that waits to be sequenced into the log's tree."""

    entry = models.OneToOneField(Entry, models.DO_NOTHING, primary_key=True)

    class Meta:
        """Name it for people."""

        verbose_name = "待入树"

    def __str__(self) -> str:
        """Return the entry's number."""
        return str(self.entry_id)
