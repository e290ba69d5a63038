"""A platform above that answers over HTTPS, in JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from http.client import HTTPException
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from faheng.adapters.superior.base import NotReached, Receipt, Record, Verdict

MOST_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True)
class HttpSuperior:
    """Posts records as `{"records": […]}` and reads `{"receipts": […]}`.

    Attributes:
        token: sent as bearer, never shown.
        seconds: how long an answer may take.
    """

    address: str
    token: str = field(default="", repr=False)
    seconds: float = 30.0

    def __post_init__(self) -> None:
        """Refuse an address over which the token would travel in the open."""
        parts = urlsplit(self.address)
        local = parts.hostname in {"localhost", "127.0.0.1", "::1"}
        if parts.scheme != "https" and not (local and parts.scheme == "http"):
            message = "上级平台的地址必须以 https:// 开头"
            raise ValueError(message)

    def push(self, records: Sequence[Record]) -> list[Receipt]:
        """Post the records and pair the answers with them."""
        body = json.dumps({"records": [asdict(record) for record in records]})
        answers = self._answers(body.encode())
        if len(answers) != len(records):
            message = f"报送 {len(records)} 条，回执 {len(answers)} 条"
            raise NotReached(message)
        pairs = zip(records, answers, strict=True)
        return [_receipt(record, answer) for record, answer in pairs]

    def _answers(self, body: bytes) -> list[Any]:
        request = Request(  # noqa: S310 - the scheme was checked
            self.address,
            data=body,
            headers={
                "Content-Type": "application/json",
                "Authorization": f"Bearer {self.token}",
            },
        )
        try:
            with urlopen(request, timeout=self.seconds) as answer:  # noqa: S310
                found = json.loads(answer.read(MOST_BYTES))["receipts"]
        except (OSError, URLError, HTTPException, ValueError, LookupError) as problem:
            raise NotReached(str(problem)) from problem
        except TypeError as problem:
            raise NotReached("回执的格式不对") from problem
        if not isinstance(found, list):
            raise NotReached("回执的格式不对")
        return found


def _receipt(record: Record, answer: Any) -> Receipt:
    try:
        verdict = Verdict(answer["verdict"])
        reasons = tuple(str(reason) for reason in answer.get("reasons") or ())
        number = str(answer.get("number") or "")
    except (LookupError, TypeError, ValueError, AttributeError) as problem:
        raise NotReached("回执的格式不对") from problem
    if verdict is Verdict.REJECTED and not reasons:
        reasons = ("上级平台没有说明理由",)
    return Receipt(record, verdict, number, reasons)
