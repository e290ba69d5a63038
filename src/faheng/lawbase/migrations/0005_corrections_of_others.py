import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A correction that came with an exported statute has no person here."""

    dependencies = [
        ("lawbase", "0004_old_texts_go"),
    ]

    operations = [
        migrations.AlterField(
            model_name="splitcorrection",
            name="by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="parties.person",
            ),
        ),
    ]
