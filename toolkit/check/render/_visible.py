"""Text of a document made safe to print: nothing in it can command a terminal or reorder what is shown."""

from __future__ import annotations

import re

# Unicode categories Cc, Cf, Cs, Zl and Zp, except the line feed: controls, format and direction signs, surrogates.
HIDDEN = (
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f]"
)
"""A regular expression for one character that is invisible or acts on a terminal."""

_UNSHOWN = re.compile(f"\n|{HIDDEN}")


def visible(text: str) -> str:
    """The text with a visible sign for each character that has none, character for character.

    ASCII controls become their pictures (``␛``), a tab one space, all other hidden characters ``�``.
    """
    return _UNSHOWN.sub(lambda match: _picture(match[0]), text)


def _picture(character: str) -> str:
    code = ord(character)
    if character == "\t":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "�"
