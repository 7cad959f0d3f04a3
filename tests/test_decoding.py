"""Bytes that are broken in a few places, and text that has no byte order mark."""

import pytest

from gov_disclosure import parse_bytes
from gov_disclosure.text.decoding import decode, decode_page

TEXT = "示例镇2022年政府信息公开工作年度报告\n" * 20


class TestBrokenBytes:
    @pytest.mark.parametrize(
        ("encoding", "byte"), [("utf-8", b"\xe4"), ("gbk", b"\xff"), ("utf-8", b"\0")]
    )
    def test_one_of_them_is_a_letter_that_cannot_be_read(self, encoding: str, byte: bytes) -> None:
        assert decode(TEXT.encode(encoding) + byte + b"\n") == TEXT + "\ufffd\n"

    def test_a_page_keeps_the_encoding_it_declares(self) -> None:
        page = "<meta charset=big5>" + "<p>政府資訊公開</p>" * 40
        assert decode_page(page.encode("big5") + b"\xff ") == page + "\ufffd "

    @pytest.mark.parametrize("data", [b"\xff", b"\xfe\xfd\xff" * 30, b"a\0" + b"\xff\xd8" * 50])
    def test_many_of_them_are_no_text(self, data: bytes) -> None:
        with pytest.raises(ValueError, match="text"):
            decode(data)

    def test_a_figure_with_such_a_letter_is_none(self) -> None:
        table = "信息内容 | 本年处理决定数量\n行政许可 | 12\n行政处罚 | 3"
        report = parse_bytes(TEXT.encode() + table.encode() + b"\xe4")
        assert report.cell("proactive", "licensing", "decisions").value == 12
        assert report.cell("proactive", "penalties", "decisions").value is None


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark(encoding: str) -> None:
    page = f"<html><body><p>{TEXT}</p></body></html>"
    assert decode(page.encode(encoding)) == page
