"""A step of each kind: a column, a table with an index, and rows rewritten."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def shout(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    table = apps.get_model("store", "Organisation")
    for row in table._base_manager.using(editor.connection.alias).all():
        row.name = row.name.upper()
        row.save()


class Migration(migrations.Migration):
    dependencies = [("store", "0003_budget_lines_and_packs")]
    operations = [
        migrations.AddField("organisation", "motto", models.CharField(max_length=50, default="onward")),
        migrations.RunPython(shout, migrations.RunPython.noop),
        migrations.CreateModel(
            "Later",
            [
                ("id", models.BigAutoField(primary_key=True)),
                ("organisation", models.ForeignKey("store.organisation", models.CASCADE)),
                ("word", models.CharField(max_length=50, db_index=True)),
            ],
        ),
        migrations.AlterField("organisation", "motto", models.CharField(max_length=80, default="onward")),
    ]
