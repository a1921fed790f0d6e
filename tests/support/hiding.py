"""Hiding places: pictures and pages that tell a name on their face and wherever else a file can hold it."""

import io
import unicodedata

import pikepdf
from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo
from reportlab.pdfgen.canvas import Canvas

_FIRST = ("Zenobia", "Crăița", "Đurđa", "Оксана", "Ελπινίκη", "Şöhret", "زينب", "Nguyễn")
_LAST = ("Petrescu-Exemplu", "Țăranu", "Jóhannsdóttir", "Шевченко", "Παπαδοπούλου", "العلي", "Trần-Ví-Dụ")
FACE = (250, 400, 750, 600)
"""Where the name stands on the face of a picture and of a page, in thousandths."""
_SIZE = (900, 600)
_ARTIST, _COMMENT, _DESCRIPTION = 0x013B, 0x9286, 0x010E


def drawn_name(seed: int) -> str:
    """A name of nobody, composed or decomposed, as the seed chooses."""
    first, last = _FIRST[seed % len(_FIRST)], _LAST[seed * 3 % len(_LAST)]
    return unicodedata.normalize(("NFC", "NFD")[seed % 2], f"{first} {last} {100 + seed * 37 % 900}")


def face(name: str) -> Image.Image:
    """A picture with a name where FACE is, and a frame that stays."""
    image = Image.new("RGB", _SIZE, "white")
    drawing = ImageDraw.Draw(image)
    drawing.rectangle((20, 20, 880, 580), outline=(200, 20, 20), width=6)
    drawing.text((260, 260), name.encode("ascii", "replace").decode(), fill=(0, 90, 0), font=_font())
    return image


def jpeg_that_tells(name: str) -> bytes:
    """In EXIF, in its thumbnail, in a comment, in XMP, and behind the end; turned by its camera."""
    image, target = face(name), io.BytesIO()
    thumbnail = io.BytesIO()
    image.resize((160, 107)).save(thumbnail, "JPEG", comment=name.encode())
    exif = Image.Exif()
    exif[_ARTIST], exif[_DESCRIPTION] = name, name
    exif.get_ifd(0x8769)[_COMMENT] = b"UNICODE\0" + name.encode("utf-16-le")
    exif[0x0112] = 3
    told = exif.tobytes() + thumbnail.getvalue()
    image.transpose(Image.Transpose.ROTATE_180).save(
        target, "JPEG", exif=told, comment=name.encode(), xmp=f"<x>{name}</x>".encode(), quality=95
    )
    return target.getvalue() + name.encode() + thumbnail.getvalue()


def png_that_tells(name: str) -> bytes:
    """In each kind of text of a PNG, in EXIF, in pixels that are seen through, and behind the end."""
    image, target, told = face(name).convert("RGBA"), io.BytesIO(), PngInfo()
    told.add_text("Author", name.encode("ascii", "xmlcharrefreplace").decode())
    told.add_text("Comment", name.encode("ascii", "xmlcharrefreplace").decode(), zip=True)
    told.add_itxt("Title", name, "en", name)
    told.add_itxt("Title", name, "en", name, zip=True)
    exif = Image.Exif()
    exif[_ARTIST] = name
    image.save(target, "PNG", pnginfo=told, exif=exif)
    return target.getvalue() + name.encode("utf-16-le")


def pdf_that_tells(name: str, pages: int = 2) -> bytes:
    """In its title and XMP, on the page in letters and in pixels, below a picture, in a note, on a layer that
    is not shown, in an attached file, in a thumbnail, and in a version that a later one replaces.
    """
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(595, 842))
    canvas.setTitle(name)
    canvas.setAuthor(name)
    for number in range(1, pages + 1):
        canvas.drawString(60, 780, f"Page {number} of a file")
        canvas.drawString(200, 421, name.encode("ascii", "replace").decode())
        canvas.setFillGray(1)
        canvas.drawString(60, 60, name.encode("ascii", "replace").decode())
        canvas.setFillGray(0)
        canvas.showPage()
    canvas.save()
    with pikepdf.open(target) as document:
        with document.open_metadata() as told:
            told["dc:title"] = name
        first = document.pages[0]
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[50, 50, 70, 70], Contents=name, T=name
        )
        first.Annots = pikepdf.Array([document.make_indirect(note)])
        layer = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=name))
        hidden = pikepdf.Dictionary(OCGs=[layer], D=pikepdf.Dictionary(OFF=[layer], Order=[layer]))
        document.Root.OCProperties = hidden
        first.Thumb = document.make_stream(jpeg_that_tells(name), Subtype=pikepdf.Name.Image)
        document.attachments["told.txt"] = name.encode()
        document.attachments[f"{name}.txt"] = name.encode("utf-16-le")
        whole = io.BytesIO()
        document.save(whole)
    late = b"\n9990 0 obj\n(" + name.encode("utf-8") + b")\nendobj\n"
    return whole.getvalue() + late + b"%%EOF\n"


def _font() -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size=40)
