"""`extends`: laid down left to right, bounded, only below the spec's own folder, all problems at once."""

import hashlib
import os
from pathlib import Path

import pytest

from checker.documents import Document, read_documents
from checker.documents.limits import MAX_BYTES
from checker.errors import Invalid
from checker.schemas.fields import Field
from checker.specs.extending import MAX_DEPTH, MAX_FILES, Extended, extend
from checker.specs.files import read_regular

SPEC = Field("record", fields={"vehicle": Field("record", fields={})})


def document(data: bytes, file: str) -> Document:
    return read_documents(data, file, name_hint="yaml")[0]


def extended(folder: Path, files: dict[str, str], name: str = "spec.yaml") -> Extended:
    """Write the files and return the one called `name`, extended."""
    for other, text in files.items():
        (folder / other).parent.mkdir(parents=True, exist_ok=True)
        (folder / other).write_text(text, encoding="utf-8")
    path = folder / name
    data = path.read_bytes()
    return extend(document(data, str(path)), data, SPEC, read_regular)


def refused(folder: Path, files: dict[str, str]) -> list[str]:
    """Return the problems in English, each with its file name instead of its path."""
    with pytest.raises(Invalid) as caught:
        extended(folder, files)
    return [problem.in_("en").replace(f"{folder}{os.sep}", "") for problem in caught.value.problems]


def digest_of(*texts: str) -> str:
    lines = "".join(hashlib.sha256(text.encode()).hexdigest() + "\n" for text in texts)
    return "sha256:" + hashlib.sha256(lines.encode()).hexdigest()


def test_a_spec_that_extends_nothing_has_the_digest_of_its_bytes(tmp_path: Path) -> None:
    found = extended(tmp_path, {"spec.yaml": "a: 1\n"})
    assert found.document.data == {"a": 1}
    assert found.digest == "sha256:" + hashlib.sha256(b"a: 1\n").hexdigest()
    assert found.files == ()


def test_a_spec_lies_over_the_file_that_it_extends(tmp_path: Path) -> None:
    files = {"spec.yaml": "extends: base.yaml\na: 1\n", "base.yaml": "a: 2\nb: 3\n"}
    found = extended(tmp_path, files)
    assert found.document.data == {"a": 1, "b": 3}
    assert found.files == (str(tmp_path / "base.yaml"),)
    assert found.digest == digest_of(files["base.yaml"], files["spec.yaml"])
    assert str(found.document.place(("b",))) == f"{tmp_path / 'base.yaml'}:2:1"


def test_the_digest_covers_every_file(tmp_path: Path) -> None:
    files = {"spec.yaml": "extends: base.yaml\n", "base.yaml": "a: 2\n"}
    first = extended(tmp_path, files).digest
    assert extended(tmp_path, files).digest == first
    assert extended(tmp_path, {**files, "base.yaml": "a: 2 \n"}).digest != first


def test_several_files_are_laid_down_from_left_to_right(tmp_path: Path) -> None:
    found = extended(
        tmp_path,
        {
            "spec.yaml": "extends: [one.yaml, two.yaml]\n",
            "one.yaml": "a: 1\nb: 1\n",
            "two.yaml": "extends: three.yaml\nb: 2\n",
            "three.yaml": "b: 3\nc: 3\n",
        },
    )
    assert found.document.data == {"a": 1, "b": 2, "c": 3}
    assert [Path(file).name for file in found.files] == ["one.yaml", "three.yaml", "two.yaml"]


def test_a_file_that_is_extended_twice_is_listed_once(tmp_path: Path) -> None:
    found = extended(
        tmp_path,
        {
            "spec.yaml": "extends: [one.yaml, two.yaml]\n",
            "one.yaml": "extends: base.yaml\na: 1\n",
            "two.yaml": "extends: base.yaml\nb: 2\n",
            "base.yaml": "a: 0\nb: 0\n",
        },
    )
    assert found.document.data == {"a": 0, "b": 2}
    assert [Path(file).name for file in found.files] == ["base.yaml", "one.yaml", "two.yaml"]


def test_variants_are_not_inherited(tmp_path: Path) -> None:
    base = "a: 1\nvariants: {pro: {name: Pro}}\n"
    assert extended(tmp_path, {"spec.yaml": "extends: b.yaml\n", "b.yaml": base}).document.data == {"a": 1}
    own = {"spec.yaml": "extends: b.yaml\nvariants: {eco: {name: Eco}}\n", "b.yaml": base}
    assert extended(tmp_path, own).document.data == {"a": 1, "variants": {"eco": {"name": "Eco"}}}


def test_nothing_is_deleted(tmp_path: Path) -> None:
    files = {"spec.yaml": "extends: b.yaml\nvehicle: {}\n", "b.yaml": "vehicle: {name: a}\n"}
    assert extended(tmp_path, files).document.data == {"vehicle": {"name": "a"}}


def test_a_json_file_may_be_extended(tmp_path: Path) -> None:
    files = {"spec.yaml": "extends: b.json\n", "b.json": '{"a": 1}'}
    assert extended(tmp_path, files).document.data == {"a": 1}


def test_a_file_in_a_folder_below_may_name_one_above_it_within_the_folder(tmp_path: Path) -> None:
    found = extended(
        tmp_path,
        {"spec.yaml": "extends: low/b.yaml\n", "low/b.yaml": "extends: ../c.yaml\n", "c.yaml": "a: 1\n"},
    )
    assert found.document.data == {"a": 1}


def test_standard_input_extends_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b.yaml").write_text("a: 1\n", encoding="utf-8")
    data = b"extends: b.yaml\n"
    found = extend(document(data, "<stdin>"), data, SPEC, read_regular)
    assert found.document.data == {"a": 1}
    assert found.files == ("b.yaml",)


def test_a_relative_spec_names_its_files_as_the_user_would(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "b.yaml").write_text("a: 1\n", encoding="utf-8")
    data = b"extends: ./b.yaml\n"
    found = extend(document(data, "specs/a.yaml"), data, SPEC, read_regular)
    assert found.files == (os.path.join("specs", "b.yaml"),)


# ---- what is refused


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("../secret.yaml", "outside the folder"),
        ("../../../../etc/passwd", "outside the folder"),
        ("low/../../secret.yaml", "outside the folder"),
        ("/etc/passwd", "not a relative path"),
        ("~/secret.yaml", "not a relative path"),
        ("C:\\specs\\b.yaml", "not a relative path"),
        ("C:/specs/b.yaml", "not a relative path"),
        ("\\\\server\\share\\b.yaml", "not a relative path"),
        ("low\\b.yaml", "not a relative path"),
        ("https://example.org/b.yaml", "is an address"),
        ("file:///etc/passwd", "is an address"),
        ("FTP://example.org/b.yaml", "is an address"),
        ("data:text/yaml,a", "is an address"),
        ("missing.yaml", "there is no file"),
        ("low", "cannot be read"),
        (".", "cannot be read"),
        ("spec.yaml", "extends itself"),
        ("low/../spec.yaml", "extends itself"),
        ("spec.yaml/b.yaml", "cannot be read"),
        ("x" * 5000, "cannot be read"),
    ],
)
def test_a_hostile_name_is_one_problem_at_the_name(tmp_path: Path, name: str, why: str) -> None:
    folder = tmp_path / "specs"
    (folder / "low").mkdir(parents=True)
    (tmp_path / "secret.yaml").write_text("secret: 1\n", encoding="utf-8")
    quoted = name.replace("\\", "\\\\")
    (problem,) = refused(folder, {"spec.yaml": f'a: 1\nextends: "{quoted}"\n'})
    assert problem.startswith("spec.yaml:2:10: extends: ")
    assert why in problem
    assert "secret:" not in problem


@pytest.mark.parametrize("value", ["3", "[3]", "{a: b}", "null", "''", "[[b.yaml]]"])
def test_a_name_that_is_no_text_is_a_problem(tmp_path: Path, value: str) -> None:
    (problem,) = refused(tmp_path, {"spec.yaml": f"extends: {value}\n", "b.yaml": "a: 1\n"})
    assert "extends: not the name of a file" in problem


def test_an_empty_list_is_a_problem(tmp_path: Path) -> None:
    assert refused(tmp_path, {"spec.yaml": "extends: []\n"}) == [
        "spec.yaml:1:10: extends: no file is named (leave `extends` out)"
    ]


def test_a_symbolic_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "specs"
    folder.mkdir()
    (tmp_path / "secret.yaml").write_text("a: 1\n", encoding="utf-8")
    (folder / "b.yaml").symlink_to(tmp_path / "secret.yaml")
    (problem,) = refused(folder, {"spec.yaml": "extends: b.yaml\n"})
    assert "outside the folder" in problem


def test_a_symbolic_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").symlink_to("c.yaml")
    assert extended(tmp_path, {"spec.yaml": "extends: b.yaml\n", "c.yaml": "a: 1\n"}).document.data == {
        "a": 1
    }


def test_a_symbolic_link_to_itself_ends_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").symlink_to("c.yaml")
    (tmp_path / "c.yaml").symlink_to("b.yaml")
    (problem,) = refused(tmp_path, {"spec.yaml": "extends: b.yaml\n"})
    assert "cannot be read" in problem


def test_a_link_back_to_the_spec_is_a_circle(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").symlink_to("spec.yaml")
    (problem,) = refused(tmp_path, {"spec.yaml": "extends: b.yaml\n"})
    assert "extends itself" in problem


def test_a_circle_of_three_is_found_at_the_file_that_closes_it(tmp_path: Path) -> None:
    (problem,) = refused(
        tmp_path,
        {"spec.yaml": "extends: a.yaml\n", "a.yaml": "extends: b.yaml\n", "b.yaml": "\nextends: spec.yaml\n"},
    )
    assert problem.startswith("b.yaml:2:10: extends: 'spec.yaml' extends itself")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "b.yaml")
    (problem,) = refused(tmp_path, {"spec.yaml": "extends: b.yaml\n"})
    assert "not a regular file" in problem


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "b.yaml").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    (problem,) = refused(tmp_path, {"spec.yaml": "extends: b.yaml\n"})
    assert "larger than" in problem


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "b.yaml").chmod(0)
    (problem,) = refused(tmp_path, {"spec.yaml": "extends: b.yaml\n"})
    assert "cannot be read" in problem


def test_depth_is_bounded(tmp_path: Path) -> None:
    def chain(length: int) -> dict[str, str]:
        files = {f"{n}.yaml": f"extends: {n + 1}.yaml\n" for n in range(1, length)}
        return {"spec.yaml": "extends: 1.yaml\n", **files, f"{length}.yaml": "a: 1\n"}

    assert extended(tmp_path, chain(MAX_DEPTH)).document.data == {"a": 1}
    (problem,) = refused(tmp_path, chain(MAX_DEPTH + 1))
    assert f"more than {MAX_DEPTH} files deep" in problem


def test_count_is_bounded_also_where_files_repeat(tmp_path: Path) -> None:
    doubling = {f"{n}.yaml": f"extends: [{n + 1}.yaml, {n + 1}.yaml]\n" for n in range(1, 8)}
    problems = refused(tmp_path, {"spec.yaml": "extends: 1.yaml\n", **doubling, "8.yaml": "a: 1\n"})
    assert any(f"more than {MAX_FILES} in all" in problem for problem in problems)
    assert len(problems) <= MAX_FILES


def test_two_documents_cannot_be_extended(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, {"spec.yaml": "extends: b.yaml\n", "b.yaml": "a: 1\n---\na: 2\n"})
    assert problem.startswith("spec.yaml:1:10: extends: 'b.yaml' holds 2 documents")


def test_what_is_wrong_in_a_base_file_is_said_there(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, {"spec.yaml": "extends: b.yaml\n", "b.yaml": "a: 1\na: 2\n"})
    assert problem.startswith("b.yaml:2:1:")


def test_all_problems_come_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    problems = refused(tmp_path, {"spec.yaml": "extends:\n- no.yaml\n- /etc/passwd\n- ../x.yaml\n"})
    assert [problem.split(":")[1] for problem in problems] == ["2", "3", "4"]


def test_the_digest_can_be_recomputed_with_common_tools(tmp_path: Path) -> None:
    """The docstring promises ``sha256sum BASE SPEC | cut -c-64 | sha256sum``."""
    texts = "b: 1\n", "extends: b.yaml\n"
    found = extended(tmp_path, {"b.yaml": texts[0], "spec.yaml": texts[1]})
    assert found.digest == digest_of(*texts)
