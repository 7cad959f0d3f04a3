"""Words that agencies print for 总计 above a column of totals, in whatever table."""

OTHER_WORDS_FOR_TOTAL = ("合计", "共计", "总数")
