"""Tags of languages (BCP 47): one form for the several in which a language can be written.

Tags that write one language in two ways are the same then, as far as the lists below know them, and those
of two languages are not: Dari is not Farsi. Not each pair can be told so: two tags that may be of one
language, because one names a whole of which the other is a part or they begin alike, are of kin.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

_ALPHA_3, _SIGNED = 3, "sgn"
_WRITTEN = """
aar:aa abk:ab afr:af aka:ak alb:sq amh:am ara:ar arg:an arm:hy asm:as ava:av ave:ae aym:ay aze:az
bak:ba bam:bm baq:eu bel:be ben:bn bis:bi bod:bo bos:bs bre:br bul:bg bur:my cat:ca ces:cs cha:ch
che:ce chi:zh chu:cu chv:cv cor:kw cos:co cre:cr cym:cy cze:cs dan:da deu:de div:dv dut:nl dzo:dz
ell:el eng:en epo:eo est:et eus:eu ewe:ee fao:fo fas:fa fij:fj fin:fi fra:fr fre:fr fry:fy ful:ff
geo:ka ger:de gla:gd gle:ga glg:gl glv:gv gre:el grn:gn guj:gu hat:ht hau:ha hbs:sh heb:he her:hz
hin:hi hmo:ho hrv:hr hun:hu hye:hy ibo:ig ice:is ido:io iii:ii iku:iu ile:ie ina:ia ind:id ipk:ik
isl:is ita:it jav:jv jpn:ja kal:kl kan:kn kas:ks kat:ka kau:kr kaz:kk khm:km kik:ki kin:rw kir:ky
kom:kv kon:kg kor:ko kua:kj kur:ku lao:lo lat:la lav:lv lim:li lin:ln lit:lt ltz:lb lub:lu lug:lg
mac:mk mah:mh mal:ml mao:mi mar:mr may:ms mkd:mk mlg:mg mlt:mt mol:ro mon:mn mri:mi msa:ms mya:my
nau:na nav:nv nbl:nr nde:nd ndo:ng nep:ne nld:nl nno:nn nob:nb nor:no nya:ny oci:oc oji:oj ori:or
orm:om oss:os pan:pa per:fa pli:pi pol:pl por:pt pus:ps que:qu roh:rm ron:ro rum:ro run:rn rus:ru
sag:sg san:sa sin:si slk:sk slo:sk slv:sl sme:se smo:sm sna:sn snd:sd som:so sot:st spa:es sqi:sq
srd:sc srp:sr ssw:ss sun:su swa:sw swe:sv tah:ty tam:ta tat:tt tel:te tgk:tg tha:th tib:bo tir:ti
ton:to tsn:tn tso:ts tuk:tk tur:tr twi:tw uig:ug ukr:uk urd:ur uzb:uz ven:ve vie:vi vol:vo wel:cy
wln:wa wol:wo xho:xh yid:yi yor:yo zha:za zho:zh zul:zu
"""
_TWINS: Mapping[str, str] = {
    three: two for three, _, two in (each.partition(":") for each in _WRITTEN.split())
}
"""Codes of three letters (ISO 639-2, both lists) of languages that have one of two."""
_SAME: Mapping[str, str] = {
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "mo": "ro",
    "jw": "jv",
    "cmn": "zh",
    "pes": "fa",
    "arb": "ar",
    "als": "sq",
    "swh": "sw",
    "ekk": "et",
    "lvs": "lv",
    "npi": "ne",
    "ory": "or",
    "zsm": "ms",
    "khk": "mn",
    "uzn": "uz",
    "azj": "az",
    "pbu": "ps",
    "ydd": "yi",
    "gug": "gn",
    "plt": "mg",
    "ajp": "apc",
    "diq": "zza",
    "tl": "fil",
    "no": "nb",
}
"""Codes withdrawn, and those of the variety that the code of the whole language stands for."""
_OF_REGIONS: Mapping[tuple[str, str], str] = {
    ("fa", "AF"): "prs",
    ("fa", "IR"): "fa",
    ("pa", "PK"): "pnb",
    ("sgn", "US"): "ase",
    ("sgn", "GB"): "bfi",
    ("sgn", "NL"): "dse",
    ("sgn", "FR"): "fsl",
    ("sgn", "DE"): "gsg",
    ("sgn", "ES"): "ssp",
    ("sgn", "IT"): "ise",
    ("sgn", "PT"): "psr",
    ("sgn", "GR"): "gss",
    ("sgn", "IE"): "isg",
    ("sgn", "DK"): "dsl",
    ("sgn", "NO"): "nsl",
    ("sgn", "SE"): "swl",
}
"""Languages that a tag can also write as another one with a region."""
_PARTS = """
ak:fat,tw ar:acm,acq,acw,acx,acy,aeb,aec,afb,apc,apd,ary,arz,auz,avl,ayh,ayl,ayn,ayp,bbz,pga,shu,ssh
ay:ayc,ayr az:azb,azj cr:crj,crk,crl,csw,cwd et:vro fa:prs ff:ffm,fub,fuc,fue,fuf,fuh,fui,fuq,fuv
gn:gnw,gui,gun,nhd iu:ike,ikt kg:kng,kwy,ldi kr:kby,knc,krt ku:ckb,kmr,sdh kv:koi,kpv
lah:hnd,hno,jat,phr,pnb,skr,xhe lv:ltg mg:bhr,bmm,bzc,skg,tdx,tkg,txy,xmv,xmw mn:mvf
ms:bjn,id,jak,meo,mfa,min,mui,zmi ne:dty no:nb,nn oj:ciw,ojb,ojc,ojg,ojs,ojw,otw om:gax,hae,orc
or:spv ps:pbt,pst rom:rmc,rmf,rml,rmn,rmo,rmw,rmy sc:sdc,sdn,sro,src sh:bs,cnr,hr,sr sq:aae,aat,aln
sw:swc uz:uzs yi:yih zh:cdo,cjy,cpx,czh,czo,gan,hak,hsn,lzh,mnp,nan,wuu,yue zza:kiu
"""
_WHOLES: Mapping[str, str] = {
    part: whole for whole, _, of in (each.partition(":") for each in _PARTS.split()) for part in of.split(",")
}
"""Languages by which ISO 639-3 names a whole (a macrolanguage), with the one that it names."""
_OF_VARIANTS: Mapping[str, str] = {"sgn-be-fr": "sfb", "sgn-be-nl": "vgt", "sgn-ch-de": "sgg"}


class LanguageTag(NamedTuple):
    """The parts of a tag in its one form. variants: further parts, as written."""

    language: str
    script: str = ""
    region: str = ""
    variants: tuple[str, ...] = ()


@cache
def parts_of(tag: str) -> LanguageTag:
    """Return the parts of a tag. What is behind a single letter (`-u-nu-latn`, `-x-own`) is no part of the
    language: how numbers are written, or what somebody agreed with himself.
    """
    written = tag.strip().replace("_", "-").split("-")
    lowered = [each.lower() for each in written]
    cut = next((at for at, each in enumerate(lowered) if at and len(each) == 1), len(lowered))
    written, lowered = written[:cut], lowered[:cut]
    if known := _OF_VARIANTS.get("-".join(lowered[:3])):
        return LanguageTag(known, variants=tuple(written[3:]))
    language, rest = lowered[0], written[1:]
    if rest and len(rest[0]) == _ALPHA_3 and rest[0].isalpha():  # a language within a group: zh-yue
        language, rest = rest[0].lower(), rest[1:]
    language = _one(language)
    script = next((each.capitalize() for each in rest if len(each) == 4 and each.isalpha()), "")
    region = next((each.upper() for each in rest if _is_region(each)), "")
    variants = tuple(each for each in rest if len(each) > 4 or (len(each) == 4 and each[0].isdigit()))
    if (language, region) in _OF_REGIONS:
        language, region = _OF_REGIONS[language, region], ""
    return LanguageTag(language, script, region, variants)


def canonical_language(tag: str) -> str:
    """Return by what the language of a tag is compared: the same for all tags of one language."""
    return parts_of(tag).language


@cache
def searched_as(tag: str) -> tuple[str, ...]:
    """Return the names by which what is in a language is found: that of the language, however its tag is
    written, and that with which it begins (`fa-AF` is Dari, and is found among Persian too).
    """
    return tuple(sorted(_names(tag)))


def is_short_code(tag: str) -> bool:
    """Whether a tag begins with the code of a language. No language has one of more than three letters."""
    begins = tag.strip().replace("_", "-").partition("-")[0]
    return begins.isascii() and begins.isalpha() and len(begins) <= _ALPHA_3


def are_kin(one: str, other: str) -> bool:
    """Whether two tags may be of one language: they are, or begin alike (`pa-PK`, `pa`), or one names the
    whole of which the other is a part (`ar`, `ary`). Two parts of one whole (`kmr`, `ckb`) are not of kin.
    """
    first, second = _names(one), _names(other)
    wholes = [{_WHOLES[each] for each in names if each in _WHOLES} for names in (first, second)]
    return bool(first & second or wholes[0] & second or wholes[1] & first)


def _names(tag: str) -> set[str]:
    """The language of a tag, and the one with which it begins."""
    begins = tag.strip().replace("_", "-").partition("-")[0].lower()
    return {canonical_language(tag), _TWINS.get(begins, begins)}


def _one(language: str) -> str:
    language = _TWINS.get(language, language)
    return _SAME.get(language, language)


def _is_region(part: str) -> bool:
    return (len(part) == 2 and part.isalpha()) or (len(part) == _ALPHA_3 and part.isdigit())
