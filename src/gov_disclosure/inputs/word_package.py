"""Read the parts of a Word file: its document, its styles, and documents inserted in it."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from zipfile import ZipFile

import attrs
from lxml import etree
from lxml.etree import _Element

from .faults import BROKEN

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of the elements of Word."""

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The namespace of the same elements in files saved as Strict Open XML."""

_OLE_HEADER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_XML = 64 << 20
_MOST_BYTES = 512 << 20
_DOCUMENT = "word/document.xml"


@attrs.frozen
class Package:
    """A Word file as an archive; parts that it names but does not hold are passed over."""

    archive: ZipFile

    @classmethod
    def of(cls, data: bytes) -> Package:
        """Open the package in the bytes of a file.

        Raises:
            ValueError: if they are no archive, or one that is too large once unpacked.
        """
        if data.startswith(_OLE_HEADER):
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
        return cls(archive)

    @property
    def main(self) -> str:
        """The name of the part that holds the document."""
        return next(self._related_parts("", "/officeDocument"), _DOCUMENT)

    def document(self) -> _Element:
        """Return the root element of the document.

        Raises:
            ValueError: if a document type is declared: Word never declares one, and its entities,
                which are not read, would leave gaps in the text.
        """
        document = self._parsed(self.main)
        if document.getroottree().docinfo.doctype:
            raise ValueError("a document type is declared")
        return document

    def styles(self) -> _Element | None:
        """Return the root element of the styles, None if the file has none."""
        found = (name for name in self._related_parts(self.main, "/styles") if self._holds(name))
        name = next(found, None)
        return None if name is None else self._parsed(name)

    def inserted(self, relation: str | None) -> bytes | None:
        """Return the bytes of an inserted document by the id of its relation, None if missing."""
        for element in self._relations(self.main):
            if element.get("Id") == relation:
                name = _name_of_target(self.main, element.get("Target", ""))
                return self.archive.read(name) if self._holds(name) else None
        return None

    def _holds(self, name: str) -> bool:
        return name in self.archive.NameToInfo

    def _related_parts(self, part: str, kind: str) -> Iterator[str]:
        for relation in self._relations(part):
            if relation.get("Type", "").endswith(kind):
                yield _name_of_target(part, relation.get("Target", ""))

    def _relations(self, part: str) -> Iterator[_Element]:
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if self._holds(relations):
            yield from self._parsed(relations)

    def _parsed(self, name: str) -> _Element:
        parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False)
        source = self.archive.read(name).replace(_STRICT, W[1:-1].encode())
        return etree.fromstring(source, parser)


def _name_of_target(part: str, target: str) -> str:
    """Return the name of a part to which another part refers."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
