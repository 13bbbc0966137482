"""Misuses that other tools let through: each has its exit code, and says where, what and how to mend.

Each is run as it is typed, in both languages.
"""

import io
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.test_waivers_and_answers import RULES

CAR = (
    "schema: icv-vehicle/1\n"
    "vehicle: {id: ours, name: Ours, manufacturer: M, category: M1, markets: [CN], seats: 3}\n"
)
WAIVERS = """\
waivers:
  - requirement: ours-1/seats-are-enough
    vehicle: ours
    reason: {en: Seats come later., zh: 座椅后续安装。}
    approver: Li
    approved: "2026-01-01"
    expires: "2027-06-30"
"""
ANSWER = "reviews: {ours-1/seats-are-enogh: {verdict: conforms, by: a, date: 2026-01-01}}"
CHECK = ("check", "car.yaml", "--rules", "rules", "--standard", "ours-1", "--as-of", "2026-11-20")


class Misuse(NamedTuple):
    """Files beside those that there are, what is typed, and what comes of it."""

    files: dict[str, str]
    typed: tuple[str, ...]
    code: int
    where: str
    en: tuple[str, ...]  # what, and how to mend it
    zh: tuple[str, ...]
    stdin: str = ""


def with_spec(name: str) -> tuple[str, ...]:
    return (CHECK[0], name, *CHECK[2:])


MISUSES = {
    "a typo in a waiver": Misuse(
        {"w.yaml": WAIVERS.replace("enough", "enogh")},
        (*CHECK, "--waivers", "w.yaml"),
        3,
        "w.yaml:2:18: ",
        ("'ours-1' has no requirement 'seats-are-enogh'", "did you mean 'seats-are-enough'?"),
        ("“ours-1”没有要求“seats-are-enogh”", "是否应为“seats-are-enough”？"),
    ),
    "a waiver of a requirement without its standard": Misuse(
        {"w.yaml": WAIVERS.replace("ours-1/", "")},
        (*CHECK, "--waivers", "w.yaml"),
        3,
        "w.yaml:2:5: ",
        ("'seats-are-enough' is not the full id of a requirement", "write ours-1/seats-are-enough"),
        ("“seats-are-enough” 不是要求的完整标识", "请写作 ours-1/seats-are-enough"),
    ),
    "a pattern that nothing fits": Misuse(
        {},
        with_spec("specs/*.yaml"),
        3,
        "specs/*.yaml:1:1: ",
        ("no file fits this pattern", "the current folder is "),
        ("没有与该通配符匹配的文件", "当前文件夹为 "),
    ),
    "an empty file": Misuse(
        {"car.yaml": "# nothing\n"},
        CHECK,
        3,
        "car.yaml:1:1: ",
        ("the file holds nothing", "describe the vehicle"),
        ("文件为空", "请写入车辆或规则的内容"),
    ),
    "the name of another rule in an example": Misuse(
        {"rules/ours-1.yaml": RULES.replace("{seats: 4}}]", f"{{seats: 4}}, {ANSWER}}}]", 1)},
        ("test", "--rules", "rules", "ours-1"),
        1,
        "rules/ours-1.yaml:16:",
        ("there is no such requirement", "did you mean 'ours-1/seats-are-enough'?", "1 wrong"),
        ("没有这条要求", "是否应为“ours-1/seats-are-enough”？", "1 个有误"),
    ),
    "a waiver that is expired": Misuse(
        {"w.yaml": WAIVERS.replace("2027", "2026")},
        (*CHECK, "--waivers", "w.yaml"),
        1,
        "w.yaml:2:5: ",
        ("counted until 2026-06-30; what it was for is still not met: meet it, or have it approved anew",),
        ("有效期已于 2026-06-30 届满；所豁免的要求仍不符合：请整改或重新批准",),
    ),
    "a file that is missing": Misuse(
        {},
        with_spec("cra.yaml"),
        3,
        "cra.yaml:1:1: ",
        ("there is no such file", "did you mean 'car.yaml'?"),
        ("没有这个文件", "是否应为“car.yaml”？"),
    ),
    "a value that is missing": Misuse(
        {"car.yaml": CAR.replace(", seats: 3", "")},
        CHECK,
        1,
        "car.yaml:2:1: ",
        ("not stated: vehicle.seats", "State this field to decide 1 requirement", "gate fails: undetermined"),
        ("未填写：vehicle.seats", "填写以下 1 个字段，可判定 1 条要求", "未通过：尚不能判定"),
    ),
    "nothing applies": Misuse(
        {
            "rules/ours-1.yaml": RULES.replace(
                "requirements:", "applies_when: vehicle.seats > 9\nrequirements:"
            )
        },
        CHECK,
        1,
        "vehicle.seats > 9",
        ("nothing was judged, which is not conformity: see vehicle.category", "--allow-empty"),
        ("未作任何判定，不等于符合：请核对 vehicle.category", "请加 --allow-empty"),
    ),
    "two documents in one file, one of them bad": Misuse(
        {"car.yaml": f"{CAR}---\n{CAR.replace('vehicle:', 'vehicel:')}"},
        CHECK,
        3,
        "car.yaml:5:1: ",
        ("unknown key 'vehicel'", "did you mean 'vehicle'?", "Does not conform", "#2  could not be judged"),
        ("未知的键“vehicel”", "是否应为“vehicle”？", "不符合", "#2  无法评价"),
    ),
    "an unknown key in the project file": Misuse(
        {"icv-checker.toml": 'fail-on = "fail"\nmin-scores = 60\n'},
        CHECK,
        3,
        "icv-checker.toml:2:1: ",
        ("there is no setting 'min-scores'", "did you mean 'min-score'?"),
        ("没有设置项“min-scores”", "是否应为“min-score”？"),
    ),
    "standard input with a mistake": Misuse(
        {},
        with_spec("-"),
        3,
        "<stdin>:1:",
        ("schema: 3 is not one of the words", "write 'icv-vehicle/1'", "'vehicle' is missing (add 'vehicle'"),
        ("schema：3不是此处可用的词", "请写“icv-vehicle/1”", "缺少“vehicle”（请补充“vehicle”"),
        "schema: 3\n",
    ),
    "standard input that is empty": Misuse(
        {},
        with_spec("-"),
        3,
        "<stdin>:1:1: ",
        ("the file holds nothing", "describe the vehicle"),
        ("文件为空", "请写入车辆或规则的内容"),
    ),
}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", MISUSES)
def test_it_is_not_let_through(name, lang, run, tmp_path, monkeypatch):
    misuse = MISUSES[name]
    (tmp_path / ".git").mkdir()
    (tmp_path / "rules").mkdir()
    for file, text in {"car.yaml": CAR, "rules/ours-1.yaml": RULES, **misuse.files}.items():
        Path(tmp_path, file).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(misuse.stdin.encode()), "utf-8"))

    ran = run(*misuse.typed, "--lang", lang, COLUMNS="200")
    told = ran.err + ran.out

    assert ran.code == misuse.code
    assert misuse.where in told
    assert [said for said in (misuse.en if lang == "en" else misuse.zh) if said not in told] == []
    assert "Traceback" not in told


def test_without_a_mistake_the_same_is_judged(run, tmp_path, monkeypatch):
    """So that a misuse fails for what it is, and for nothing else."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules/ours-1.yaml").write_text(RULES, "utf-8")
    (tmp_path / "w.yaml").write_text(WAIVERS, "utf-8")
    (tmp_path / "car.yaml").write_text(CAR, "utf-8")
    monkeypatch.chdir(tmp_path)

    assert run(*CHECK, "--waivers", "w.yaml").code == 0
    assert run("test", "--rules", "rules", "ours-1").code == 0
