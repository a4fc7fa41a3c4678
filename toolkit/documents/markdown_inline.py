"""Where text stands inside a Markdown paragraph. The only door to markdown-it-py.

markdown-it-py tells the lines of a block but not the columns of what is in it, so the parser is made to note where
links, images and code end, and a cursor follows the tokens through the content.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from toolkit.text.urls import find_urls

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_BREAK = re.compile(r"\\? *\n[ \t]*")
_END = "nazva_end"  # key in Token.meta
# Signs that other Markdown dialects read as markup: footnotes, task boxes, alerts, attributes and templates.
_DIALECT = re.compile(r"\[\^[^\]\s]+\]:?|^\[[ xX]\](?=\s)|^\[!\w+\]|\{\{.*?\}\}|\{%.*?%\}|\{[#.:][^}]*\}")
_CODE_TAG = re.compile(r"<(?P<close>/?)(?:code|kbd|pre|samp|script|style|tt|var)\b", re.IGNORECASE)


class Char(NamedTuple):
    """One character of text, and where it is written in the content (``&amp;`` is one character of five)."""

    text: str
    start: int
    end: int


@cache
def markdown_parser() -> MarkdownIt:
    """The parser: CommonMark, tables, strikethrough; the ends of links, images and code are noted."""
    from markdown_it import MarkdownIt  # slow to import, needed for this format only
    from markdown_it.rules_block import reference
    from markdown_it.rules_inline import backtick, image, link

    parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
    parser.disable("text_join")  # which would hide how an escaped sign was written
    for name, rule in (("link", link), ("image", image), ("backticks", backtick)):
        parser.inline.ruler.at(name, _noting_end(rule))

    def no_footnote(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
        # `[^1]: Note` is a footnote to everyone who writes it, and a reference to CommonMark.
        footnote = state.src.startswith("[^", state.bMarks[line] + state.tShift[line])
        return not footnote and reference(state, line, end_line, silent)

    parser.block.ruler.at("reference", no_footnote)
    return parser


def _noting_end(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """The rule, leaving where it stopped in the token it made: of a link, the one that opens it."""

    def noting(state: StateInline, silent: bool) -> bool:
        made = len(state.tokens)
        pending = bool(state.pending)  # becomes a token of text before those of the rule
        matched = rule(state, silent)
        if matched and len(state.tokens) > made + pending:
            state.tokens[made + pending].meta[_END] = state.pos
        return matched

    return noting


def runs(tokens: list[Token], content: str) -> Iterator[list[Char]]:
    """The stretches of text between markup that have a letter, without white space around them.

    A line break inside a run is a space. Addresses and the signs of ``_DIALECT`` are markup. Raises LookupError
    when the tokens are not what the content says.
    """
    run: list[Char] = []
    for char in _Walk(content, 0).chars(tokens):
        if char:
            run.append(char)
        else:
            yield from _split(run)
            run = []
    yield from _split(run)


class _Walk:
    """A cursor that follows inline tokens, which say no columns, through the content they were parsed from."""

    def __init__(self, content: str, start: int) -> None:
        self._content = content
        self._base = start
        self._cursor = start
        self._code = 0  # how many HTML elements of code are open

    def chars(self, tokens: list[Token]) -> Iterator[Char | None]:
        """The characters of text in order, None where there is markup."""
        rest = iter(tokens)
        for token in rest:
            start = self._cursor
            match token.type:
                case "text":
                    self._expect(token.content)
                    if not self._code:
                        yield from (Char(self._content[i], i, i + 1) for i in range(start, self._cursor))
                case "text_special":
                    self._expect(token.markup)
                    if not self._code:
                        yield from (Char(sign, start, self._cursor) for sign in token.content)
                case "softbreak" | "hardbreak":
                    found = _BREAK.match(self._content, start)
                    if not found:
                        raise LookupError(self._content)
                    self._cursor = found.end()
                    yield Char(" ", start, self._cursor) if token.type == "softbreak" else None
                case "html_inline":
                    self._expect(token.content)
                    if tag := _CODE_TAG.match(token.content):
                        self._code = max(0, self._code + (-1 if tag["close"] else 1))
                    yield None
                case "code_inline":
                    self._jump(token)
                    yield None
                case "link_open":
                    inside = list(_until_close(rest))
                    yield None
                    if token.markup == "autolink":
                        self._cursor = self._content.index(">", start) + 1
                    else:
                        self._expect("[")
                        yield from self._label(list(self.chars(inside)), token)
                    yield None
                case "image":
                    self._expect("![")
                    alternative = _Walk(self._content, self._cursor)
                    yield None
                    label = list(alternative.chars(token.children or []))
                    self._cursor = alternative._cursor
                    yield from self._label(label, token)
                    yield None
                case _:  # emphasis, strong, strikethrough
                    self._expect(token.markup)
                    yield None

    def _label(self, label: list[Char | None], token: Token) -> list[Char | None]:
        """The text of a link or image; none when it is the name of a reference (``[name]``, ``[name][]``)."""
        tail_start = self._cursor
        self._jump(token)
        return [] if self._content[tail_start : self._cursor] in ("]", "][]") else label

    def _jump(self, token: Token) -> None:
        """Go to where the parser noted the end of this markup."""
        self._cursor = self._base + token.meta[_END]

    def _expect(self, wanted: str) -> None:
        """Go past ``wanted``; LookupError when something else stands there."""
        if not self._content.startswith(wanted, self._cursor):
            raise LookupError(self._content)
        self._cursor += len(wanted)


def _until_close(rest: Iterator[Token]) -> Iterator[Token]:
    """The tokens of a link that was just opened; an address inside it is a link too."""
    depth = 1
    for token in rest:
        depth += token.nesting if token.type.startswith("link_") else 0
        if not depth:
            return
        yield token


def _split(run: list[Char]) -> Iterator[list[Char]]:
    """The run without addresses and dialect signs, trimmed; only what has a letter."""
    text = "".join(char.text for char in run)
    opaque = [(span.start, span.end) for span in find_urls(text)]
    opaque += [match.span() for match in _DIALECT.finditer(text)]
    start = 0
    for end, following in [*sorted(opaque), (len(run), len(run))]:
        first, last = start, max(start, end)
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if any(map(str.isalpha, text[first:last])):
            yield run[first:last]
        start = max(start, following)
