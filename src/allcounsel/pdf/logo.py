"""The clinic's picture: looked at before it is trusted, made fit for paper, set beside the clinic's name."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from typing import NoReturn

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from allcounsel.domain.clinic import Logo
from allcounsel.domain.errors import InputRefusedError, Problem
from allcounsel.pdf.styles import LOGO_WIDTH, SETS, logo_height

LARGEST_SIDE = 4000
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_DENSE = 300 / 72
"""Pixels a point: paper shows no more, and a picture with fewer would be seen to be made of squares."""
_MOST = (
    round(LOGO_WIDTH * _DENSE),
    round(max(logo_height(kind) for kind in SETS.values()) * _DENSE),
)
_NEARLY_WHITE = 245


def fit_for_paper(content: bytes) -> Logo:
    """The picture in a PNG or JPEG file, over white and no larger than any page needs it.

    InputRefusedError with the reason where it cannot be used. Nothing but the picture is kept: not where a
    photograph was taken, not who made it.
    """
    if not content.startswith((_PNG, _JPEG)):
        _refuse("not_a_picture", "this is no PNG and no JPEG picture; no other kind can be printed.")
    picture = _over_white(_opened(content))
    if min(picture.convert("L").tobytes()) >= _NEARLY_WHITE:
        _refuse("not_visible", "nothing of this picture would be seen on white paper.")
    picture.thumbnail(_MOST, Image.Resampling.LANCZOS)
    held = io.BytesIO()
    picture.save(held, format="PNG")
    return Logo(held.getvalue())


@dataclass(frozen=True, slots=True)
class Picture:
    """A logo as it stands on one handout, in points."""

    image: Image.Image
    width: float
    height: float

    def draw(self, canvas: Canvas, *, grey: bool) -> None:
        """Below and right of the canvas's origin."""
        reader = ImageReader(self.image.convert("L") if grey else self.image)
        canvas.drawImage(reader, 0, -self.height, self.width, self.height)


def picture_of(logo: Logo, most_high: float) -> Picture:
    """The logo in its own proportions, as large as the room and its own pixels allow."""
    image = _opened(logo.png).convert("RGB")
    wide, high = image.size
    scale = min(1 / _DENSE, LOGO_WIDTH / wide, most_high / high)
    return Picture(image, wide * scale, high * scale)


def _opened(content: bytes) -> Image.Image:
    try:
        # What pillow only warns of is refused too: nobody would see the warning.
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            picture = Image.open(io.BytesIO(content), formats=("PNG", "JPEG"))
            _check_size(picture)
            picture.load()
            return ImageOps.exif_transpose(picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        _refuse_pixels()
    except InputRefusedError:
        raise
    except Exception:  # noqa: BLE001  # whatever a broken file makes a decoder stumble over
        _refuse("damaged_picture", "this picture is damaged or not whole.")


def _check_size(picture: Image.Image) -> None:
    """Before a single pixel is unpacked: a small file can unpack to more than the machine holds."""
    if max(picture.size) > LARGEST_SIDE:
        _refuse_pixels()
    if getattr(picture, "n_frames", 1) > 1:
        _refuse("animated_picture", "this file holds more than one picture; paper shows one.")


def _over_white(picture: Image.Image) -> Image.Image:
    """In plain colours, as it looks on white paper."""
    if picture.mode.startswith("I"):  # 16 bits of grey, which pillow would cut off instead of scaling them
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    seen = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen).convert("RGB")


def _refuse_pixels() -> NoReturn:
    _refuse("too_many_pixels", f"at most {LARGEST_SIDE} pixels wide and {LARGEST_SIDE} high.")


def _refuse(code: str, why: str) -> NoReturn:
    raise InputRefusedError((Problem("logo", code, f"logo: {why}"),))
