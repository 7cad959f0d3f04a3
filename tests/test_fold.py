"""The folded view: plain characters in the places of the printed ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure import Kind, parse
from gov_disclosure.text.fold import FOLD, NOT_IN_LABELS, fold, squeeze

printed = st.text(st.one_of(st.sampled_from(sorted(map(chr, FOLD))), st.characters()))


@given(printed)
def test_every_character_becomes_its_plain_form_however_many_kinds_there_are(text: str) -> None:
    assert fold(text) == text.translate(FOLD)


def test_what_is_plain_stays() -> None:
    assert FOLD.keys().isdisjoint(FOLD.values())


@given(printed)
def test_labels_are_compared_without_blanks_and_quotes(text: str) -> None:
    assert NOT_IN_LABELS.isdisjoint(squeeze(text))


def test_radicals_that_look_like_characters_are_these() -> None:
    assert fold("⼀、⾏政许可 ⾃然⼈ ⼈⺠ ⻓期") == "一、行政许可 自然人 人民 长期"
    report = parse("第⼆⼗条第（五）项\n信息内容 | 本年处理决定数量\n⾏政许可 | 29")
    assert report.cell("proactive", "licensing", "decisions").value == 29


def test_words_of_taiwan_are_those_of_the_forms() -> None:
    report = parse(
        "二、主動公開政府資訊情況\n第二十條第（五）項\n"
        "資訊內容 | 上一年專案數量 | 本年增/減 | 處理決定數量\n行政許可 | 7 | 1 | 29\n"
        "三、收到和處理政府資訊公開申請情況\n"
        "一、本年新收政府資訊公開申請數量 | 3 | 0 | 0 | 0 | 0 | 0 | 3"
    )
    assert report.cell("proactive", "licensing", "items_last_year").value == 7
    assert report.cell("applications", "new", "total").value == 3
    assert [section.key for section in report.sections] == ["proactive", "applications"]


UNSEEN = pytest.mark.parametrize(
    "unseen", ["\u200b", "\u202a", "\u2067", "\ufe0e", "\u034f", "\ufeff"]
)


@UNSEEN
def test_characters_without_a_width_part_nothing(unseen: str) -> None:
    row = f"规{unseen}章 | 1{unseen}2 | {unseen}0{unseen} | {unseen}"
    report = parse(f"信息内容 | 本年制发件数 | 本年废止件数 | 现行有效{unseen}件数\n{row}\n")
    read = [(cell.kind, cell.value) for cell in report.cells if cell.row == "rules"]
    assert read == [(Kind.NUMBER, 12), (Kind.NUMBER, 0), (Kind.BLANK, None)]


@UNSEEN
def test_behind_a_label_they_are_no_empty_cell(unseen: str) -> None:
    lines = ("893{}86", "行政规范性文件{}", "46{}", "5", "第二十条第(五)项")
    report = parse("\n".join(lines).format(*[unseen] * 3))
    assert not [cell for cell in report.cells if cell.row == "normative_documents" and cell.value]


@pytest.mark.parametrize("turning", ["\u202e", "\u202d", "\u2062"])
def test_characters_that_change_what_is_seen_make_no_number(turning: str) -> None:
    report = parse(f"信息内容 | 本年处理决定数量\n行政许可 | {turning}12{turning}3")
    assert [cell.kind for cell in report.cells if cell.row == "licensing"] == [Kind.TEXT]


def test_signs_of_vertical_lines_are_those_of_others() -> None:
    report = parse("第二十条第︵五︶项\n信息内容 | 本年处理决定数量\n行政许可 | 29")
    assert report.cell("proactive", "licensing", "decisions").value == 29
