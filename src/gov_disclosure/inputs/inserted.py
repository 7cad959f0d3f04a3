"""Draw web pages, also those saved as mail, that are inserted in a Word file."""

from __future__ import annotations

from email import message_from_bytes

from ..text.decoding import decode_page
from .html import text_of_html
from .markup import looks_like_html

_MAIL_HEADER = b"mime-version:"
_LONGEST_HEADER = 2048
_PAGE = "text/html"


def text_of_inserted(data: bytes) -> str:
    r"""Return the text of a page, a page saved as mail (MHTML) or plain text; "" for other data.

    >>> text_of_inserted("<p>规章</p>".encode())
    '规章'
    >>> text_of_inserted(b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>a<td>3")
    'a\n3'
    """
    pages = _pages_of_mail(data) if is_mail(data) else [data]
    return "\n".join(map(_shown, pages))


def is_mail(data: bytes) -> bool:
    """Whether data is a mail, by its header."""
    return _MAIL_HEADER in data[:_LONGEST_HEADER].lower()


def _pages_of_mail(data: bytes) -> list[bytes]:
    parts = message_from_bytes(data).walk()
    pages = (part.get_payload(decode=True) for part in parts if part.get_content_type() == _PAGE)
    return [page for page in pages if isinstance(page, bytes)]


def _shown(data: bytes) -> str:
    try:
        text = decode_page(data)
    except ValueError:
        return ""
    return text_of_html(text) if looks_like_html(text) else text
