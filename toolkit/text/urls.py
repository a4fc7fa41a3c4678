"""Addresses inside running text."""

from __future__ import annotations

import re

from toolkit.text.spans import Span

# The last character is never a sign that more likely belongs to the sentence: `see https://a.org/b.`
_ADDRESS = re.compile(
    r"""
      (?: (?:https?|ftp|tg):// | mailto: | www\. ) [^\s<>"«»“”\[\]\\]* [\w/=\#&%+-]
    | (?<![\w.+-]) [\w.+-]+ @ [a-z0-9-]+ (?:\.[a-z0-9-]+)+
    | (?<![\w.-]) (?: [a-z0-9][a-z0-9-]{0,62} \. )+ (?:com|org|net|info|gov|edu|io|me|tv|ua|ru|uk|eu|us) \b
      (?: / [^\s<>"«»“”\[\]\\]* [\w/=\#&%+-] )?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def find_urls(text: str) -> list[Span]:
    """Where web addresses, e-mail addresses and domain names stand in a text, in order."""
    return [Span(*match.span()) for match in _ADDRESS.finditer(text)]
