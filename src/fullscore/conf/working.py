"""The worker process: `python -m fullscore.conf.working`."""

import os
from pathlib import Path

import django
from django.conf import settings

from fullscore.conf.lifeline import end_with_parent, say_ready


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fullscore.conf.settings")
    os.umask(0o077)
    end_with_parent()
    django.setup(set_prefix=False)
    from fullscore.jobs.main import work  # noqa: PLC0415  the jobs' use cases need Django
    from fullscore.store import homes  # noqa: PLC0415

    homes.make(Path(settings.HOME))
    homes.stay(Path(settings.HOME))
    say_ready()
    work()


if __name__ == "__main__":
    main()
