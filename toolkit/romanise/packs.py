"""Our systems as language packs of ``transliterate``: the only module that imports that package."""

from __future__ import annotations

from functools import cache
from typing import ClassVar

from transliterate.base import TranslitLanguagePack, registry
from transliterate.discover import autodiscover

from toolkit.errors import RomanisationError
from toolkit.romanise.systems import SYSTEMS, Rules, System, load_rules
from toolkit.romanise.words import rewrite


class RomanisationPack(TranslitLanguagePack):  # type: ignore[misc]  # transliterate has no types
    """A pack that romanises word by word; the mapping of ``transliterate`` knows no context and no case."""

    system: ClassVar[System]
    rules: ClassVar[Rules]
    # Ours would outvote the package's own packs when it guesses a language.
    detectable = False

    def translit(
        self,
        value: str,
        reversed: bool = False,  # noqa: A002  # the package's name for Cyrillic to Latin
        strict: bool = False,
        fail_silently: bool = True,
    ) -> str:
        """The text romanised. ``strict`` and ``fail_silently`` change nothing, as in the package's own packs.

        Raises RomanisationError unless ``reversed``: most systems lose letters, so there is no way back.
        """
        if not reversed:
            raise RomanisationError(f"{self.system.name} goes from Cyrillic to Latin only: use reversed=True")
        return rewrite(value, self.rules)


@cache
def packs() -> dict[str, RomanisationPack]:
    """Our packs by system name, registered with ``transliterate`` under that name."""
    # The package finds its own packs only while its registry is empty, so they must go first.
    if not registry.registry:
        autodiscover()
    made = {}
    for name, system in SYSTEMS.items():
        rules = load_rules(name)
        # The base class wants pairs of single letters, in its order: Latin, Cyrillic.
        pairs = [(by[-1].latin, letter) for letter, by in rules.items() if len(by[-1].latin) == 1]
        members = {
            "language_code": name,
            "language_name": system.title,
            "mapping": ("".join(latin for latin, _ in pairs), "".join(letter for _, letter in pairs)),
            "system": system,
            "rules": rules,
        }
        pack = type(f"{name.title().replace('-', '')}Pack", (RomanisationPack,), members)
        registry.register(pack)
        made[name] = pack()
    return made
