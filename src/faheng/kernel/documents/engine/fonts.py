"""Where the letters of papers come from."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import typst
from django.conf import settings

SONG = "song"
HEI = "hei"
KAI = "kai"
TITLE = "title"

# The first family that is installed is used; typst goes on to the next ones for
# a letter that it lacks (the national fonts lack many of people's names).
WANTED: dict[str, tuple[str, ...]] = {
    SONG: ("FangSong", "FangSong_GB2312", "STFangsong", "FZFangSong-Z02S"),
    TITLE: ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "STZhongsong"),
    HEI: ("SimHei", "STHeiti", "FZHei-B01S"),
    KAI: ("KaiTi", "KaiTi_GB2312", "STKaiti", "FZKai-Z03S"),
}
SERIF = ("Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC")
SANS = ("Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC")
_NOTO = (
    "noto-serif-sc/400Regular",
    "noto-serif-sc/700Bold",
    "noto-sans-sc/400Regular",
)


class NoChineseFont(Exception):
    """未找到可打印汉字的字体：请安装前端依赖，或设置 FAHENG_FONT_DIRS。"""


def folders() -> tuple[Path, ...]:
    """Return the folders that hold fonts and exist."""
    asked: Iterable[str | Path] = getattr(settings, "FAHENG_FONT_DIRS", ())
    return tuple(Path(each) for each in asked or _usual() if Path(each).is_dir())


def _usual() -> list[Path]:
    package = Path("frontend", "node_modules", "@expo-google-fonts")
    root = Path(getattr(settings, "ROOT", Path(__file__).resolve().parents[5]))
    return [*(root / package / name for name in _NOTO), Path("/usr/share/fonts")]


@lru_cache(maxsize=1)
def library() -> typst.Fonts:
    """Read the fonts once in a process.

    Raises:
        NoChineseFont: none of them can print Chinese.
    """
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in folders()],
    )
    if not set(fonts.families()) & {*SERIF, *WANTED[SONG]}:
        raise NoChineseFont(NoChineseFont.__doc__)
    return fonts


@lru_cache(maxsize=1)
def families() -> dict[str, list[str]]:
    """Return for each use the installed families, best first."""
    installed = set(library().families())
    return {
        use: [
            name
            for name in (*wanted, *(SANS if use == HEI else SERIF))
            if name in installed
        ]
        for use, wanted in WANTED.items()
    }
