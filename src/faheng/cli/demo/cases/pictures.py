"""Small pictures for the demo's evidence, drawn line by line."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from random import Random

WIDTH, HEIGHT = 192, 128
HORIZON = 52
SKY, GROUND, WALL, DARK, ACCENT, LIGHT = range(6)
PALETTES = (
    ((188, 205, 219), (151, 150, 146), (206, 190, 164), (82, 86, 92), (176, 74, 53)),
    ((214, 208, 194), (120, 123, 120), (166, 178, 170), (60, 66, 74), (196, 142, 46)),
    ((40, 48, 66), (66, 68, 74), (92, 88, 84), (22, 26, 34), (214, 176, 92)),
    ((201, 216, 208), (164, 156, 138), (188, 168, 150), (74, 78, 70), (58, 110, 140)),
)
WHITE = (240, 240, 236)


def picture(luck: Random) -> bytes:
    """Draw a street with buildings and something that lies about, as PNG."""
    rows = [bytearray([SKY if y < HORIZON else GROUND]) * WIDTH for y in range(HEIGHT)]
    for _ in range(luck.randint(3, 5)):
        _building(rows, luck)
    for _ in range(luck.randint(4, 9)):
        x, y = luck.randrange(WIDTH - 30), luck.randrange(HORIZON + 20, HEIGHT - 20)
        shade = luck.choice((DARK, ACCENT, ACCENT, WALL))
        _box(rows, (x, y, luck.randint(8, 28), luck.randint(6, 16)), shade)
    _box(rows, (4, HEIGHT - 12, 60, 8), DARK)
    for digit in range(12):
        _box(rows, (7 + digit * 4 + digit // 4 * 3, HEIGHT - 10, 2, 4), LIGHT)
    return _png(rows, [*luck.choice(PALETTES), WHITE])


def _building(rows: list[bytearray], luck: Random) -> None:
    """A wall with windows, standing on the horizon."""
    x, height = luck.randrange(WIDTH - 40), luck.randint(18, 44)
    top = HORIZON + 8 - height
    _box(rows, (x, top, luck.randint(30, 60), height), WALL)
    for step in range(4, 26, 8):
        _box(rows, (x + step, top + 6, 4, 6), luck.choice((DARK, LIGHT)))


def _box(rows: list[bytearray], at: tuple[int, int, int, int], shade: int) -> None:
    """Fill a rectangle, cut at the edges."""
    x, y, wide, high = at
    for row in rows[max(y, 0) : y + high]:
        right = min(x + wide, WIDTH)
        row[x:right] = bytearray([shade]) * (right - x)


def _png(rows: Sequence[bytearray], palette: Sequence[tuple[int, int, int]]) -> bytes:
    """Write rows of palette places as PNG."""
    header = struct.pack(">2I5B", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    lines = b"".join(b"\0" + bytes(row) for row in rows)
    return b"\x89PNG\r\n\x1a\n" + b"".join((
        _chunk(b"IHDR", header),
        _chunk(b"PLTE", b"".join(bytes(colour) for colour in palette)),
        _chunk(b"IDAT", zlib.compress(lines, 9)),
        _chunk(b"IEND", b""),
    ))


def _chunk(kind: bytes, data: bytes) -> bytes:
    """One part of a PNG."""
    check = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + check
