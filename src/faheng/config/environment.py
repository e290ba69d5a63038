"""What the machine tells Faheng: variables, and secrets kept in files."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

CHECKOUT = Path(__file__).resolve().parents[3]


def flag(name: str) -> bool:
    """Whether the variable says yes."""
    return os.environ.get(name, "").lower() in {"1", "true", "yes", "on"}


def text(name: str, default: str = "") -> str:
    """The variable, or the default where it is missing or empty."""
    return os.environ.get(name) or default


def number(name: str, default: int) -> int:
    """The variable as a whole number."""
    return int(text(name, str(default)))


def words(name: str, default: str = "") -> list[str]:
    """The variable's parts between commas."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def var_folder() -> Path:
    """Where databases, files and generated secrets live; never inside the web root."""
    home = CHECKOUT if (CHECKOUT / "pyproject.toml").exists() else Path.cwd()
    folder = Path(text("FAHENG_VAR", str(home / "var")))
    folder.mkdir(mode=0o750, parents=True, exist_ok=True)
    return folder


def secret(name: str, generated: Path | None) -> str:
    """Read a secret from NAME, from the file NAME_FILE, or from a file made once.

    Args:
        name: the variable.
        generated: where to keep a secret of our own making; None where making one
            up would be wrong, as in production.

    Raises:
        ImproperlyConfigured: there is none, and none may be made.
    """
    if given := text(name):
        return given
    if kept := text(f"{name}_FILE"):
        return Path(kept).read_text(encoding="utf-8").strip()
    if generated is None:
        message = f"{name} or {name}_FILE must be set."
        raise ImproperlyConfigured(message)
    return _generated_once(generated)


def _generated_once(path: Path) -> str:
    """Two processes may start together: the file is complete when it appears."""
    if not path.exists():
        draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(48), encoding="utf-8")
        try:
            path.hardlink_to(draft)
        except FileExistsError:
            pass  # the other process was first; its secret counts
        finally:
            draft.unlink()
    return path.read_text(encoding="utf-8").strip()
