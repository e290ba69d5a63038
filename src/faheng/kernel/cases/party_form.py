"""The form by which a party comes into a case."""

from __future__ import annotations

from typing import Any

from django import forms

from faheng.kernel.parties.declare import IdKind, PartyFacts, PartyKind
from faheng.lib.identifiers import uscc_problem


class PartyForm(forms.Form):
    """Particulars of a citizen, an individual business or an organisation."""

    kind = forms.ChoiceField(label="当事人类型", choices=PartyKind.pairs())
    name = forms.CharField(label="名称或姓名", max_length=120)
    uscc = forms.CharField(label="统一社会信用代码", max_length=18, required=False)
    id_no = forms.CharField(label="居民身份证号", max_length=18, required=False)
    legal_representative = forms.CharField(
        label="法定代表人或负责人", max_length=60, required=False
    )
    address = forms.CharField(label="住所或地址", max_length=200, required=False)
    phone = forms.CharField(label="联系电话", max_length=40, required=False)

    def clean_uscc(self) -> str:
        """Test the check digits of GB 32100."""
        code: str = self.cleaned_data["uscc"].strip().upper()
        problem = uscc_problem(code) if code else None
        if problem:
            raise forms.ValidationError(problem)
        return code

    def clean(self) -> dict[str, Any]:
        """Ask an organisation for its code and a citizen for a number."""
        given = super().clean() or {}
        lacking = not given.get("uscc") and "uscc" not in self.errors
        if lacking and given.get("kind") == PartyKind.ORGANISATION:
            self.add_error("uscc", "法人或其他组织须填写统一社会信用代码")
        return given

    @staticmethod
    def facts(given: dict[str, Any]) -> PartyFacts:
        """Return what the form gave, as the register of parties takes it."""
        return PartyFacts(
            kind=PartyKind(given["kind"]),
            name=given["name"],
            id_kind=IdKind.CITIZEN_ID,
            id_no=given["id_no"],
            uscc=given["uscc"],
            legal_representative=given["legal_representative"],
            address=given["address"],
            phone=given["phone"],
        )
