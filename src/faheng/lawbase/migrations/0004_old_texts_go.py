from django.db import migrations


class Migration(migrations.Migration):
    """Units hold the texts now; the demo and imports load them anew."""

    dependencies = [
        ("lawbase", "0003_titles_seen"),
    ]

    operations = [
        migrations.DeleteModel(name="ArticleText"),
        migrations.DeleteModel(name="StatuteText"),
    ]
