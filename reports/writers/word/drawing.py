"""Pictures in the text of a Word document."""

from hashlib import sha256

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.document import DocumentPart

from reports.writers.inline import readable
from reports.writers.picture_kind import PictureKind
from reports.writers.word.word_xml import Element, el

EMU_PER_MM = 36_000
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def drawing(
    part: DocumentPart, data: bytes, kind: PictureKind, number: int, alt: str, width_mm: float, height_mm: float
) -> Element:
    """A run with the picture in it, with `alt` for who cannot see it.

    Args:
        number: different for each picture of the document, from 1.
    """
    # The library's own way in refuses JPEG files of some cameras and drawing programs.
    name = PackURI(f"/word/media/{sha256(data).hexdigest()[:16]}.{kind.ending}")
    known = next((link.rId for link in part.rels.values() if not link.is_external and _name(link) == name), None)
    link = known or part.relate_to(Part(name, kind.media_type, data, part.package), RELATIONSHIP_TYPE.IMAGE)
    size = {"cx": str(round(width_mm * EMU_PER_MM)), "cy": str(round(height_mm * EMU_PER_MM))}
    label = {"id": str(number), "name": f"{number}", "descr": readable(alt)}
    shape = el(
        "pic:pic",
        None,
        el("pic:nvPicPr", None, el("pic:cNvPr", label), el("pic:cNvPicPr")),
        el("pic:blipFill", None, el("a:blip", {"r:embed": link}), el("a:stretch", None, el("a:fillRect"))),
        el(
            "pic:spPr",
            None,
            el("a:xfrm", None, el("a:off", {"x": "0", "y": "0"}), el("a:ext", size)),
            el("a:prstGeom", {"prst": "rect"}, el("a:avLst")),
        ),
    )
    inline = el(
        "wp:inline",
        {"distT": "0", "distB": "0", "distL": "0", "distR": "0"},
        el("wp:extent", size),
        el("wp:docPr", label),
        el("wp:cNvGraphicFramePr", None, el("a:graphicFrameLocks", {"noChangeAspect": "1"})),
        el("a:graphic", None, el("a:graphicData", {"uri": PICTURE}, shape)),
    )
    return el("w:r", None, el("w:drawing", None, inline))


def _name(link: object) -> str:
    return link.target_part.partname
