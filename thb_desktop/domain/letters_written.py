"""How the letters of other scripts are written in Latin ones, by every scheme that a passport, an office, a
newspaper or a telephone may follow: the most usual rendering first.

Cyrillic: ISO 9, BGN/PCGN, passports (ICAO), Ukrainian of 2010, Bulgarian of 2009, Serbian and Macedonian, and
the French, German, Dutch and Polish habits. Greek: ELOT 743, ISO 843. Georgian of 2002, Armenian of ISO 9985
and its western sounds. Arabic and Hebrew write few vowels: their tables have consonants and what may be a
vowel. Letters stand here as `search_words.terms` gives them, without marks (ё is е, й is и, ї is і). A `$`
ends a group that stands at the end of a word alone; one whose renderings begin with - may also be silent.
"""

from collections.abc import Mapping


def _table(written: str) -> Mapping[str, str]:
    """Read groups with their renderings; a silent one begins with a blank, as `other_scripts` reads it."""
    pairs = (each.strip().split("=") for each in written.split(","))
    return {group: told.replace("-", " ", 1) if told.startswith("-") else told for group, told in pairs}


def from_latin(table: Mapping[str, str]) -> Mapping[str, str]:
    """Return a table turned round: Latin groups with the letters that they may stand for, in their order."""
    turned: dict[str, list[str]] = {}
    for letter, told in table.items():
        for latin in told.split():
            turned.setdefault(latin, []).append(letter)
    return {latin: " ".join(letters) for latin, letters in turned.items()}


CYRILLIC = _table(
    """
    а=a, б=b, в=v w, в$=ff f, г=g h gh gj, д=d, ђ=dj d, е=e ye ie je yo jo io, же=zho jo,
    че=cho tcho tscho, ше=sho cho scho, ще=shcho chtcho schtscho, є=ie ye e je, ѕ=dz z, ж=zh j z sch,
    дж=j dzh dj, з=z s, зг=zgh, и=i y j, ии=y i iy ij ii yi yj, ыи=y yi i yy iy yj,
    ия=ia iya ya ija iia, і=i yi ji y, ія=ia iia ya ija, ј=j y i, к=k c kj, кс=x, л=l, љ=lj l, м=m, н=n,
    њ=nj n, о=o, п=p, р=r, с=s ss, т=t, ћ=c ch, у=u ou w, ф=f ph, х=kh h x ch, ц=ts c tz z,
    ч=ch tch tsch c cz tsj, џ=dz dzh dj, ш=sh ch sch s sz sj,
    щ=shch sht shtch sch schtsch chtch szcz s stsj sc, ъ=- a u, ы=y i ui, ь=- y i j, ье=ie ye je,
    ьо=io yo jo, ья=ia ya ja, э=e eh, ю=yu iu ju u iou you, я=ya ia ja a, ғ=gh g, қ=q k, ң=ng n, ө=o oe,
    ү=u ue, ұ=u, һ=h, ә=a ae, ҳ=h, ҷ=j ch, ʼ=-
    """
)
GREEK = _table(
    """
    α=a, αι=ai e ae, αυ=av af au ay, β=v b, γ=g y gh, γγ=ng, γκ=g ng, γξ=nx, γχ=nch, δ=d dh, ε=e,
    ει=ei i, ευ=ev ef eu ey, ζ=z, η=i e h, ηυ=iv if, θ=th, ι=i y, κ=k c, λ=l, μ=m, μπ=b mb, ν=n,
    ντ=d nd, ξ=x ks, ο=o, οι=oi i oe, ου=ou u oy, π=p, ρ=r rh, σ=s ss, τ=t, τζ=tz j dz, τσ=ts tz c ch,
    υ=y i u, υι=yi i ui, φ=f ph, χ=ch h kh x, ψ=ps, ω=o
    """
)
GEORGIAN = _table(
    """
    ა=a, ბ=b, გ=g, დ=d, ე=e, ვ=v w, ზ=z, თ=t th, ი=i, კ=k, ლ=l, მ=m, ნ=n, ო=o, პ=p, ჟ=zh j z, რ=r, ს=s,
    ტ=t, უ=u ou, ფ=p ph f, ქ=k kh, ღ=gh g, ყ=q k, შ=sh ch s, ჩ=ch tch c, ც=ts c, ძ=dz, წ=ts tz c,
    ჭ=ch tch c, ხ=kh h x, ჯ=j dj, ჰ=h
    """
)
ARMENIAN = _table(
    """
    ա=a, բ=b p, գ=g k, դ=d t, ե=e ye, զ=z, է=e, ը=y e u, թ=t th, ժ=zh j z, ի=i, լ=l, խ=kh x, ծ=ts dz c,
    կ=k g, հ=h, ձ=dz ts j, ղ=gh l, ճ=ch tch j dj c, մ=m, յ=y h j i, ն=n, շ=sh ch s, ո=o vo, ու=u ou,
    չ=ch tch c, պ=p b, ջ=j ch dj, ռ=r rr, ս=s ss, վ=v, տ=t d, ր=r, ց=ts c, ւ=v w, եւ=ev yev, փ=p ph,
    ք=k q kh, օ=o, ֆ=f
    """
)
ARABIC = _table(
    """
    ا=a e i o u aa, اي=i ei ai, او=o u ou, ب=b p, ت=t, ث=th t s, ج=j g dj dsch, ح=h, خ=kh ch x h, د=d,
    ذ=dh d z, ر=r, ز=z, س=s ss c, ش=sh ch sch, ص=s ss, ض=d dh, ط=t, ظ=z dh d, ع=- a e i o u, عا=a,
    عي=i ei, عو=u ou o, غ=gh g, ف=f, ق=q k g, ك=k c, ل=l, م=m, ن=n, ه=h, ه$=a ah e eh, و=w ou u o oo v,
    ي=y i ee j, ي$=a y i, ء=-, پ=p, چ=ch tch, ژ=zh j, گ=g, ڤ=v
    """
)
HEBREW = _table(
    """
    א=- a e i o u, או=o u ou, אי=i, ב=b v, ג=g j, ד=d, ה=h, ה$=a ah e eh, ו=v w o u ou, ז=z, ח=h ch kh,
    ט=t, י=y i e j, כ=k kh ch c, ך=k kh ch, ל=l, מ=m, ם=m, נ=n, ן=n, ס=s, ע=- a e i o u, פ=p f ph,
    ף=f ph p, צ=ts tz z, ץ=ts tz z, ק=k q c, ר=r, ש=sh s ch sch, ת=t th
    """
)
