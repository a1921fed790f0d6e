"""The requirements of PDF/A-3a and PDF/UA-1: metadata, output intent, attached files."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from importlib.resources import files

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFString, PDFText

import resources
from thb_desktop.report.document.pdf import Canvas, Stream, text_string


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file inside the PDF. relation: its /AFRelationship (Source: what pages were made from; Data)."""

    path: str
    media_type: str
    relation: str
    description: str
    data: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """The document's metadata."""

    title: str
    language: str
    software: str
    made_at: datetime


def output_intent() -> PDFDictionary:
    """Declare that colours are sRGB, with the embedded profile."""
    profile = (files(resources) / "colour" / "sRGB.icc").read_bytes()
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
            "RegistryName": PDFString("http://www.color.org"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": Stream(profile, {"N": 3}),
        }
    )


def specification(attachment: Attachment, *, made_at: datetime) -> PDFDictionary:
    """An attachment's file specification, with the file embedded."""
    date = PDFString(_date(made_at))
    parameters = {
        "Size": len(attachment.data),
        "CreationDate": date,
        "ModDate": date,
        "CheckSum": PDFText(hashlib.md5(attachment.data, usedforsecurity=False).digest()),
    }
    embedded = Stream(
        attachment.data,
        {
            "Type": PDFName("EmbeddedFile"),
            # PDFName would not escape the slash, which ends a name.
            "Subtype": "/" + attachment.media_type.replace("/", "#2F"),
            "Params": PDFDictionary(parameters),
        },
    )
    path = text_string(attachment.path)
    return PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": path,
            "UF": path,
            "EF": PDFDictionary({"F": embedded, "UF": embedded}),
            "AFRelationship": PDFName(attachment.relation),
            "Desc": text_string(attachment.description),
        }
    )


def describe(canvas: Canvas, properties: Properties) -> None:
    """Write the metadata, once for people (the information dictionary) and once for archives (XMP)."""
    canvas.setTitle(properties.title)
    canvas.setCreator(properties.software)
    canvas.setProducer(properties.software)
    # ReportLab would write an anonymous author and an unspecified subject.
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setDateFormatter(lambda *_: _date(properties.made_at))
    canvas.setCatalogEntry("Metadata", _metadata(properties))


def _metadata(properties: Properties) -> Stream:
    """Return the XMP packet, not compressed, as archives expect, with the schema that PDF/A requires for
    pdfuaid.
    """
    at = properties.made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S+00:00")
    packet = _XMP.format(
        title=escape(properties.title),
        language=escape(properties.language),
        software=escape(properties.software),
        at=at,
    )
    entries = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    return Stream(packet.encode("utf-8"), entries, plain=True)


def _date(at: datetime) -> str:
    return at.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{software}</xmp:CreatorTool>
<xmp:CreateDate>{at}</xmp:CreateDate>
<xmp:ModifyDate>{at}</xmp:ModifyDate>
<xmp:MetadataDate>{at}</xmp:MetadataDate>
<pdf:Producer>{software}</pdf:Producer>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
