"""Decode bytes in the usual encodings of Chinese reports."""

from __future__ import annotations

import codecs

_MARKED = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def decode(data: bytes) -> str:
    r"""Decode the bytes of a text file.

    A byte order mark decides the encoding; without one it is UTF-8 if possible, else GB18030, which
    includes GBK and GB2312.

    >>> decode("规章".encode()), decode("规章".encode("gbk")), decode("规章".encode("utf-16"))
    ('规章', '规章', '规章')

    Raises:
        ValueError: if the bytes are not text, or in another encoding.
    """
    if not isinstance(data, bytes):
        raise TypeError(f"decode() takes the bytes of a file, not {type(data).__name__}")
    for mark, encoding in _MARKED.items():
        if data.startswith(mark):
            return _decoded(data, (encoding,))
    if b"\0" in data:
        raise ValueError(
            "these bytes are not text; if they are a PDF, a Word file or a picture, "
            "extract the text first and pass that"
        )
    return _decoded(data, ("utf-8", "gb18030"))


def _decoded(data: bytes, encodings: tuple[str, ...]) -> str:
    """Decode with the first encoding that fits."""
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError(f"these bytes are not {' or '.join(encodings)} text; save them as UTF-8 first")
