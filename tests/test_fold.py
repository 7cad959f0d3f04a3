"""The folded view: plain characters in the places of the printed ones."""

from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure import parse
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
