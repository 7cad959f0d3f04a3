"""The tools that take text out of documents, each as a function from a file to its text."""

from __future__ import annotations

import io
import logging
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import attrs

Extract = Callable[[Path], str]


@attrs.frozen(kw_only=True)
class Tool:
    """A way to get text out of one kind of document, and what has to be installed for it."""

    name: str
    suffix: str
    extract: Extract = attrs.field(repr=False)
    modules: tuple[str, ...] = ()
    program: str | None = None

    @property
    def title(self) -> str:
        """The kind of document and the tool."""
        return f"{self.suffix}: {self.name}"

    def missing(self) -> str | None:
        """What is not installed, if anything."""
        if self.program and shutil.which(self.program) is None:
            return self.program
        return next(filter(None, map(_missing_module, self.modules)), None)


def _missing_module(name: str) -> str | None:
    return name if find_spec(name) is None else None


def _page(path: Path) -> str:
    return path.read_text(encoding="utf-8")


# Web pages


def trafilatura(path: Path, **options: Any) -> str:
    """The main text of a page, tables between pipes."""
    return import_module("trafilatura").extract(_page(path), **options) or ""


def trafilatura_markdown(path: Path) -> str:
    """The main text of a page as markdown."""
    return trafilatura(path, output_format="markdown")


def trafilatura_everything(path: Path) -> str:
    """All text of a page, run together by trafilatura."""
    return str(import_module("trafilatura").html2txt(_page(path)))


def soup(separator: str, strip: bool) -> Extract:
    """BeautifulSoup's ``get_text`` with a separator."""

    def extract(path: Path) -> str:
        parsed = import_module("bs4").BeautifulSoup(_page(path), "lxml")
        return str(parsed.get_text(separator, strip=strip))

    return extract


def soup_rows(separator: str) -> Extract:
    """What people write by hand: cells of each row joined, the other blocks as they stand."""

    def extract(path: Path) -> str:
        parsed = import_module("bs4").BeautifulSoup(_page(path), "lxml")
        blocks = parsed.find_all(["h1", "p", "tr"])
        outside = (block for block in blocks if block.find_parent("tr") is None)
        return "\n".join(_soup_block(block, separator) for block in outside)

    return extract


def _soup_block(block: Any, separator: str) -> str:
    cells = block.find_all("td")
    if block.name != "tr":
        return str(block.get_text(strip=True))
    return separator.join(cell.get_text(strip=True) for cell in cells)


def html2text(path: Path) -> str:
    """html2text as it comes."""
    return str(import_module("html2text").html2text(_page(path)))


def html2text_unwrapped(path: Path) -> str:
    """html2text without line breaks of its own, cells padded to equal width."""
    reader = import_module("html2text").HTML2Text(bodywidth=0)
    reader.pad_tables = True
    return str(reader.handle(_page(path)))


def inscriptis(path: Path) -> str:
    """The page as a text browser shows it."""
    return str(import_module("inscriptis").get_text(_page(path)))


def markdownify(path: Path) -> str:
    """The page as markdown."""
    return str(import_module("markdownify").markdownify(_page(path)))


def lxml_text(path: Path) -> str:
    """All text of the page in its order."""
    return str(import_module("lxml.html").fromstring(_page(path)).text_content())


def readability(path: Path) -> str:
    """The main part of a page as readability cuts it out, still in HTML."""
    return str(import_module("readability").Document(_page(path)).summary())


def html_itself(path: Path) -> str:
    """The page as it is."""
    return _page(path)


def pandas_tables(write: Callable[[Any], str]) -> Extract:
    """Every table that ``pandas.read_html`` finds, and nothing else of the page."""

    def extract(path: Path) -> str:
        frames = import_module("pandas").read_html(io.StringIO(_page(path)), flavor="lxml")
        return "\n\n".join(map(write, frames))

    return extract


def as_csv(frame: Any) -> str:
    """Between commas, with the numbers of columns above and of rows before."""
    return str(frame.to_csv())


def as_bare_csv(frame: Any) -> str:
    """Between tabs, without the numbers of columns and rows."""
    return str(frame.to_csv(sep="\t", header=False, index=False))


def as_string(frame: Any) -> str:
    """As pandas prints it."""
    return str(frame.to_string())


def as_markdown(frame: Any) -> str:
    """As a markdown table."""
    return str(frame.to_markdown())


def as_json(frame: Any) -> str:
    """As a list of rows in JSON."""
    return str(frame.to_json(orient="values", force_ascii=False))


def markitdown(path: Path) -> str:
    """MarkItDown, for any kind of document."""
    return str(_markitdown().convert(str(path)).text_content)


@cache
def _markitdown() -> Any:
    """Its one reader; making it takes longer than reading does."""
    return import_module("markitdown").MarkItDown()


# Word files


def docx_cells(separator: str) -> Extract:
    """Tables by ``row.cells``, which gives a merged cell once for each position."""
    return lambda path: _docx_text(path, lambda row: separator.join(c.text for c in row.cells))


def docx_unique_cells(separator: str) -> Extract:
    """Tables by ``row.cells``, a cell that goes on left out."""

    def join(row: Any) -> str:
        return separator.join(cell.text for cell in _unique(row.cells))

    return lambda path: _docx_text(path, join)


def _unique(cells: Iterable[Any]) -> Iterator[Any]:
    seen = None
    for cell in cells:
        if cell._tc is not seen:
            yield cell
        seen = cell._tc


def _docx_text(path: Path, join: Callable[[Any], str]) -> str:
    document = import_module("docx").Document(str(path))
    return "\n".join(_docx_lines(document, join))


def _docx_lines(document: Any, join: Callable[[Any], str]) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            yield from map(join, block.rows)
        else:
            yield block.text


def docx2txt(path: Path) -> str:
    """docx2txt as it comes."""
    return str(import_module("docx2txt").process(str(path)))


# PDFs


def pdfplumber_text(path: Path, **options: Any) -> str:
    """The text of every page."""
    with import_module("pdfplumber").open(path) as pages:
        return "\n".join(page.extract_text(**options) for page in pages.pages)


def pdfplumber_layout(path: Path) -> str:
    """The text of every page, spaced as it stands there."""
    return pdfplumber_text(path, layout=True)


def pdfplumber_tables(separator: str) -> Extract:
    """The tables of every page, and nothing else of it."""

    def extract(path: Path) -> str:
        with import_module("pdfplumber").open(path) as pages:
            tables = [table for page in pages.pages for table in page.extract_tables()]
        return "\n\n".join(
            "\n".join(separator.join(cell or "" for cell in row) for row in table)
            for table in tables
        )

    return extract


def pdfplumber_lists(path: Path) -> str:
    """The tables of every page as Python prints them."""
    with import_module("pdfplumber").open(path) as pages:
        return "\n".join(str(page.extract_tables()) for page in pages.pages)


def pypdf(path: Path) -> str:
    """The text of every page as pypdf gives it."""
    reader = import_module("pypdf").PdfReader(path)
    return "\n".join(page.extract_text() for page in reader.pages)


def pypdf_layout(path: Path) -> str:
    """pypdf, spaced as it stands on the page."""
    reader = import_module("pypdf").PdfReader(path)
    return "\n".join(page.extract_text(extraction_mode="layout") for page in reader.pages)


def pdfminer(path: Path) -> str:
    """The text as pdfminer gives it."""
    return str(import_module("pdfminer.high_level").extract_text(path))


def pymupdf(path: Path, **options: Any) -> str:
    """PyMuPDF as it comes."""
    with import_module("pymupdf").open(path) as pages:
        return "\n".join(page.get_text(**options) for page in pages)


def pymupdf_sorted(path: Path) -> str:
    """PyMuPDF, from top to bottom."""
    return pymupdf(path, sort=True)


def pdftotext(*options: str) -> Extract:
    """Poppler's ``pdftotext``."""
    return printed_by("pdftotext", *options, _FILE, "-")


# Programs of any kind

_FILE = "FILE"
"""Where a command has the name of the file."""


def printed_by(program: str, *arguments: str) -> Extract:
    """What a program prints of a file."""

    def extract(path: Path) -> str:
        command = [program, *(str(path) if one == _FILE else one for one in arguments)]
        return subprocess.run(command, check=True, capture_output=True).stdout.decode()

    return extract


def _of_html(
    name: str, extract: Extract, *modules: str, program: str | None = None
) -> Iterator[Tool]:
    """A tool for web pages, on both kinds of them."""
    for suffix in ("html", "word.html"):
        yield Tool(name=name, suffix=suffix, extract=extract, modules=modules, program=program)


def _of_docx(name: str, extract: Extract, *modules: str) -> Tool:
    return Tool(name=name, suffix="docx", extract=extract, modules=("docx", *modules))


def _of_pdf(
    name: str, extract: Extract, *modules: str, program: str | None = None
) -> Iterator[Tool]:
    """A tool for PDFs, on each kind of them."""
    needs = ("reportlab", *modules)
    for suffix in ("pdf", "close.pdf", "narrow.pdf"):
        yield Tool(name=name, suffix=suffix, extract=extract, modules=needs, program=program)


_W3M = ("-I", "UTF-8", "-O", "UTF-8", "-T", "text/html")
_LYNX = ("-nolist", "-force_html", "-assume_charset=utf-8", "-display_charset=utf-8")
_LINKS = ("-codepage", "utf-8", "-html-assume-codepage", "utf-8", "-force-html")
_MUTOOL = ("-q", "-F", "text")
_GHOSTSCRIPT = ("-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=txtwrite", "-sOutputFile=-")

TOOLS: tuple[Tool, ...] = (
    *_of_html("html itself", html_itself),
    *_of_html("trafilatura", trafilatura, "trafilatura"),
    *_of_html("trafilatura markdown", trafilatura_markdown, "trafilatura"),
    *_of_html("trafilatura html2txt", trafilatura_everything, "trafilatura"),
    *_of_html("bs4 get_text()", soup("", strip=False), "bs4", "lxml"),
    *_of_html("bs4 get_text(' ')", soup(" ", strip=False), "bs4", "lxml"),
    *_of_html("bs4 get_text('\\n')", soup("\n", strip=False), "bs4", "lxml"),
    *_of_html("bs4 get_text('\\n', strip)", soup("\n", strip=True), "bs4", "lxml"),
    *_of_html("bs4 get_text('|', strip)", soup("|", strip=True), "bs4", "lxml"),
    *_of_html("bs4 get_text(' ', strip)", soup(" ", strip=True), "bs4", "lxml"),
    *_of_html("bs4 rows by tab", soup_rows("\t"), "bs4", "lxml"),
    *_of_html("bs4 rows by pipe", soup_rows(" | "), "bs4", "lxml"),
    *_of_html("html2text", html2text, "html2text"),
    *_of_html("html2text padded", html2text_unwrapped, "html2text"),
    *_of_html("inscriptis", inscriptis, "inscriptis"),
    *_of_html("markdownify", markdownify, "markdownify"),
    *_of_html("lxml text_content", lxml_text, "lxml"),
    *_of_html("readability", readability, "readability"),
    *_of_html("pandas to_csv", pandas_tables(as_csv), "pandas", "lxml"),
    *_of_html("pandas to_csv tabs", pandas_tables(as_bare_csv), "pandas", "lxml"),
    *_of_html("pandas to_string", pandas_tables(as_string), "pandas", "lxml"),
    *_of_html("pandas to_markdown", pandas_tables(as_markdown), "pandas", "lxml", "tabulate"),
    *_of_html("pandas to_json", pandas_tables(as_json), "pandas", "lxml"),
    *_of_html("markitdown", markitdown, "markitdown"),
    *_of_html("w3m -dump", printed_by("w3m", "-dump", *_W3M, _FILE), program="w3m"),
    *_of_html("lynx -dump", printed_by("lynx", "-dump", *_LYNX, _FILE), program="lynx"),
    *_of_html("links -dump", printed_by("links", "-dump", *_LINKS, _FILE), program="links"),
    _of_docx("python-docx by pipe", docx_cells(" | ")),
    _of_docx("python-docx by tab", docx_cells("\t")),
    _of_docx("python-docx unique by pipe", docx_unique_cells(" | ")),
    _of_docx("python-docx unique by tab", docx_unique_cells("\t")),
    _of_docx("docx2txt", docx2txt, "docx2txt"),
    _of_docx("markitdown", markitdown, "markitdown", "mammoth"),
    *_of_pdf("pdfplumber", pdfplumber_text, "pdfplumber"),
    *_of_pdf("pdfplumber layout", pdfplumber_layout, "pdfplumber"),
    *_of_pdf("pdfplumber tables by pipe", pdfplumber_tables(" | "), "pdfplumber"),
    *_of_pdf("pdfplumber tables by tab", pdfplumber_tables("\t"), "pdfplumber"),
    *_of_pdf("pdfplumber tables printed", pdfplumber_lists, "pdfplumber"),
    *_of_pdf("pypdf", pypdf, "pypdf"),
    *_of_pdf("pypdf layout", pypdf_layout, "pypdf"),
    *_of_pdf("pdfminer", pdfminer, "pdfminer"),
    *_of_pdf("pymupdf", pymupdf, "pymupdf"),
    *_of_pdf("pymupdf sorted", pymupdf_sorted, "pymupdf"),
    *_of_pdf("markitdown", markitdown, "markitdown", "pdfminer"),
    *_of_pdf("mutool draw", printed_by("mutool", "draw", *_MUTOOL, _FILE), program="mutool"),
    *_of_pdf("gs txtwrite", printed_by("gs", *_GHOSTSCRIPT, _FILE), program="gs"),
    *_of_pdf("pdftotext", pdftotext(), program="pdftotext"),
    *_of_pdf("pdftotext -layout", pdftotext("-layout"), program="pdftotext"),
    *_of_pdf("pdftotext -raw", pdftotext("-raw"), program="pdftotext"),
)

logging.getLogger("pdfminer").setLevel(logging.ERROR)
