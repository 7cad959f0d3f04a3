"""What a report says of itself, however it is spelled: the days its statistics cover."""

from datetime import date

import pytest

from gov_disclosure.front import find_period
from gov_disclosure.values import Period

YEAR = Period(date(2022, 1, 1), date(2022, 12, 31))


@pytest.mark.parametrize(
    "said",
    [
        "2022年1月1日至2022年12月31日",
        "2022年1月1日至12月31日",
        "自2022年1月1日起，至2022年12月31日止",
        "自2022年1月1日零时起到12月31日",
        "2022年1月1日起，截至2022年12月31日",
        "2022.1.1-2022.12.31",
        "2022-01-01至2022-12-31",
        "2022/1/1～2022/12/31",
        "2022年1月1日——2022年12月31日",
    ],
)
def test_both_days_of_a_period_are_read(said: str) -> None:
    assert find_period(f"本报告所列数据的统计期限：{said}。") == YEAR


@pytest.mark.parametrize(
    "said", ["2022年1月1日，公布于2023年1月5日", "2022年1-12月", "2022年1月1日至年底"]
)
def test_days_that_are_not_both_named_are_no_period(said: str) -> None:
    assert find_period(f"统计期限为{said}。") is None
