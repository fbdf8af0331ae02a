"""What a test wants to know about a PDF: words as they are read, page images, where ink is."""

from __future__ import annotations

import io
import re

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from PIL import Image, ImageChops


def page_texts(pdf: bytes) -> tuple[str, ...]:
    """The text of each page in the order in which it is drawn."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for index in range(len(document)):
        page = document[index]
        words = page.get_textpage()
        found.append(words.get_text_range())
        words.close()
        page.close()
    document.close()
    return tuple(found)


def letters(text: str) -> str:
    """A text without bold marks, without spaces, and without what breaking a line adds or drops."""
    return re.sub(r"[\s*\u00ad\ufffe\u0002\u2009\u202f\u00a0-]", "", text)


def picture(png: bytes) -> Image.Image:
    """A page image."""
    return Image.open(io.BytesIO(png)).convert("RGB")


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    """The smallest rectangle that holds everything that is not white."""
    white = Image.new("RGB", image.size, "white")
    return ImageChops.difference(image, white).getbbox() or (0, 0, 0, 0)


def coloured_pixels(image: Image.Image) -> int:
    """How many pixels are neither black nor white nor grey."""
    red, green, blue = image.split()
    apart = ImageChops.lighter(ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return sum(apart.histogram()[1:])
