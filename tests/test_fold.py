"""The folded view: plain characters in the places of the printed ones."""

from hypothesis import given
from hypothesis import strategies as st

from gov_disclosure.fold import FOLD, NOT_IN_LABELS, fold, squeeze

printed = st.text(st.one_of(st.sampled_from(sorted(map(chr, FOLD))), st.characters()))


@given(printed)
def test_every_character_becomes_its_plain_form_however_many_kinds_there_are(text: str) -> None:
    assert fold(text) == text.translate(FOLD)


def test_what_is_plain_stays() -> None:
    assert FOLD.keys().isdisjoint(FOLD.values())


@given(printed)
def test_labels_are_compared_without_blanks_and_quotes(text: str) -> None:
    assert NOT_IN_LABELS.isdisjoint(squeeze(text))
