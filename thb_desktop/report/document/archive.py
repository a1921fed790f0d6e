"""What makes the file PDF/A-3a and PDF/UA-1: metadata, meaning of colours, files that travel inside."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from xml.sax.saxutils import escape

import resources
from thb_desktop.report.document.pdf import PdfFile, text_string


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
    """What the file says of itself."""

    title: str
    language: str
    software: str
    made_at: datetime


def write_output_intent(file: PdfFile) -> int:
    """Say that colours are sRGB, with the profile inside."""
    profile = (files(resources) / "colour" / "sRGB.icc").read_bytes()
    stream = file.add_stream(profile, "/N 3")
    return file.add(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
        f"/RegistryName(http://www.color.org)/Info(sRGB IEC61966-2.1)/DestOutputProfile {stream} 0 R>>"
    )


def write_attachment(file: PdfFile, attachment: Attachment, *, made_at: datetime) -> int:
    """Write the file and its specification; return the specification's object number."""
    date = _date(made_at)
    subtype = attachment.media_type.replace("/", "#2F").replace("+", "#2B")
    checksum = hashlib.md5(attachment.data, usedforsecurity=False).hexdigest()
    embedded = file.add_stream(
        attachment.data,
        f"/Type/EmbeddedFile/Subtype/{subtype}/Params<</Size {len(attachment.data)}/CreationDate({date})"
        f"/ModDate({date})/CheckSum<{checksum}>>>",
    )
    path = text_string(attachment.path)
    return file.add(
        f"<</Type/Filespec/F{path}/UF{path}/EF<</F {embedded} 0 R/UF {embedded} 0 R>>"
        f"/AFRelationship/{attachment.relation}/Desc{text_string(attachment.description)}>>"
    )


def write_information(file: PdfFile, properties: Properties) -> int:
    """The information dictionary, in the same words as the metadata."""
    date, software = _date(properties.made_at), text_string(properties.software)
    return file.add(
        f"<</Title{text_string(properties.title)}/Creator{software}/Producer{software}"
        f"/CreationDate({date})/ModDate({date})>>"
    )


def write_metadata(file: PdfFile, properties: Properties) -> int:
    """The XMP packet, uncompressed as archives expect, with the schema that PDF/A wants for pdfuaid."""
    at = properties.made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S+00:00")
    packet = _XMP.format(
        title=escape(properties.title),
        language=escape(properties.language),
        software=escape(properties.software),
        at=at,
    )
    reference = file.reserve()
    file.put_plain_stream(reference, packet.encode("utf-8"), "/Type/Metadata/Subtype/XML")
    return reference


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
