"""The tag layer: what makes a PDF readable by a screen reader (PDF/UA-1), on top of a library that has none.

While pages are drawn, ink is wrapped in marked content; at the end the tree of elements, the table from
marked content back to elements, the bookmarks and the metadata are written.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape  # not the one of xml.sax, which brings network modules with it
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from allcounsel.pdf.structure import Branch, Element, Mark, Tree

_PAGE_KEYS = ["StructParents", "Tabs"]
_OUTLINE_DEPTH = 2


class Tagger:
    """Tags one document while it is drawn on one canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas: Any = canvas
        self._tree = Tree()
        self._page = 0
        self._owners: list[list[Branch]] = [[]]

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to an element."""
        owners = self._owners[-1]
        mark = Mark(self._page, len(owners))
        branch = self._tree.add(element, mark)
        if len(branch.kids) == 1:
            self._bookmark(branch)
        owners.append(branch)
        self._canvas._code.append(f"/{branch.role} <</MCID {mark.number}>> BDC")
        yield
        self._canvas._code.append("EMC")

    @contextmanager
    def decoration(self, kind: str = "") -> Iterator[None]:
        """What is drawn inside is no content; ``kind``: Header, Footer or Watermark, on every page."""
        how = f" <</Type /Pagination /Subtype /{kind}>> BDC" if kind else " BMC"
        self._canvas._code.append(f"/Artifact{how}")
        yield
        self._canvas._code.append("EMC")

    def end_page(self) -> None:
        """The page is full; its marked content is counted anew on the next one."""
        self._canvas.showPage()
        page = self._document.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, *_PAGE_KEYS]
        page.StructParents = self._page
        page.Tabs = pdfdoc.PDFName("S")
        self._page += 1
        self._owners.append([])

    def finish(self, title: str, language: str) -> None:
        """Write the tree and everything that says that there is one."""
        document, catalog = self._document, self._document.Catalog
        root = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot")})
        reference = document.Reference(root)
        objects: dict[int, Any] = {}
        kids = [self._element(branch, reference, objects) for branch in self._tree.roots]
        root["K"] = pdfdoc.PDFArray(kids)
        root["ParentTree"] = document.Reference(self._parents(objects))
        root["ParentTreeNextKey"] = self._page
        catalog.StructTreeRoot = root
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalog.Metadata = _metadata(title, language)

    # ---- parts
    @property
    def _document(self) -> Any:
        return self._canvas._doc

    def _bookmark(self, branch: Branch) -> None:
        level = int(branch.role[1:]) if branch.element.level else None
        if level is None or level > _OUTLINE_DEPTH or not branch.element.title:
            return
        key = f"h{self._page}-{len(self._owners[-1])}"
        self._canvas.bookmarkHorizontal(key, 0, 0)
        self._canvas.addOutlineEntry(branch.element.title, key, level - 1)

    def _element(self, branch: Branch, parent: Any, objects: dict[int, Any]) -> Any:
        element = branch.element
        made = pdfdoc.PDFDictionary(
            {"Type": pdfdoc.PDFName("StructElem"), "S": pdfdoc.PDFName(branch.role), "P": parent}
        )
        if element.words:
            made["Alt"] = pdfdoc.PDFString(element.words)
        if element.language:
            made["Lang"] = pdfdoc.PDFString(element.language)
        if element.attributes:
            made["A"] = _attributes(element)
        reference = self._document.Reference(made)
        objects[id(branch)] = reference
        made["K"] = pdfdoc.PDFArray([self._kid(kid, reference, objects) for kid in branch.kids])
        return reference

    def _kid(self, kid: Branch | Mark, parent: Any, objects: dict[int, Any]) -> Any:
        if isinstance(kid, Branch):
            return self._element(kid, parent, objects)
        page = self._document.Reference(self._document.Pages.pages[kid.page])
        return pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("MCR"), "Pg": page, "MCID": kid.number})

    def _parents(self, objects: dict[int, Any]) -> Any:
        """For each page, the element of each of its pieces of marked content."""
        numbers: list[Any] = []
        for page, owners in enumerate(self._owners[: self._page]):
            found = pdfdoc.PDFArray([objects[id(branch)] for branch in owners])
            numbers.extend((page, self._document.Reference(found)))
        return pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(numbers)})


def _attributes(element: Element) -> Any:
    made: dict[str, dict[str, Any]] = {}
    for owner, key, value in element.attributes:
        values = made.setdefault(owner, {"O": pdfdoc.PDFName(owner)})
        values[key] = pdfdoc.PDFName(value)
    return pdfdoc.PDFArray([pdfdoc.PDFDictionary(values) for values in made.values()])


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>
"""


def _metadata(title: str, language: str) -> Any:
    text = _XMP.format(title=escape(title, quote=False), language=escape(language, quote=False))
    stream = pdfdoc.PDFStream(content=text.encode())
    stream.dictionary["Type"] = pdfdoc.PDFName("Metadata")
    stream.dictionary["Subtype"] = pdfdoc.PDFName("XML")
    stream.filters = [pdfdoc.PDFZCompress]
    return stream
