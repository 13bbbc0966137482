"""Files of the catalogue: what they say, and every sentence about what is wrong with them."""

import pytest

from checker.errors import Invalid
from checker.model.standard import Source
from checker.packs.catalogue import load_catalogue, read_catalogue
from checker.text import Text

MARKETS = ("CN", "EU")
WHOLE = """\
id: cn
market: CN
title: {en: Documents, zh: 文件}
recorded: 2026-11-20
sources:
  list: {title: A list, seen: secondary}
  page: {title: A page, url: "https://example.org/x", seen: official_page}
documents:
  - id: gb-1-2024
    number: GB 1-2024
    title: {en: One, zh: 一}
    kind: gb
    group: security
    status: in_force
    issued: 2024-08-23
    in_force: 2026-01-01
    replaces: [GB 1-2014]
    source: [list, page]
    url: https://example.org/gb-1
    confidence: medium
    note: {en: Amended., zh: 有修改单。}
  - id: order-7
    number: {en: Order No. 7, zh: 第7号令}
    subject: {en: Data, zh: 数据}
    kind: policy
    group: data
    status: draft
    stage: consultation
    source: list
"""


def load(yaml: str):
    return load_catalogue(yaml.encode(), "cn.yaml", MARKETS)


def problems(yaml: str) -> list[str]:
    with pytest.raises(Invalid) as caught:
        load(yaml)
    return [problem.in_("en") for problem in caught.value.problems]


def test_all_that_a_file_says():
    one, order = load(WHOLE)

    assert (one.id, one.market, one.kind, one.group, one.status) == (
        "gb-1-2024",
        "CN",
        "gb",
        "security",
        "in_force",
    )
    assert one.number == Text("GB 1-2024", "GB 1-2024")
    assert (one.issued, one.in_force, one.ended, one.recorded) == (
        "2024-08-23",
        "2026-01-01",
        None,
        "2026-11-20",
    )
    assert one.replaces == ("GB 1-2014",)
    assert one.sources == (
        Source("A list", None, "secondary"),
        Source("A page", "https://example.org/x", "official_page"),
    )
    assert (one.confidence, one.note, one.url) == (
        "medium",
        Text("Amended.", "有修改单。"),
        "https://example.org/gb-1",
    )
    assert order.number == Text("Order No. 7", "第7号令")
    assert (order.title, order.subject, order.stage) == (None, Text("Data", "数据"), "consultation")
    assert (order.confidence, one.place.line) == ("high", 9)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("group: security", "group: secure", "cn.yaml:13:5: documents[0].group: 'secure' is not one"),
        ("status: in_force", "status: valid", "cn.yaml:14:5: documents[0].status: 'valid' is not one"),
        (
            "issued: 2024-08-23",
            "issued: 2024-02-30",
            "cn.yaml:15:13: 2024-02-30 is not a date of the calendar",
        ),
        (
            "issued: 2024-08-23",
            "issued: soon",
            "cn.yaml:15:5: documents[0].issued: 'soon' is not a day",
        ),
        (
            "source: [list, page]",
            "source: [lst]",
            "cn.yaml:18:14: unknown source 'lst' (did you mean 'list'?)",
        ),
        ("market: CN", "market: CM", "cn.yaml:2:9: unknown market 'CM'"),
        ("id: cn\n", "id: xx\n", "cn.yaml:1:5: the file of 'xx' is called 'cn'"),
        ("    kind: gb\n", "", "cn.yaml:9:5: 'kind' is missing"),
        ("    kind: gb\n", "    kind: gb\n    colour: red\n", "cn.yaml:13:5: unknown key 'colour'"),
        ("    stage: consultation\n", "    title: {en: x, zh: x}\n", "cn.yaml:24:5: the title is known"),
        (
            "    status: in_force\n",
            "    status: in_force\n    stage: approval\n",
            "cn.yaml:15:5: only a draft has a stage",
        ),
        (
            "in_force: 2026-01-01",
            "in_force: 2027-01-01",
            "cn.yaml:9:5: gb-1-2024: status is in_force; by its dates issued on 2026-11-20",
        ),
        ("recorded: 2026-11-20", "recorded: 2026-11", "cn.yaml:4:1: recorded"),
    ],
)
def test_what_is_wrong_with_a_file(old, new, expected):
    assert old in WHOLE
    found = problems(WHOLE.replace(old, new, 1))

    assert any(line.startswith(expected) for line in found), found


@pytest.mark.parametrize("yaml", ["", "3", "---\nid: cn\n---\nid: eu\n"])
def test_what_is_no_catalogue(yaml):
    assert len(problems(yaml)) == 1


def test_every_problem_has_both_languages():
    with pytest.raises(Invalid) as caught:
        load(WHOLE.replace("source: list", "source: lst").replace("market: CN", "market: XX"))

    assert len(caught.value.problems) == 2
    assert "未知的来源“lst”" in caught.value.problems[1].in_("zh")


def write(folder, **files):
    (folder / "catalogue").mkdir()
    for name, text in files.items():
        (folder / "catalogue" / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def test_a_folder_is_read_file_by_file(tmp_path):
    other = WHOLE.replace("id: cn\n", "id: cn-b\n").replace("gb-1-2024", "gb-2-2024").replace("order-7", "o")
    folder = write(tmp_path, **{"cn-b": other, "cn": WHOLE})

    found = [document.id for document in read_catalogue(folder, MARKETS)]

    assert found == ["gb-1-2024", "order-7", "gb-2-2024", "o"]


def test_an_id_stands_for_one_document(tmp_path):
    folder = write(tmp_path, cn=WHOLE, other=WHOLE.replace("id: cn\n", "id: other\n"))

    with pytest.raises(Invalid) as caught:
        read_catalogue(folder, MARKETS)

    assert len(caught.value.problems) == 2
    assert "catalogue/other.yaml:9:5: the id 'gb-1-2024' is that of " in caught.value.problems[0].in_("en")


def test_the_problems_of_all_files_are_told(tmp_path):
    bad = WHOLE.replace("kind: gb", "kind: bg")
    folder = write(tmp_path, cn=bad, other=bad.replace("id: cn\n", "id: other\n"))

    with pytest.raises(Invalid) as caught:
        read_catalogue(folder, MARKETS)

    assert {problem.place.file.rpartition("/")[2] for problem in caught.value.problems} == {
        "cn.yaml",
        "other.yaml",
    }


def test_a_folder_without_a_catalogue_has_no_documents(tmp_path):
    assert read_catalogue(tmp_path, MARKETS) == ()
