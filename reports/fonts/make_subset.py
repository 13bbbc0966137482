# ruff: noqa: INP001 - a script beside the fonts that it makes
"""Make the report's fonts from the static TTF files of Noto Sans SC and Noto Sans.

Run `python reports/fonts/make_subset.py FOLDER`, where FOLDER holds the files that SOURCES names (see
README.md). Needs fontTools; nobody needs it to run icv-checker.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

MAIN, LATIN = "ICV Sans SC", "ICV Sans Latin"
SOURCES = {
    (MAIN, "Regular"): "NotoSansSC_400Regular.ttf",
    (MAIN, "Bold"): "NotoSansSC_700Bold.ttf",
    (LATIN, "Regular"): "NotoSans_400Regular.ttf",
    (LATIN, "Bold"): "NotoSans_700Bold.ttf",
}

#: Unicode blocks that a report may need beside GB 2312; what the source lacks is left out.
BLOCKS = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B
    (0x02B0, 0x02FF),  # modifier letters
    (0x0370, 0x052F),  # Greek, Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20CF),  # currency
    (0x2100, 0x218F),  # letterlike symbols, number forms
    (0x2190, 0x22FF),  # arrows, mathematical operators
    (0x2460, 0x24FF),  # enclosed alphanumerics
    (0x2500, 0x27BF),  # box drawing, geometric shapes, symbols, dingbats
    (0x3000, 0x30FF),  # CJK punctuation, kana
    (0x3200, 0x33FF),  # enclosed and squared CJK
    (0xFF00, 0xFFEF),  # full-width forms
)
#: Letters of names that Noto Sans SC lacks (Škoda, Türkiye's ğ): the second family fills them in.
LETTERS = ((0x0100, 0x024F), (0x0300, 0x036F), (0x0370, 0x052F), (0x1E00, 0x1EFF))
#: Characters of present-day company, product and family names that GB 2312 (1980) lacks.
NAMES = (
    "昇镕喆堃玥頔珺烜翀祎甯犇淼骉燊煊晞旸璟禕媄赟淏琎瑄劼嫚滢頫昉昱暐"
    "曈瑀瑧璘琮玹珮祺禛竑芃茜莘萱菡葳蓥钘铄鋆锃锜锳镠韡颋馨骁鲲麒麟啰"
)
#: Full-width in the source, and unwanted so: in clause numbers and as a separator.
NARROW = "§·"
SIDE = 60  # space left and right of a narrowed sign, in 1/1000 em


def wanted() -> set[int]:
    """Return the code points of GB 2312, the blocks and the names above."""
    points = {point for first, last in BLOCKS for point in range(first, last + 1)}
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            points |= {ord(sign) for sign in bytes((row, cell)).decode("gb2312", "ignore")}
    return points | {ord(sign) for sign in NAMES}


def letters(main: TTFont) -> set[int]:
    """Return the code points of LETTERS that the main font does not have."""
    return {point for first, last in LETTERS for point in range(first, last + 1)} - set(main.getBestCmap())


def narrow(font: TTFont) -> None:
    """Give the full-width signs of NARROW the width of what they show."""
    for sign in NARROW:
        name = font.getBestCmap()[ord(sign)]
        glyph = font["glyf"][name]
        shift = SIDE - glyph.xMin
        glyph.coordinates.translate((shift, 0))
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (glyph.xMax + SIDE, SIDE)


def align(font: TTFont) -> None:
    """Give every system the same line: the three sets of vertical metrics agree."""
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent, hhea.descent, hhea.lineGap = 1020, -300, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = 1020, -300, 0
    os2.usWinAscent, os2.usWinDescent = 1020, 300
    os2.version = max(os2.version, 4)
    os2.fsSelection |= 1 << 7  # USE_TYPO_METRICS


def rename(font: TTFont, family: str, style: str) -> None:
    """Name the derivative: a name of its own, the copyright and the licence of the source."""
    postscript = f"{family.replace(' ', '')}-{style}"
    names = font["name"]
    version = names.getDebugName(5).removeprefix("Version ").split(";")[0]
    of = f"Version 1.0; subset of {names.getDebugName(1)} {version}"
    mine = {1: family, 2: style, 3: f"1.0;{postscript}", 4: f"{family} {style}", 5: of, 6: postscript}
    kept = {number: names.getDebugName(number) for number in (0, 13, 14)}
    names.names = []
    for number, text in sorted({**kept, **mine}.items()):
        names.setName(text, number, 3, 1, 0x409)


def make(source: Path, family: str, style: str, points: set[int]) -> TTFont:
    """Write one face beside this file, and return it; the same source gives the same bytes."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.layout_features = ["ccmp", "locl", "liga", "pwid", "mark", "mkmk"]
    options.name_IDs = ["*"]
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    if family == MAIN:
        narrow(font)
    align(font)
    rename(font, family, style)
    target = Path(__file__).parent / f"{family.replace(' ', '')}-{style}.ttf"
    font.save(target)
    sys.stdout.write(f"{target.name}: {target.stat().st_size:,} bytes\n")
    return font


if __name__ == "__main__":
    files = {face: next(Path(sys.argv[1]).rglob(name)) for face, name in SOURCES.items()}
    for style in ("Regular", "Bold"):
        main = make(files[MAIN, style], MAIN, style, wanted())
        make(files[LATIN, style], LATIN, style, letters(main))
