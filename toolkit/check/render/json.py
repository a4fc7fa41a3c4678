"""For programs: one JSON object.

``version`` is 1; a later version may add keys, but none here changes its meaning. ``findings`` is an array of objects,
in order of the files given and of the place in each:

=============  ======================================================================================================
``file``       string: the path as it was given
``rule``       string: the id of the rule
``severity``   ``"error"``, ``"warning"`` or ``"info"``
``start``      integer: offset in the text, in Unicode code points from 0, without a byte order mark
``end``        integer: the first offset after it; equal to ``start`` where something is missing
``line``       integer: of ``start``, from 1
``column``     integer: of ``start``, from 1, in code points
``text``       string: what stands there
``message``    string: one English sentence
``suggestions``  array of strings: replacements of ``text``, the best first; may be empty
``place``      string: the id of the place in the glossary, or empty
``confidence`` number: above 0, at most 1
=============  ======================================================================================================

Characters that no terminal should get (controls, directions) are written as ``\\uXXXX``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict
from typing import TextIO

from toolkit.check.render import CheckedFile
from toolkit.check.render._visible import HIDDEN

VERSION = 1


def render(files: Iterable[CheckedFile], stream: TextIO) -> None:
    """Write the findings of some files as JSON."""
    findings = [{"file": file.path} | asdict(finding) for file in files for finding in file.findings]
    text = json.dumps({"version": VERSION, "findings": findings}, ensure_ascii=False, indent=2)
    stream.write(re.sub(HIDDEN, lambda match: _escaped(match[0]), text) + "\n")


def _escaped(character: str) -> str:
    """A character in a JSON string as its UTF-16 code units."""
    return json.dumps(character)[1:-1]
