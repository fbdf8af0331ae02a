"""PDF bytes to page images, for the preview and the printer: what is shown is what is printed."""

from __future__ import annotations

import io
import threading

import pypdfium2  # type: ignore[import-untyped]  # it ships no types

_ONE_AT_A_TIME = threading.Lock()
"""PDFium is one C library for the whole process and may be entered by one thread only."""


def page_images(pdf: bytes, dots_per_inch: int) -> tuple[bytes, ...]:
    """Each page as a PNG."""
    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(pdf) as document:
        found = []
        for index in range(len(document)):
            page = document[index]
            image = page.render(scale=dots_per_inch / 72).to_pil().convert("RGB")
            page.close()
            held = io.BytesIO()
            image.save(held, format="PNG")
            found.append(held.getvalue())
        return tuple(found)
