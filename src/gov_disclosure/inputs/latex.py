"""Draw the tables of TeX within a text as rows between pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from ..text.source import Place
from .spanning import Cell, Table

_NAMES = r"(?P<name>(?:tabular[xy]?|tabulary|longtable|xltabular|(?:long)?tblr|array)\*?)"
_BEGIN = re.compile(rf"\\begin\s*\{{{_NAMES}\}}")
_BEGIN_OR_END = re.compile(rf"\\(?P<turn>begin|end)\s*\{{{_NAMES}\}}")
_WITH_WIDTH = re.compile(r"tabular[xy*]|xltabular")
"""Tables whose first argument is their width, and not their columns."""

_DELIMITER = re.compile(
    r"(?P<row>\\\\\*?(?:[ \t]*\[[^\[\]\n]*\])?|\\tabularnewline\b)|(?P<cell>&)"
    r"|(?P<into>\{|\\begin\b)|(?P<out>\}|\\end\b)|\\.",
    re.DOTALL,
)
"""Where cells, rows and groups begin or end, and escapes that only look like it."""

_ENDS_ROW = re.compile(r"\\\\[ \t]*(?:\\[a-z]+(?:\{[^{}\n]*\})?[ \t]*)*$")
"""The end of a row at the end of its line, perhaps with a rule behind it."""

_FEWEST_ROWS = 2
"""A single line that ends like a row may be anything."""

_COMMENT = re.compile(r"(?<!\\)%[ \t]*\n[ \t]*|^[ \t]*%[^\n]*(?:\n|$)", re.MULTILINE)
"""A comment on a line of its own, or one that joins two lines; elsewhere % may be a per cent."""
_OPENING_BRACE = re.compile(r"\s*\{")
_BRACE = re.compile(r"\\.|(?P<into>\{)|(?P<out>\})", re.DOTALL)
_OPTIONS = re.compile(r"\s*\[[^\[\]]*\]")
_STAR = re.compile(r"\s*\*")
_SHOWING_NOTHING = re.compile(
    r"\\(?:hline|hhline|cline|cmidrule|(?:top|mid|bottom|special)rule|noalign|addlinespace"
    r"|end(?:first|last)?(?:head|foot)|(?:row|cell)color|centering|raggedright|arraybackslash"
    r"|tiny|scriptsize|footnotesize|small|normalsize|large|bfseries)(?![a-zA-Z])"
    r"(?:\s*(?:\[[^\[\]]*\]|\([^()]*\)|\{[^{}]*\}))*"
)
"""Commands that show nothing: lines between rows, colours and sizes."""

_COMMAND_AROUND_WORDS = re.compile(
    r"\\(?P<name>multicolumn|multirow|makecell|thead|shortstack|text(?:bf|it|rm)?|math(?:bf|rm)|emph)"
    r"(?![a-zA-Z])"
)
_INNER_TABLE = re.compile(
    r"\\begin\s*\{tabular\}(?:\s*\[\w\])?\s*\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|\\end\s*\{tabular\}"
)
"""The start and the end of a table within a cell, whose rows are lines of this cell."""

_ARGUMENTS_BEFORE_WORDS = {"multicolumn": 2, "multirow": 2}
"""How many arguments a command has before the one that it shows."""

_ACROSS = re.compile(r"\s*\\multicolumn\s*\{\s*(\d{1,3})\s*\}")
_LINE_END = re.compile(r"\\\\(?:\[[^\[\]]*\])?")
_ESCAPED = re.compile(r"\\([&%$#_{} ])|\{,\}|``|''|~")
_REPLACEMENTS = {"{,}": ",", "``": "“", "''": "”", "~": " "}
_HEADING = re.compile(r"\\(?:(?:sub)*section|chapter|title|caption)\*?(?=\s*\{)")
_LONGEST = 2000
_LONGEST_HEADING = 200
"""No cell, argument or heading is longer; one that seems to be has no closing brace."""


def without_latex(text: str) -> str:
    r"""Draw the tables of TeX in a text as rows between pipes, and its headings as plain lines.

    A cell of several columns stands in the first of them.  Positions that a cell above covers are
    empty.  Lines that end like rows are a table even without its environment.  The words of unknown
    commands keep their command, and so are no figures.

    >>> table = r"\begin{tabular}{lr} 规章 & \textbf{5} \\ \hline 行政许可 & \sout{3} \end{tabular}"
    >>> print(without_latex(table).strip())
    | 规章 | 5 |
    | 行政许可 | \sout{3} |
    """
    has_tables = "\\begin" in text and _BEGIN.search(text)
    return "".join(_drawn(text)) if has_tables else _with_bare_rows(text)


def _drawn(text: str) -> Iterator[str]:
    at = 0
    while found := _BEGIN.search(text, at):
        begin = _behind_arguments(text, found.end(), 2 if _WITH_WIDTH.match(found["name"]) else 1)
        end = _end_of_table(text, begin)
        if end is None:
            break
        yield _with_plain_headings(_with_bare_rows(text[at : found.start()]))
        yield "\n".join(("", *_table(text[begin : end[0]]).shown().lines, ""))
        at = end[1]
    yield _with_plain_headings(_with_bare_rows(text[at:]))


def _with_bare_rows(text: str) -> str:
    r"""Draw lines that are rows, but stand in no environment, as rows between pipes.

    >>> print(_with_bare_rows("信息内容 & 数量 \\\\ \\hline\n行政许可 & 29 \\\\\n").strip())
    | 信息内容 | 数量 |
    | 行政许可 | 29 |
    """
    if "\\\\" not in text or "&" not in text:
        return text
    pieces: list[str] = []
    for is_table, some in groupby(text.splitlines(keepends=True), key=_may_be_of_table):
        lines = list(some)
        rows = sum("&" in line for line in lines)
        is_drawn = is_table and rows >= _FEWEST_ROWS
        body = "".join(lines)
        pieces.append("\n".join((*_table(body).shown().lines, "")) if is_drawn else body)
    return "".join(pieces)


def _may_be_of_table(line: str) -> bool:
    """Whether a line ends like a row of a table, or only shows a rule between rows."""
    said = line.strip()
    return _ENDS_ROW.search(said) is not None or _SHOWING_NOTHING.fullmatch(said) is not None


def _end_of_table(text: str, begin: int) -> Place | None:
    """Find the end of the table whose rows begin at a place, past the tables within it."""
    depth = 1
    for found in _BEGIN_OR_END.finditer(text, begin):
        depth += 1 if found["turn"] == "begin" else -1
        if depth == 0:
            return found.span()
    return None


def _inside_braces(text: str, at: int, most: int = _LONGEST) -> Place | None:
    """Find the inside of the braces that open at a place, or behind blanks there."""
    found = _OPENING_BRACE.match(text, at)
    if found is None:
        return None
    depth = 1
    for brace in _BRACE.finditer(text, found.end(), found.end() + most):
        depth += (brace["into"] is not None) - (brace["out"] is not None)
        if depth == 0:
            return found.end(), brace.start()
    return None


def _behind_arguments(text: str, at: int, count: int) -> int:
    """Return the place behind some arguments and their options; a star may be an argument."""
    for _ in range(count):
        options = _OPTIONS.match(text, at)
        at = options.end() if options else at
        star = _STAR.match(text, at)
        group = None if star else _inside_braces(text, at)
        at = star.end() if star else group[1] + 1 if group else at
    return at


def _table(body: str) -> Table:
    table = Table()
    for row in _rows(_SHOWING_NOTHING.sub(" ", _COMMENT.sub("", body))):
        if len(row) > 1 or row[0].strip():
            table.begin_row()
            for said in row:
                table.add(_cell(said))
    return table


def _rows(body: str) -> Iterator[list[str]]:
    """Yield the cells of each row as they are written in TeX."""
    row: list[str] = []
    begin = depth = 0
    for part in _DELIMITER.finditer(body):
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
    for line in _LINE_END.split(_without_commands(said)):
        cell.say(line)
        cell.end_line()
    return cell


def _without_commands(said: str) -> str:
    """Remove the plain commands around the words of a cell."""
    at = 0
    said = _INNER_TABLE.sub("", said)
    while len(said) <= _LONGEST and (found := _COMMAND_AROUND_WORDS.search(said, at)):
        group = _inside_braces(
            said,
            _behind_arguments(said, found.end(), _ARGUMENTS_BEFORE_WORDS.get(found["name"], 0)),
        )
        at = found.start() if group else found.end()
        if group:
            said = said[:at] + said[slice(*group)] + said[group[1] + 1 :]
    whole = _inside_braces(said, 0)
    if whole and not said[whole[1] + 1 :].strip():
        said = said[slice(*whole)]
    return _ESCAPED.sub(lambda sign: sign[1] or _REPLACEMENTS[sign[0]], said)


def _with_plain_headings(text: str) -> str:
    """Put the headings in the text between tables on lines of their own."""
    pieces = []
    at = 0
    for found in _HEADING.finditer(text):
        group = _inside_braces(text, found.end(), _LONGEST_HEADING)
        if group and found.start() >= at:
            pieces += [text[at : found.start()], "\n", text[slice(*group)], "\n"]
            at = group[1] + 1
    return "".join([*pieces, text[at:]])
