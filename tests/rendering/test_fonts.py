import pytest
from fontTools.ttLib import TTFont

from checker.bundled import bundled

FOLDER = bundled("reports") / "fonts"
SHAPES = "●■▲◆○§·–—…“”‘’≥≤×±²³°℃µΩ→"


@pytest.fixture(scope="module", params=["Regular", "Bold"])
def font(request):
    return TTFont(FOLDER / f"ICVSansSC-{request.param}.ttf")


def test_the_whole_of_gb_2312_is_there(font):
    cmap = font.getBestCmap()
    rows = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    wanted = {ord(sign) for row in rows for sign in row.decode("gb2312", "ignore")}
    assert len(wanted) == 7445
    assert wanted <= set(cmap)


def test_what_reports_need_is_there(font):
    assert {ord(sign) for sign in SHAPES + "昇镕喆堃"} <= set(font.getBestCmap())


def test_every_word_of_the_wording_can_be_shown(font):
    cmap = set(font.getBestCmap())
    for lang in ("en", "zh"):
        text = (bundled("reports") / "wording" / f"{lang}.json").read_text("utf-8")
        assert {ord(sign) for sign in text if sign >= " "} <= cmap


def test_the_name_is_our_own_and_the_licence_travels_with_it(font):
    names = {record.nameID: str(record) for record in font["name"].names}
    assert names[1] == "ICV Sans SC"
    assert all("Source" not in names[number] for number in (1, 3, 4, 6))
    assert "Adobe" in names[0]
    assert "Open Font License" in names[13]
    licence = (FOLDER / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
    assert "Adobe" in licence


def test_all_systems_agree_on_the_height_of_a_line(font):
    hhea, os2 = font["hhea"], font["OS/2"]
    assert (hhea.ascent, -hhea.descent) == (os2.usWinAscent, os2.usWinDescent)
    assert (hhea.ascent, hhea.descent) == (os2.sTypoAscender, os2.sTypoDescender)


def test_the_section_sign_is_no_wider_than_it_looks(font):
    cmap = font.getBestCmap()
    for sign in "§·":
        glyph = font["glyf"][cmap[ord(sign)]]
        assert font["hmtx"][cmap[ord(sign)]][0] == glyph.xMax - glyph.xMin + 120


@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_european_names_can_be_shown(style):
    main, latin = (TTFont(FOLDER / f"ICVSans{part}-{style}.ttf") for part in ("SC", "Latin"))
    both = set(main.getBestCmap()) | set(latin.getBestCmap())
    assert {ord(sign) for sign in "ŠkodaČeskýŁódźGyőrTürkiyeğışÅÆØßÞőűĄĘŽ"} <= both
    assert not set(main.getBestCmap()) & set(latin.getBestCmap())
    assert main["hhea"].ascent == latin["hhea"].ascent
    assert latin["name"].getDebugName(1) == "ICV Sans Latin"
    assert "Noto Project Authors" in (FOLDER / "OFL.txt").read_text("utf-8")


def test_the_font_may_be_embedded(font):
    assert font["OS/2"].fsType == 0
