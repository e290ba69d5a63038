"""Receiving files: what they are is read off their bytes, not their names."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any
from uuid import uuid4

import puremagic
from django.core.files.storage import default_storage

from faheng.kernel.cases.errors import NotYours, Problem, StepRefused
from faheng.kernel.cases.models import Case, Evidence, Upload
from faheng.kernel.parties.queries import Viewer

MOST_BYTES = 200 * 1024 * 1024
ALLOWED = {
    "application/pdf": (".pdf",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "image/webp": (".webp",),
    "video/mp4": (".mp4", ".m4v"),
    "audio/mpeg": (".mp3",),
    "audio/x-wav": (".wav",),
}


@dataclass(frozen=True)
class Arriving:
    """A file at the door: its name, its bytes and how many they claim to be."""

    name: str
    stream: IO[bytes]
    size: int


def receive_upload(viewer: Viewer, arriving: Arriving, at: datetime) -> Upload:
    """Store a file under a name of our own, and hash it.

    Raises:
        StepRefused: too large, empty, disguised or of a kind that is not taken.
    """
    if arriving.size > MOST_BYTES:
        raise StepRefused([
            Problem(f"文件“{arriving.name}”超过 200 MB", mend="分段上传")
        ])
    if viewer.person_id is None:
        raise NotYours
    media_type = _media_type(arriving)
    digest = hashlib.sha256()
    for block in iter(lambda: arriving.stream.read(1 << 20), b""):
        digest.update(block)
    arriving.stream.seek(0)
    path = default_storage.save(
        f"evidence/{at:%Y/%m}/{uuid4().hex}{ALLOWED[media_type][0]}", arriving.stream
    )
    return Upload.objects.create(
        path=path,
        name=arriving.name[:200],
        media_type=media_type,
        size=arriving.size,
        sha256=digest.hexdigest(),
        by_id=viewer.person_id,
        received_at=at,
    )


def foreign_files(
    viewer: Viewer, case: Case, rows: Mapping[str, list[dict[str, Any]]]
) -> list[Problem]:
    """Say which rows name a file that the viewer did not bring to this case."""
    held = Evidence.objects.filter(case=case)
    return [
        Problem("不能使用别人上传的文件", field=f"{table}-{place}-{name}")
        for table, given in rows.items()
        for place, row in enumerate(given)
        for name, value in row.items()
        if isinstance(value, Upload)
        and value.by_id != viewer.person_id
        and not held.filter(upload=value).exists()
    ]


def _media_type(arriving: Arriving) -> str:
    head = arriving.stream.read(1 << 16)
    arriving.stream.seek(0)
    suffix = "." + arriving.name.rsplit(".", 1)[-1].lower()
    try:
        found = {match.mime_type for match in puremagic.magic_string(head)}
    except puremagic.PureError:
        found = set()
    for media_type, suffixes in ALLOWED.items():
        if media_type in found and suffix in suffixes:
            return media_type
    raise StepRefused([
        Problem(
            f"文件“{arriving.name}”的内容与扩展名不符，或者不是可收的类型",
            mend="请上传 PDF、JPG、PNG、WebP、MP4、MP3 或 WAV 原文件",
        )
    ])
