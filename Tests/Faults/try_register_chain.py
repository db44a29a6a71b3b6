"""Tries whether register_chain.py finds what it is there to find: changes single things in a register, one at a time.

    python3 Tests/Faults/try_register_chain.py [--command PATH]

Every value of every column is changed once, and every row is taken out once, in copies of a small register. Each must
be found. Ends with 1 if one is not.
"""

import argparse
import os
import random
import shutil
import sqlite3
import sys
import tempfile

import register_chain
from command import Command, find_command, keep_copy
from lives import Life, paid, returned, revised_after_sending

TABLES = ("event", "file", *register_chain.TABLES)


def other(value):
    """Another value of the same type, which the column may hold as far as its type goes."""
    if value is None:
        return "x"
    if isinstance(value, int):
        return value + 1
    if isinstance(value, bytes):
        return value[:-1] + bytes([value[-1] ^ 1])
    if value.startswith("sha256:"):
        return value[:-1] + ("0" if value[-1] != "0" else "1")
    return value[:-1] + ("x" if value[-1] != "x" else "y")


def changes(register):
    """Every change as a statement with its values, and what it is."""
    connection = sqlite3.connect(register)
    for table in TABLES:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        keys = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[5]]
        where = " AND ".join(f"{key} = ?" for key in keys)
        for row in connection.execute(f"SELECT * FROM {table}").fetchall():
            key = [row[columns.index(one)] for one in keys]
            yield f"row {key} of {table} taken out", f"DELETE FROM {table} WHERE {where}", key
            for column, value in zip(columns, row):
                yield (f"{column} of {key} of {table} changed",
                       f"UPDATE {table} SET {column} = ? WHERE {where}", [other(value), *key])
    connection.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", help="the command that makes the register")
    given = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="redress-chain-")
    command = Command(keep_copy(find_command(given.command), folder))
    register, changed = os.path.join(folder, "register.sqlite"), os.path.join(folder, "changed.sqlite")
    for place, course in enumerate((paid, returned, revised_after_sending)):
        life = Life(command, register, folder, f"T-{place}", random.Random(place))
        for act in course(life):
            ended = command.run([act.name.split()[0], *act.words])
            if ended.code != 0:
                sys.exit(f"The register could not be made: {act.name}: {ended.err}")
    findings = register_chain.check(register)
    if findings:
        sys.exit(f"The register is not sound as it was made: {findings}")
    tried, refused, missed = 0, 0, []
    for says, statement, values in changes(register):
        shutil.copy(register, changed)
        connection = sqlite3.connect(changed, isolation_level=None)
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        try:
            connection.execute(statement, values)
            tried += 1
            connection.close()
            if not register_chain.check(changed):
                missed.append(says)
        except sqlite3.IntegrityError:
            refused += 1  # A text where the table takes only numbers: it cannot be changed so.
            connection.close()
    print(f"Changes: {tried}, found {tried - len(missed)}. Not possible: {refused}.")
    for says in missed:
        print(f"MISSED: {says}")
    shutil.rmtree(folder)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
