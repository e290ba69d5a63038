"""An invented step with every kind of field."""

from __future__ import annotations

from django import forms


class DecisionForm(forms.Form):
    """A step's form with every kind of field."""

    act_on = forms.DateField(
        label="违法行为终了之日",
        help_text="从这一天起算追责时效",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    volume = forms.DecimalField(
        label="倾倒量", help_text="以检测报告为准，单位立方米，保留一位小数"
    )
    fine = forms.CharField(
        label="罚款",
        help_text="法定幅度五万元以上二十万元以下",
        widget=forms.TextInput(attrs={"data-money": True, "inputmode": "decimal"}),
    )
    tier = forms.ChoiceField(
        label="裁量阶次", choices=[("1", "较轻"), ("2", "一般"), ("3", "较重")]
    )
    service = forms.ChoiceField(
        label="送达方式",
        choices=[("direct", "直接送达"), ("mail", "邮寄送达"), ("net", "电子送达")],
        widget=forms.RadioSelect,
    )
    public = forms.BooleanField(
        label="同意公开", required=False, help_text="决定七个工作日内公示"
    )
    file = forms.FileField(label="附件", required=False)
    reasons = forms.CharField(
        label="理由", widget=forms.Textarea, help_text="将印在决定书上"
    )

    def clean_fine(self) -> str:
        """Refuse what is above the notice, to show an error."""
        fine = str(self.cleaned_data["fine"])
        if fine.startswith("132"):
            raise forms.ValidationError(
                "132,000 元高于告知的 95,000 元（行政处罚法第45条）。改低，或者重新告知。"
            )
        return fine


class WitnessForm(forms.Form):
    """A row of a formset."""

    name = forms.CharField(label="姓名")
    amount = forms.CharField(label="数量")
    note = forms.CharField(label="说明", required=False)
