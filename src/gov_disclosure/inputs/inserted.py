"""Documents of another kind that are inserted in a Word file: pages, and pages saved as mail."""

from __future__ import annotations

from email import message_from_bytes

from ..text.decoding import decode_page
from .html import text_of_html
from .markup import looks_like_html

_MAIL = b"mime-version:"
_HEAD = 2048


def text_of_inserted(data: bytes) -> str:
    r"""The text of a page, of a page saved as mail (MHTML), or of plain text; "" of other data.

    >>> text_of_inserted("<p>规章</p>".encode())
    '规章'
    >>> text_of_inserted(b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>a<td>3")
    'a\n3'
    """
    pages = _pages_of_mail(data) if is_mail(data) else [data]
    return "\n".join(map(_shown, pages))


def is_mail(data: bytes) -> bool:
    """Whether data is a mail, by its head."""
    return _MAIL in data[:_HEAD].lower()


def _pages_of_mail(data: bytes) -> list[bytes]:
    parts = message_from_bytes(data).walk()
    pages = (part.get_payload(decode=True) for part in parts if part.get_content_type() == _PAGE)
    return [page for page in pages if isinstance(page, bytes)]


_PAGE = "text/html"


def _shown(data: bytes) -> str:
    try:
        text = decode_page(data)
    except ValueError:
        return ""
    return text_of_html(text) if looks_like_html(text) else text
