from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.errors import GlossaryError
from toolkit.glossary.load import load_glossary
from toolkit.glossary.validate import validate


@pytest.fixture
def problems(small: Path):
    """What `nazva glossary validate` would say of the copy, with file names relative to it."""

    def check() -> list[str]:
        try:
            found = validate(load_glossary(small), small)
        except GlossaryError as error:
            found = [str(error)]
        return [problem.replace(f"{small}/", "") for problem in found]

    return check
