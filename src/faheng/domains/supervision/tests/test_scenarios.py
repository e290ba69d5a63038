"""Every scenario that the legal department reads is carried out."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from faheng.domains.supervision.tests.cast import build
from faheng.kernel.cases.models import Paper
from faheng.kernel.cases.tests.scenario import play
from faheng.kernel.documents.compose import Occasion, compose
from faheng.kernel.documents.declare import DOCUMENTS

SCRIPTS = sorted((Path(__file__).parent / "scenarios").glob("*.yaml"))


@pytest.mark.django_db
@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_scenario_goes_as_it_is_written(path: Path) -> None:
    script = yaml.safe_load(path.read_text(encoding="utf-8"))

    play(script, build(), domain="supervision", home="justice")

    for paper in Paper.objects.select_related("case__organ"):
        occasion = Occasion(paper.case.organ.name, on=paper.made_on, draft=False)
        laid = compose(DOCUMENTS[paper.document], paper.values, occasion)
        assert "【" not in str(laid.blocks), paper.title
        assert "孙举报" not in str(laid.blocks)
