"""The values that a report consists of, independent of how a text is read."""

from __future__ import annotations

import enum
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import attrs

from .declare import figure


class Kind(enum.Enum):
    """What stands in a cell."""

    NUMBER = "number"
    """A figure."""
    BLANK = "blank"
    """The row is printed, and nothing in this cell."""
    DASH = "dash"
    """A mark for nothing or not applicable, such as ``-``, ``/``, ``—`` or ``无``."""
    TEXT = "text"
    """Words, or something that is not certainly a number, where a number is expected."""
    MISSING = "missing"
    """The form has this cell, but the text does not show what stands in it."""


class Origin(enum.Enum):
    """How a cell's content is known."""

    PRINTED = "printed"
    """The text shows it in this cell, at the cell's span."""
    INFERRED = "inferred"
    """The figure is printed, and the form's arithmetic leaves only this cell for it."""


class Severity(enum.Enum):
    """How much a problem matters to someone who uses the figures."""

    INFO = "info"
    """The figures that were read are correct; keep this in mind when you use them."""
    WARNING = "warning"
    """Something that is printed is missing from the figures."""
    ERROR = "error"
    """The text contradicts itself."""


class Code(enum.StrEnum):
    """What a problem is about; the page *Problems* of the docs explains each code.

    Members are strings: ``problem.code == "no-tables"`` works as well.
    """

    NO_TABLES = "no-tables"
    UNREAD_ROWS = "unread-rows"
    SEVERAL_REPORTS = "several-reports"
    FORM_UNCLEAR = "form-unclear"
    UNPLACED_VALUE = "unplaced-value"
    AMBIGUOUS_LABEL = "ambiguous-label"
    LOOSE_FIGURES = "loose-figures"
    COLUMNS_UNCLEAR = "columns-unclear"
    ROW_UNCLEAR = "row-unclear"
    TABLE_UNCLEAR = "table-unclear"
    TABLE_UNREAD = "table-unread"
    REPEATS_DROPPED = "repeats-dropped"
    NOT_A_NUMBER = "not-a-number"
    CONFLICTING_VALUES = "conflicting-values"
    RIVAL_LINES = "rival-lines"
    OTHER_YEAR = "other-year"
    UNIT_UNCLEAR = "unit-unclear"


@attrs.frozen(order=True)
class Span:
    """A stretch of ``report.text``: ``report.text[span.start:span.end]`` is what was printed."""

    start: int
    end: int


@attrs.frozen(kw_only=True)
class Cell:
    """One cell of a form.

    ``table``, ``row`` and ``column`` are the keys by which :meth:`AnnualReport.cell` finds it;
    the only column of the form of 2014 is called ``value``.

    ``value`` is an ``int`` for a count and a :class:`~decimal.Decimal` in 万元 for an amount;
    it is None unless ``kind`` is :attr:`Kind.NUMBER`.  ``unit`` is the form's unit for the
    value (件, 万元, ...) where the form prints one.  ``raw`` is what was printed in the cell, and
    ``span`` where that stands in ``report.text``.  A missing cell has no ``raw``, ``span`` or
    ``origin``.
    """

    table: str
    row: str
    column: str
    value: int | Decimal | None
    kind: Kind
    origin: Origin | None = None
    raw: str | None = None
    unit: str | None = None
    span: Span | None = None


class Reading(NamedTuple):
    """What was read for one address; :class:`Cell` is made from it."""

    kind: Kind
    value: int | Decimal | None
    start: int
    end: int
    origin: Origin


@attrs.frozen
class Problem:
    """Something about the text that a user of the figures should know.

    ``code`` is stable and explained in the docs under *Problems*; ``message`` says in English
    what is wrong and where; ``span`` is None if the problem concerns the whole text.  ``table``,
    ``row`` and ``column`` are the keys of what the problem concerns, each None unless it is a
    single one.  ``raw`` has the values that could not be used, as printed.
    """

    code: Code
    severity: Severity
    message: str
    span: Span | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None
    raw: tuple[str, ...] = ()


class ReportError(ValueError):
    """A :class:`Problem` as an exception, raised by :meth:`AnnualReport.raise_for_problems`.

    The attribute ``problem`` holds the problem.
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.code}: {problem.message}")
        self.problem = problem


@attrs.frozen(kw_only=True)
class Metadata:
    """The catalogue data that web systems print above a report; None for what is not printed.

    Values are given as printed, except the two dates, which are :class:`~datetime.date`, or
    None if the calendar has no such day.
    """

    index_number: str | None = figure("索引号", aliases=("信息索引号", "索引", "索取号"))
    document_number: str | None = figure(
        "发文字号",
        aliases=("文号", "文件编号", "发文文号", "发布文号", "公文文号", "文件字号", "文件号"),
    )
    agency: str | None = figure(
        "发布机构",
        aliases=(
            *("发布单位", "发布部门", "发文机关", "发文机构", "发文单位", "公开机构", "公开单位"),
            *("公开部门", "制发机关", "制发机构"),
        ),
    )
    published: date | None = figure(
        "发布日期",
        aliases=(
            *("发布时间", "公开日期", "公开时间", "发表日期", "发表时间", "发稿时间", "上传时间"),
            *("日期", "时间"),
        ),
    )
    created: date | None = figure(
        "成文日期",
        aliases=(
            *("成文时间", "生成日期", "生成时间", "发文日期", "发文时间", "印发日期", "产生日期"),
            *("撰写时间", "制发日期"),
        ),
    )
    subject: str | None = figure("主题分类", aliases=("主题", "主题类别", "信息分类"))
    validity: str | None = figure(
        "有效性", aliases=("公文时效", "时效", "效力状态", "效力属性", "时效性")
    )
    disclosure_mode: str | None = figure("公开方式", aliases=("公开形式", "公开类别", "公开属性"))


@attrs.frozen(kw_only=True)
class Contacts:
    """The people named below the table of the form of 2014 (国办发〔2014〕32号).

    None for what is not printed; ``filled_on`` is a :class:`~datetime.date`.
    """

    head: str | None = figure("单位负责人", aliases=("负责人",))
    reviewer: str | None = figure("审核人", aliases=("审核",))
    preparer: str | None = figure("填报人", aliases=("填表人",))
    phone: str | None = figure("联系电话", aliases=("电话",))
    filled_on: date | None = figure("填报日期", aliases=("填表日期", "填报时间"))
    reporting_unit: str | None = figure("填报单位", aliases=("单位名称",))


@attrs.frozen
class Period:
    """The first and the last day that the statistics cover, each None if it is not printed."""

    first: date | None
    last: date | None


@attrs.frozen
class Section:
    """A part of the report under one heading.

    ``key`` is the section's name in the forms (``overview``, ``proactive``, ``applications``,
    ``proceedings``, ``problems``, ``other_matters``, ...), ``preamble`` for the text before
    the first heading, or None for a heading that no form has.  ``text`` is the narrative below
    the heading, without the tables.  ``span`` covers the whole section, and ``spans`` are the
    stretches of ``report.text`` that the narrative consists of.
    """

    key: str | None
    heading: str
    text: str
    span: Span
    spans: tuple[Span, ...] = ()


class Belonging(enum.Enum):
    """What a stretch of the text belongs to."""

    HEADING = "heading"
    """The title, or the heading of a section."""
    NARRATIVE = "narrative"
    """Prose: of a section, of the preamble, or between the rows of a table."""
    TABLE = "table"
    """Labels and figures of the form's tables, and the signs that separate them."""
    METADATA = "metadata"
    """Labelled data around the report: its catalogue entry and the people responsible for it."""
    FURNITURE = "furniture"
    """What web sites and pages add around a text: buttons, counters, breadcrumbs, page numbers."""
    UNREAD = "unread"
    """Text that was not recognised as any of the above."""


@attrs.frozen
class Part:
    """A stretch of the text and what it belongs to, without blanks at its ends."""

    span: Span
    belonging: Belonging


@attrs.frozen(kw_only=True)
class Figure:
    """A number in the narrative, with what it counts.

    ``number`` is an ``int`` for a count and a :class:`~decimal.Decimal` for money or a share, in
    the printed ``unit`` (件, 条, 万元, %, ...).  ``span`` covers the number and its unit.
    ``words`` are the words of the clause that say what is counted, as printed, and
    ``words_span`` is their place; they are empty if the clause holds only the number.
    ``section`` is the key of the :class:`Section`.
    """

    number: int | Decimal
    unit: str
    words: str
    span: Span
    words_span: Span
    section: str | None


@attrs.frozen
class ExtraRow:
    """A row that an agency added to a table of the form, such as 行政检查.

    ``table`` is the key of the table, ``label`` the printed name of the row, and ``raw`` its
    cells as printed, including empty ones.  ``span`` covers the whole row.
    """

    table: str
    label: str
    raw: tuple[str, ...]
    span: Span


@attrs.frozen
class LayoutRead:
    """The layout in which a stretch of text was read, and how well it agreed with the form.

    ``score`` lies between 0 and 1.  It is the product of three shares: rows with as many figures
    as the form has there, cells that are a label or stand behind one, and rows of the table
    that were found.  A short extract of a table therefore scores low, however clear it is.
    """

    name: str
    score: float
    span: Span
