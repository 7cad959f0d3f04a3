"""Decode bytes in the usual encodings of Chinese reports."""

from __future__ import annotations

import codecs
import re

_MARKED = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_USUAL = ("utf-8", "gb18030")
_HEAD = 2048
_CHARSET = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
"""The larger encodings that browsers use in place of the declared ones."""

_UNREADABLE = "\ufffd"
_FEW = 100
"""One of so many characters at most may be broken in a text."""

_OFTEN = 20
_MOSTLY = 0.8


def decode(data: bytes) -> str:
    r"""Decode the bytes of a text file.

    A byte order mark decides the encoding; without one it is UTF-8 if possible, else GB18030, which
    includes GBK and GB2312.  If a few bytes are broken, U+FFFD stands for them.

    >>> decode("规章".encode()), decode("规章".encode("gbk")), decode("规章".encode("utf-16"))
    ('规章', '规章', '规章')
    >>> decode("规章".encode() * 50 + b"\xb1")[-3:]
    '规章�'

    Raises:
        ValueError: if the bytes are not text, or in another encoding.
    """
    return _decoded(data, _USUAL)


def decode_page(data: bytes) -> str:
    """Decode the source of a page, which may declare its encoding if that is not UTF-8."""
    declared = _declared(data)
    return _decoded(data, _USUAL if declared is None else ("utf-8", declared, "gb18030"))


def _declared(data: bytes) -> str | None:
    """The encoding declared in the source of a page, if Python knows it."""
    found = _CHARSET.search(data[:_HEAD]) if isinstance(data, bytes) else None
    if found is None:
        return None
    try:
        known = codecs.lookup(found[1].decode("ascii", "replace").lower()).name
        "a".encode(known)
    except (LookupError, UnicodeError):  # not known, or not an encoding of text, such as "hex"
        return None
    return _WIDER.get(known, known)


def _decoded(data: bytes, encodings: tuple[str, ...]) -> str:
    if not isinstance(data, bytes):
        raise TypeError(f"decode() takes the bytes of a file, not {type(data).__name__}")
    marked = next((name for mark, name in _MARKED.items() if data.startswith(mark)), None)
    encoding = marked or _wide(data)
    if encoding is None and data.count(0) * _FEW > len(data):
        raise ValueError(
            "these bytes are not text; a PDF or Word file is read from a file with its suffix, "
            "and the text of a picture has to be recognised first"
        )
    text = _in_first(data, (encoding,) if encoding else encodings)
    return text.replace("\0", _UNREADABLE)


def _wide(data: bytes) -> str | None:
    """The encoding of text in UTF-16 without a byte order mark."""
    zeros = data.count(0)
    if zeros * _OFTEN < len(data) or len(data) % 2:
        return None
    behind = data[1::2].count(0)
    if behind > _MOSTLY * zeros:
        return "utf-16-le"
    return "utf-16-be" if behind < (1 - _MOSTLY) * zeros else None


def _in_first(data: bytes, encodings: tuple[str, ...]) -> str:
    """Decode with the first encoding that fits, else with the one that fits nearly all bytes."""
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    texts = [data.decode(encoding, "replace") for encoding in encodings]
    best = min(texts, key=_count_broken)
    if _count_broken(best) * _FEW > len(best):
        names = " or ".join(encodings)
        raise ValueError(f"these bytes are not {names} text; save them as UTF-8 first")
    return best


def _count_broken(text: str) -> int:
    return text.count(_UNREADABLE)
