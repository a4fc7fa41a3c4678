"""Text to files: a file is there whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

from toolkit.documents.read import Encoding
from toolkit.errors import InputError


def write_text(path: Path, text: str, encoding: Encoding | None = None) -> None:
    """Write a text in an encoding (UTF-8 by default), line ends as they are; see ``write_bytes``.

    Raises InputError, before anything is written, for a character the encoding does not have.
    """
    encoding = encoding or Encoding()
    try:
        data = encoding.bom + text.encode(encoding.name)
    except UnicodeEncodeError as error:
        sign = text[error.start]
        raise InputError(f"{path}: {encoding.name} has no {sign!r} (U+{ord(sign):04X}); write utf-8 instead") from error
    write_bytes(path, data)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file atomically: other programs see the old content or the new, never a part.

    The data goes to a temporary file in the same folder, to disk, and then takes the name; the mode of a file that was
    there is kept, and a symbolic link stays one. A device or pipe is written to directly. Raises InputError when the
    file cannot be written; the old content is then untouched.
    """
    try:
        target = path.resolve()
        mode = target.stat().st_mode if target.exists() else None
        if mode is None or stat.S_ISREG(mode):
            _replace(target, data, mode)
        else:
            target.write_bytes(data)
    except FileNotFoundError as error:
        raise InputError(f"{path}: its folder does not exist") from error
    except IsADirectoryError as error:
        raise InputError(f"{path}: is a folder, not a file") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from error


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, if missing; raises InputError when that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder}: the folder cannot be made: {error.strerror}") from error


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    """Write a sibling of ``target`` and rename it to ``target``; the sibling never stays behind."""
    temporary = target.with_name(f".nazva-{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(stat.S_IMODE(mode))
        temporary.replace(target)
    except BaseException:  # an interrupt too
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    # Without it a crash may lose the new name; not every file system allows it.
    with contextlib.suppress(OSError):
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
