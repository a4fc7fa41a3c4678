"""What the tests of the command line share."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

ARTICLE = "Бої за Лисичанськ тривають.\n\nУ Сєвєродонецьку тихо, 12 поранених.\n"


class Done(NamedTuple):
    """What a command gave back."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]
