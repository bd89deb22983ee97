"""Writing a Word file so that the same report gives the same bytes: a fixed order, and a fixed date on each part."""

import io
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx.opc.package import OpcPackage
from docx.opc.part import Part
from lxml import etree

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"


def packed(package: OpcPackage) -> bytes:
    """The file. The library's own way puts the time of the day in it, and packs pictures that are packed already."""
    parts = list(package.iter_parts())
    kept = io.BytesIO()
    with ZipFile(kept, "w") as archive:
        _add(archive, "[Content_Types].xml", _types(parts))
        _add(archive, "_rels/.rels", package.rels.xml)
        for part in parts:
            _add(archive, part.partname.membername, part.blob, picture=part.content_type.startswith("image/"))
            if part.rels:
                _add(archive, part.partname.rels_uri.membername, part.rels.xml)
    return kept.getvalue()


def _types(parts: list[Part]) -> bytes:
    root = etree.Element(f"{{{TYPES}}}Types", nsmap={None: TYPES})
    etree.SubElement(root, f"{{{TYPES}}}Default", Extension="rels", ContentType=RELATIONS)
    for part in parts:
        etree.SubElement(root, f"{{{TYPES}}}Override", PartName=part.partname, ContentType=part.content_type)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _add(archive: ZipFile, name: str, data: bytes, picture: bool = False) -> None:
    info = ZipInfo(name)  # 1 January 1980
    info.compress_type = ZIP_STORED if picture else ZIP_DEFLATED
    info.create_system = 0  # the same on every machine
    archive.writestr(info, data)
