"""Bytes as text: the encodings in which Chinese reports are kept."""

from __future__ import annotations

import codecs

_MARKED = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def decode(data: bytes) -> str:
    r"""The text of a file, whichever of the usual encodings it is kept in.

    A byte order mark decides; without one it is UTF-8 if it can be, else GB18030, of which
    GBK and GB2312 are parts.

    >>> decode("规章".encode()), decode("规章".encode("gbk")), decode("规章".encode("utf-16"))
    ('规章', '规章', '规章')

    Raises:
        ValueError: if it is no text, or kept in another encoding.
    """
    if not isinstance(data, bytes):
        raise TypeError(f"what is read are the bytes of a file, not {type(data).__name__}")
    for mark, encoding in _MARKED.items():
        if data.startswith(mark):
            return _decoded(data, (encoding,))
    if b"\0" in data:
        raise ValueError(
            "these bytes are no text, as those of a PDF, a Word file or a picture are not; "
            "extract the text first and give that"
        )
    return _decoded(data, ("utf-8", "gb18030"))


def _decoded(data: bytes, encodings: tuple[str, ...]) -> str:
    """The text in the first encoding in which the bytes make sense."""
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError(f"these bytes are not {' or '.join(encodings)} text; save them as UTF-8 first")
