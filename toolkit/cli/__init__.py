"""The command line: each file here is a command, ``argv`` to one library call to an exit code.

Exit codes: 0 all well, 1 findings (or names left unresolved with ``--strict``), 2 usage or input error.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys

import typer

from toolkit.errors import NazvaError

HELP = """Translate articles between English, Ukrainian and Russian offline, with every place name right."""


def commands() -> list[str]:
    """The names of all commands: the files of this folder."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))


def build_app(names: list[str]) -> typer.Typer:
    """An application with some commands: loading only what is called keeps ``nazva lookup`` quick."""
    app = typer.Typer(name="nazva", help=HELP, no_args_is_help=True, add_completion=True, rich_markup_mode="markdown")

    @app.callback()
    def root() -> None:  # a callback makes typer keep sub-commands even when there is one
        pass

    for name in names:
        importlib.import_module(f"{__name__}.{name}").register(app)
    return app


def main() -> None:
    """Entry point of ``nazva`` and ``python -m toolkit``."""
    wanted = [argument for argument in sys.argv[1:2] if argument in commands()]
    try:
        build_app(wanted or commands())(prog_name="nazva")
    except NazvaError as error:
        print(f"nazva: {_one_line(str(error))}", file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        _flush()


def _flush() -> None:
    """Write out what is left; a reader that has seen enough (``| head``) is no error."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _one_line(message: str) -> str:
    """The message without line breaks or control characters, which may come from a file's name or content."""
    return "".join(c if c.isprintable() else " " for c in message)
