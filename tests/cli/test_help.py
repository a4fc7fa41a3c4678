from __future__ import annotations

import pytest
import typer
from running import Run
from typer.testing import CliRunner

from toolkit.cli import build_app, commands


def every_command() -> list[str]:
    """All commands with their sub-commands, from the application itself."""
    found = []
    for name, command in typer.main.get_command(build_app(commands())).commands.items():
        inner = getattr(command, "commands", None)
        found += [f"{name} {sub}" for sub in inner] if inner else [name]
    return sorted(found)


@pytest.mark.parametrize("command", every_command())
def test_every_command_has_help_with_an_example(command: str) -> None:
    shown = CliRunner(env={"COLUMNS": "120", "NO_COLOR": "1"}).invoke(
        build_app(commands()), [*command.split(), "--help"], prog_name="nazva"
    )
    assert shown.exit_code == 0
    assert f"Usage: nazva {command}" in shown.output
    examples = shown.output.partition("Examples:")[2]
    assert f"nazva {command}" in examples


@pytest.mark.parametrize("command", every_command())
def test_every_option_is_explained(command: str) -> None:
    found = typer.main.get_command(build_app(commands()))
    for name in command.split():
        found = found.commands[name]
    assert found.help
    options = [parameter for parameter in found.params if parameter.param_type_name == "option"]
    assert all(option.help for option in options), command


def test_without_a_command_the_commands_are_listed(run: Run) -> None:
    done = run("--help")
    assert done.code == 0
    assert all(name in done.out for name in commands())
