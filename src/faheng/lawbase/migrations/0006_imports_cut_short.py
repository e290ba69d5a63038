from django.db import migrations, models


class Migration(migrations.Migration):
    """A file knows whether the import that brought it came to its end."""

    dependencies = [
        ("lawbase", "0005_corrections_of_others"),
    ]

    operations = [
        migrations.AddField(
            model_name="sourcefile",
            name="linked",
            field=models.BooleanField(default=True, verbose_name="引用和沿革已查"),
        ),
    ]
