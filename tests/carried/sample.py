"""Results in short, and PDFs with files attached, made by hand."""

import io
from typing import Any

import pikepdf

from checker.carried.record import RECORD_NAME, RESULT_NAME


def score(earned: float = 3.0) -> dict[str, Any]:
    return {
        "earned": earned,
        "decided_points": 5.0,
        "at_stake": 8.0,
        "low": 0.375,
        "high": 0.75,
        "decided": 0.6,
    }


def result(**more: Any) -> dict[str, Any]:
    """Return what of a result its summary is made from; more stands in the one configuration."""
    configuration = {
        "configuration": "full",
        "spec_digest": "sha256:" + "a" * 64,
        "extends": ["base.yaml"],
        "approval": {"kind": "new", "reason": {"en": "x", "zh": "x"}},
        "profile": {"id": "strict", "digest": "sha256:" + "b" * 64, "title": None},
        "waiver_files": [{"file": "w.yaml", "digest": "sha256:" + "c" * 64, "max_months": 12}],
        "rules_digest": "sha256:" + "d" * 64,
        "score_model": "1",
        "statement": {"kind": "conforms", "provisional": True, "text": None},
        "accounts": {"score": score(), "readiness": score(), "good_practice": score()},
        "standards": [
            {
                "id": "gb-1",
                "digest": "sha256:" + "e" * 64,
                "findings": [{"verdict": v} for v in ("pass", "fail", "review", "unknown", "not_applicable")],
            },
            {"id": "gb-2", "digest": "sha256:" + "f" * 64, "findings": []},
        ],
        **more,
    }
    return {
        "tool": {"name": "icv-checker", "version": "0.1.0"},
        "as_of": "2026-11-20",
        "results": [
            {
                "file": "car.yaml",
                "document": 1,
                "statement": {"kind": "conforms", "provisional": True, "text": None},
                "gate": {"holds": True, "reasons": []},
                "configurations": [configuration],
            }
        ],
        "invalid": [{"file": "bad.yaml", "document": 2, "problems": []}],
    }


ASKED = {
    "specs": ["car.yaml", "bad.yaml"],
    "rules": [],
    "standard": ["GB 1"],
    "profile": "strict",
    "market": ["CN"],
    "as_of": "2026-11-20",
    "approval": None,
    "variant": None,
    "waivers": ["w.yaml"],
    "ignore_waivers": False,
    "fail_on": None,
    "min_score": 0.5,
    "min_decided": None,
    "min_domain": [["cybersecurity", 0.8]],
    "baseline": None,
    "strict": None,
    "allow_empty": True,
}


def pdf(files: dict[str, bytes] | None = None, **save: Any) -> bytes:
    """Return a PDF of one empty page with files attached."""
    document = pikepdf.new()
    document.add_blank_page()
    files = {RESULT_NAME: b'{"a": 1}', RECORD_NAME: b'{"b": 2}'} if files is None else files
    for name, data in files.items():
        document.attachments[name] = pikepdf.AttachedFileSpec(document, data, filename=name)
    stream = io.BytesIO()
    document.save(stream, **save)
    return stream.getvalue()
