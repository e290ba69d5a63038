"""Rows of the list of procedures that no step carries out, each with its reason."""

from __future__ import annotations

NOT_STEPS = {
    "P36.5": "案卷评查要按评分标准逐项打分，另行办理；评查发现的问题从“监督立案”开始。",
}
"""Code of the row to the reason why it is no step."""
