"""Invented pictures for the head of a page, good ones and every kind of bad one."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, ImageDraw

RED, BLUE = (180, 40, 60), (0, 70, 120)
PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def saved(image: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    """The bytes of a picture as a file of one kind."""
    held = io.BytesIO()
    image.save(held, format=kind, **how)
    return held.getvalue()


def badge(side: int = 600) -> Image.Image:
    """A red badge with a white cross on nothing."""
    image = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((0, 0, side - 1, side - 1), fill=(*RED, 255))
    draw.rectangle((side * 0.42, side * 0.2, side * 0.58, side * 0.8), fill="white")
    draw.rectangle((side * 0.2, side * 0.42, side * 0.8, side * 0.58), fill="white")
    return image


def banner(wide: int = 1600, high: int = 400) -> Image.Image:
    """A blue banner, four times as wide as high."""
    image = Image.new("RGB", (wide, high), BLUE)
    ImageDraw.Draw(image).ellipse((high * 0.2, high * 0.2, high * 0.8, high * 0.8), fill=(250, 190, 40))
    return image


def chunk(kind: bytes, body: bytes) -> bytes:
    """One part of a PNG file."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def empty_png(wide: int, high: int, *more: bytes) -> bytes:
    """A small PNG file that says it is as large as this. ``more``: chunks before its pixels."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(bytes(1_000_000), 9))
    return b"".join((PNG_SIGNATURE, header, *more, pixels, chunk(b"IEND", b"")))


def wordy_png() -> bytes:
    """A picture with a note that is packed small and unpacks to 100 MB."""
    note = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(100_000_000), 9))
    return empty_png(100, 100, note)


def animated() -> bytes:
    """Two pictures in one PNG file."""
    first, second = (Image.new("RGB", (40, 40), colour) for colour in (RED, BLUE))
    return saved(first, "PNG", save_all=True, append_images=[second])


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9" height="9"/></svg>'

BAD = {
    "nothing": (b"", "not_a_picture"),
    "an SVG": (SVG, "not_a_picture"),
    "a GIF": (saved(badge(40).convert("P"), "GIF"), "not_a_picture"),
    "a WebP": (saved(badge(40), "WEBP"), "not_a_picture"),
    "a text": (b"our logo", "not_a_picture"),
    "a PNG in name only": (PNG_SIGNATURE + b"nothing more", "damaged_picture"),
    "a JPEG in name only": (b"\xff\xd8\xff", "damaged_picture"),
    "a truncated PNG": (saved(banner())[:900], "damaged_picture"),
    "a truncated JPEG": (saved(banner(), "JPEG")[:900], "damaged_picture"),
    "a PNG with a wrong sum": (saved(badge()).replace(b"IDAT", b"IDAU"), "damaged_picture"),
    "no pixels at all": (empty_png(0, 0), "damaged_picture"),
    "a note of 100 MB": (wordy_png(), "damaged_picture"),
    "too wide": (empty_png(4001, 10), "too_many_pixels"),
    "too high": (empty_png(10, 4001), "too_many_pixels"),
    "a decompression bomb": (empty_png(12_000, 12_000), "too_many_pixels"),
    "a larger bomb": (empty_png(60_000, 60_000), "too_many_pixels"),
    "an animated PNG": (animated(), "animated_picture"),
    "white on nothing": (saved(Image.new("RGBA", (50, 50), (255, 255, 255, 0))), "not_visible"),
}
"""What is refused, and with which code."""
