"""English sentences of the findings about the host: its home, its database, its backups."""

from fullscore.engine.findings.english.words import Sentence, listed

SENTENCES: dict[str, Sentence] = {
    "archive-damaged": lambda v: (
        f"{v['file']} is damaged: {v['why']}. Nothing was changed. "
        "Take an older backup, or copy this one again."
    ),
    "archive-newer": lambda v: (
        f"{v['file']} was written by a newer Fullscore ({v['version']}). "
        "Install that version, then restore again."
    ),
    "archive-not-there": lambda v: (
        f"There is no file {v['file']} that can be read. Check the path and its permissions."
    ),
    "archive-unlike": lambda v: (
        f"{v['file']} was read, but what came out of the new database was not what went in ({v['why']}). "
        "Nothing was changed. Please report this with the file's manifest.json."
    ),
    "database-away": lambda v: (
        f"The database does not answer: {v['why']}. Check that it runs and that DATABASE_URL is right."
    ),
    "database-broken": lambda v: (
        f"{v['file']} is no longer a whole database ({v['why']}). Nothing was changed. "
        "Restore the last backup: `fullscore restore FILE`; the broken file is kept beside it."
    ),
    "database-damaged": lambda v: (
        f"The upgraded copy of the database did not pass its check ({v['why']}). The original is unchanged. "
        "Run `fullscore doctor`, and restore the last backup if it agrees."
    ),
    "database-newer": lambda v: (
        f"This database was written by a newer Fullscore: it knows {listed(v['steps'])}, "
        "this program does not. Install the newer version again, or restore a backup made before the upgrade."
    ),
    "database-not-empty": lambda _: (
        "The PostgreSQL database already holds an organisation. Restore into an empty one: create it, "
        "name it in DATABASE_URL, and run this again."
    ),
    "disk-full": lambda v: (
        f"Nothing was saved: the disk takes no more ({v['why']}). Free some space on the host, "
        "then do it again; reading goes on meanwhile."
    ),
    "disk-too-small": lambda v: (
        f"The disk has too little room: {v['needed']} MB are needed in {v['home']}. Nothing was changed."
    ),
    "file-not-written": lambda v: (
        f"{v['file']} could not be written: {v['why']}. Check the folder and its room."
    ),
    "home-in-use": lambda v: (
        f"Fullscore is running on {v['home']}. Stop it (Ctrl+C, or "
        "systemctl stop fullscore), then run this again."
    ),
    "home-is-demo": lambda v: (
        f"{v['home']} holds the sample company, which never mixes with real data. "
        "Choose another folder in FULLSCORE_HOME."
    ),
    "home-is-real": lambda v: (
        f"{v['home']} holds real data, and the sample company never mixes with it. "
        "Leave FULLSCORE_HOME out, or choose an empty folder."
    ),
    "home-not-made": lambda v: (
        f"The folder {v['home']} cannot be used: {v['why']}. Choose another in FULLSCORE_HOME."
    ),
    "no-organisation": lambda _: (
        "There is no organisation yet. `fullscore init --org NAME --owner EMAIL` makes the first."
    ),
    "organisation-not-named": lambda v: (
        f"There are several organisations. Say which with --org: {listed(v['refs'])}."
    ),
    "organisation-there": lambda v: (
        f"'{v['name']}' is here already; nothing was changed. `fullscore serve` starts it."
    ),
    "organisation-unknown": lambda v: (
        f"There is no organisation '{v['ref']}' here. There is: {listed(v['refs'])}."
    ),
}
