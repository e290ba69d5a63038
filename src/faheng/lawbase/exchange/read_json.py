"""Reading a statute back from JSON: its files go in as they came, with its claims."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from faheng.lawbase.drafting.claims import Said
from faheng.lawbase.drafting.declare import Source
from faheng.lawbase.drafting.reading import encoding_of
from faheng.lawbase.exchange.as_json import FORM
from faheng.lawbase.models import ClaimKind, DateBasis
from faheng.lawbase.parser.reading import Unreadable
from faheng.lawbase.status import dates


class NotOurs(Unreadable):
    """不是本系统导出的法规 JSON"""


class Tampered(Unreadable):
    """文件内容与摘要不符"""


@dataclass(frozen=True, slots=True)
class Packed:
    """A statute out of a JSON file. Claims are told with the source of each."""

    title: str
    level: str
    issuer: str
    files: tuple[tuple[Source, str], ...]
    claims: tuple[tuple[Said, str], ...]


def read_json(data: bytes) -> Packed:
    """Read a statute.

    Raises:
        Unreadable: The bytes are no such file, or were changed.
    """
    try:
        found = json.loads(data)
        if found["form"] != FORM:
            raise NotOurs(NotOurs.__doc__)
        return Packed(
            str(found["full_title"]),
            str(found["level"]),
            str(found["issuer"]),
            tuple(_files(found)),
            tuple(_claims(found)),
        )
    except (ValueError, KeyError, TypeError) as problem:
        raise NotOurs(NotOurs.__doc__) from problem


def _files(found: Mapping[str, Any]) -> Iterator[tuple[Source, str]]:
    """The files, each with its corrected text, if it has one."""
    for version in found["versions"]:
        for file in version.get("files", ()):
            try:
                data = base64.b64decode(file["base64"], validate=True)
            except binascii.Error as problem:
                raise Tampered(Tampered.__doc__) from problem
            sha256 = hashlib.sha256(data).hexdigest()
            if sha256 != file["sha256"]:
                raise Tampered(Tampered.__doc__)
            source = Source(
                str(file["name"]),
                str(file["origin"]),
                data,
                str(file["format"]),
                encoding_of(data),
                sha256,
            )
            yield source, str(file.get("corrected_text", ""))


def _claims(found: Mapping[str, Any]) -> Iterator[tuple[Said, str]]:
    """What sources say of the statute, each with the source."""
    for one in found["claims"]:
        said = Said(
            str(found["full_title"]),
            ClaimKind(one["what"]),
            DateBasis(one["basis"]),
            dates.iso_day(one["on"] or ""),
            dates.iso_day(one["about_on"] or ""),
            str(one["value"]),
            str(one["said"]),
        )
        yield said, str(one["source"])
