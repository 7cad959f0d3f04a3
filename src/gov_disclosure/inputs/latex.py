"""Tables as TeX spells them, within a text: made into rows between pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..text.source import Place
from .spanning import Cell, Table

_NAMES = r"(?P<name>(?:tabular[xy]?|tabulary|longtable|xltabular|(?:long)?tblr|array)\*?)"
_BEGIN = re.compile(rf"\\begin\s*\{{{_NAMES}\}}")
_TURN = re.compile(rf"\\(?P<turn>begin|end)\s*\{{{_NAMES}\}}")
_WITH_WIDTH = re.compile(r"tabular[xy*]|xltabular")
"""Tables whose first argument is how wide they are, and not which columns they have."""

_PART = re.compile(
    r"(?P<row>\\\\\*?(?:[ \t]*\[[^\[\]\n]*\])?|\\tabularnewline\b)|(?P<cell>&)"
    r"|(?P<into>\{|\\begin\b)|(?P<out>\}|\\end\b)|\\.",
    re.DOTALL,
)
"""Where cells, rows and groups end or begin, and what only looks like it."""

_COMMENT = re.compile(r"(?<!\\)%[ \t]*\n[ \t]*|^[ \t]*%[^\n]*(?:\n|$)", re.MULTILINE)
"""A line of its own, or an end of line that is none; elsewhere it may be a per cent."""
_OPEN = re.compile(r"\s*\{")
_BRACE = re.compile(r"\\.|(?P<into>\{)|(?P<out>\})", re.DOTALL)
_OPTIONS = re.compile(r"\s*\[[^\[\]]*\]")
_STAR = re.compile(r"\s*\*")
_SILENT = re.compile(
    r"\\(?:hline|hhline|cline|cmidrule|(?:top|mid|bottom|special)rule|noalign|addlinespace"
    r"|end(?:first|last)?(?:head|foot)|(?:row|cell)color|centering|raggedright|arraybackslash"
    r"|tiny|scriptsize|footnotesize|small|normalsize|large|bfseries)(?![a-zA-Z])"
    r"(?:\s*(?:\[[^\[\]]*\]|\([^()]*\)|\{[^{}]*\}))*"
)
"""Lines between rows, colours and sizes."""

_AROUND = re.compile(
    r"\\(?P<name>multicolumn|multirow|makecell|thead|shortstack|text(?:bf|it|rm)?|math(?:bf|rm)|emph)"
    r"(?![a-zA-Z])"
)
_NESTED = re.compile(
    r"\\begin\s*\{tabular\}(?:\s*\[\w\])?\s*\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|\\end\s*\{tabular\}"
)
"""What stands around the words of a cell, and around its lines."""

_BEFORE_WORDS = {"multicolumn": 2, "multirow": 2}
"""How many arguments a command has before what it shows."""

_ACROSS = re.compile(r"\s*\\multicolumn\s*\{\s*(\d{1,3})\s*\}")
_LINE_END = re.compile(r"\\\\(?:\[[^\[\]]*\])?")
_SPELLED = re.compile(r"\\([&%$#_{} ])|\{,\}|``|''|~")
_MEANT = {"{,}": ",", "``": "“", "''": "”", "~": " "}
_HEADING = re.compile(r"\\(?:(?:sub)*section|chapter|title|caption)\*?(?=\s*\{)")
_LONGEST = 2000
_LONGEST_HEADING = 200
"""No cell, argument or heading is longer; what looks so lacks a brace."""


def without_latex(text: str) -> str:
    r"""The text with the tables of TeX as rows between pipes, and its headings as plain lines.

    A cell of several columns stands in the first of them.  Cells that one further up goes on over
    are there, and empty.  What is said in other commands stays as it is, and so is no figure.

    >>> table = r"\begin{tabular}{lr} 规章 & \textbf{5} \\ \hline 行政许可 & \sout{3} \end{tabular}"
    >>> print(without_latex(table).strip())
    | 规章 | 5 |
    | 行政许可 | \sout{3} |
    """
    return "".join(_drawn(text)) if "\\begin" in text and _BEGIN.search(text) else text


def _drawn(text: str) -> Iterator[str]:
    at = 0
    while found := _BEGIN.search(text, at):
        begin = _behind_arguments(text, found.end(), 2 if _WITH_WIDTH.match(found["name"]) else 1)
        end = _end_of_table(text, begin)
        if end is None:
            break
        yield _with_plain_headings(text[at : found.start()])
        yield "\n".join(("", *_table(text[begin : end[0]]).shown().lines, ""))
        at = end[1]
    yield _with_plain_headings(text[at:])


def _end_of_table(text: str, begin: int) -> Place | None:
    """Where the table ends whose rows begin at a place, others within it passed over."""
    depth = 1
    for found in _TURN.finditer(text, begin):
        depth += 1 if found["turn"] == "begin" else -1
        if depth == 0:
            return found.span()
    return None


def _group(text: str, at: int, most: int = _LONGEST) -> Place | None:
    """What stands in braces that open at a place, or behind blanks there."""
    found = _OPEN.match(text, at)
    if found is None:
        return None
    depth = 1
    for brace in _BRACE.finditer(text, found.end(), found.end() + most):
        depth += (brace["into"] is not None) - (brace["out"] is not None)
        if depth == 0:
            return found.end(), brace.start()
    return None


def _behind_arguments(text: str, at: int, count: int) -> int:
    """What stands behind so many arguments, and the options before each; a star may be one."""
    for _ in range(count):
        options = _OPTIONS.match(text, at)
        at = options.end() if options else at
        star = _STAR.match(text, at)
        group = None if star else _group(text, at)
        at = star.end() if star else group[1] + 1 if group else at
    return at


def _table(body: str) -> Table:
    table = Table()
    for row in _rows(_SILENT.sub(" ", _COMMENT.sub("", body))):
        if len(row) > 1 or row[0].strip():
            table.begin_row()
            for said in row:
                table.add(_cell(said))
    return table


def _rows(body: str) -> Iterator[list[str]]:
    """The cells of each row as they are spelled."""
    row: list[str] = []
    begin = depth = 0
    for part in _PART.finditer(body):
        depth += (part["into"] is not None) - (part["out"] is not None)
        if depth == 0 and (part["cell"] or part["row"]):
            row.append(body[begin : part.start()])
            begin = part.end()
            if part["row"]:
                yield row
                row = []
    yield [*row, body[begin:]]


def _cell(said: str) -> Cell:
    across = _ACROSS.match(said)
    cell = Cell(1, int(across[1]) or 1 if across else 1, in_table=True)
    for line in _LINE_END.split(_plain(said)):
        cell.say(line)
        cell.end_line()
    return cell


def _plain(said: str) -> str:
    """What a cell shows, where it holds nothing but words and plain commands around them."""
    at = 0
    said = _NESTED.sub("", said)
    while len(said) <= _LONGEST and (found := _AROUND.search(said, at)):
        group = _group(
            said, _behind_arguments(said, found.end(), _BEFORE_WORDS.get(found["name"], 0))
        )
        at = found.start() if group else found.end()
        if group:
            said = said[:at] + said[slice(*group)] + said[group[1] + 1 :]
    whole = _group(said, 0)
    if whole and not said[whole[1] + 1 :].strip():
        said = said[slice(*whole)]
    return _SPELLED.sub(lambda sign: sign[1] or _MEANT[sign[0]], said)


def _with_plain_headings(text: str) -> str:
    """The text between tables, its headings as lines of their own."""
    pieces = []
    at = 0
    for found in _HEADING.finditer(text):
        group = _group(text, found.end(), _LONGEST_HEADING)
        if group and found.start() >= at:
            pieces += [text[at : found.start()], "\n", text[slice(*group)], "\n"]
            at = group[1] + 1
    return "".join([*pieces, text[at:]])
