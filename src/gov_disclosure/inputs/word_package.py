"""The parts of a Word file: its document, its styles, and other documents inserted in it."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from zipfile import ZipFile

import attrs

from .faults import BROKEN

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of the elements of Word."""

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The same namespace in files that are saved as Strict Open XML."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_XML = 64 << 20
_MOST_BYTES = 512 << 20
_DOCUMENT = "word/document.xml"


@attrs.frozen
class Package:
    """A Word file as an archive; parts that are named and missing do no harm."""

    archive: ZipFile
    parse: Callable[[bytes], _Element]

    @classmethod
    def of(cls, data: bytes, parse: Callable[[bytes], _Element]) -> Package:
        """The package in some bytes.

        Raises:
            ValueError: if they are no archive, or one that is too large once unpacked.
        """
        if data.startswith(_OLE):
            raise ValueError(
                "this Word file is encrypted, or of the old kind (.doc); "
                "save it as .docx without a password"
            )
        try:
            archive = ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise ValueError("this is no Word file (.docx), or a broken one") from error
        sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
        xml = (size for name, size in sizes.items() if name.endswith((".xml", ".rels")))
        if sum(xml) > _MOST_XML or sum(sizes.values()) > _MOST_BYTES:
            raise ValueError("this Word file is far larger, once unpacked, than any report")
        return cls(archive, parse)

    @property
    def main(self) -> str:
        """The name of the part that holds the document."""
        return next(self._targets("", "/officeDocument"), _DOCUMENT)

    def document(self) -> _Element:
        """The document.

        Raises:
            ValueError: if a document type is declared: Word never does, and entities, which are
                not read, would leave holes in the text.
        """
        document = self._parsed(self.main)
        if document.getroottree().docinfo.doctype:
            raise ValueError("a document type is declared")
        return document

    def styles(self) -> _Element | None:
        """The part with the styles, if there is one."""
        found = (name for name in self._targets(self.main, "/styles") if self._has(name))
        name = next(found, None)
        return None if name is None else self._parsed(name)

    def inserted(self, relation: str | None) -> bytes | None:
        """The bytes of a document that is inserted as it is, None if it is not there."""
        for element in self._relations(self.main):
            if element.get("Id") == relation:
                name = _beside(self.main, element.get("Target", ""))
                return self.archive.read(name) if self._has(name) else None
        return None

    def _has(self, name: str) -> bool:
        return name in self.archive.NameToInfo

    def _targets(self, part: str, kind: str) -> Iterator[str]:
        for relation in self._relations(part):
            if relation.get("Type", "").endswith(kind):
                yield _beside(part, relation.get("Target", ""))

    def _relations(self, part: str) -> Iterator[_Element]:
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if self._has(relations):
            yield from self._parsed(relations)

    def _parsed(self, name: str) -> _Element:
        return self.parse(self.archive.read(name).replace(_STRICT, W[1:-1].encode()))


def _beside(part: str, target: str) -> str:
    """The name of a part that another part relates to."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
