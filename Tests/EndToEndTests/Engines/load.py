"""Copies the demo's tables from its SQLite file into another database.

usage: load.py SQLITE_FILE duckdb FILE
       load.py SQLITE_FILE postgresql URL DATABASE       makes the database
       load.py SQLITE_FILE spark HOST:PORT SCHEMA FOLDER  makes the schema; rows pass through the folder
       load.py SQLITE_FILE drop-postgresql URL DATABASE
       load.py SQLITE_FILE drop-spark HOST:PORT SCHEMA

Every column has the type that the demo's schema declares, in the other database's words.
"""
import csv
import os
import sqlite3
import subprocess
import sys

USERS = [
    ("userid", "BIGINT"), ("gender", "TEXT"), ("age", "INT"), ("height", "DECIMAL(10,2)"), ("weight", "DECIMAL(10,2)"),
    ("smoker", "TEXT"), ("familyhistory", "TEXT"), ("cholestlevs", "TEXT"), ("bp", "TEXT"), ("risk", "DECIMAL(10,2)"),
    ("update_timestamp", "TIMESTAMP"),
]
SENSORS = [
    ("Id", "BIGINT"), ("device_id", "INT"), ("user_id", "INT"), ("calories_burnt", "DECIMAL(10,2)"),
    ("miles_walked", "DECIMAL(10,2)"), ("num_steps", "DECIMAL(10,2)"), ("timestamp", "TIMESTAMP"), ("value", "TEXT"),
]
GOLD = [
    ("user_id", "INT"), ("timestamp", "TIMESTAMP"), ("Id", "BIGINT"), ("SmoothedNumSteps30SecondMA", "DOUBLE PRECISION"),
    ("SmoothedNumSteps120SecondMA", "DOUBLE PRECISION"), ("SmoothedCaloriesBurnt30SecondMA", "DOUBLE PRECISION"),
    ("SmoothedCaloriesBurnt120SecondMA", "DOUBLE PRECISION"),
]
TABLES = {"silver_users": USERS, "silver_sensors": SENSORS, "gold_sensors": GOLD}


def rows(source: str, table: str) -> list[tuple]:
    names = ", ".join(f'"{name}"' for name, _ in TABLES[table])
    with sqlite3.connect(source) as db:
        return db.execute(f"SELECT {names} FROM {table}").fetchall()


def declaration(table: str, quote: str = '"') -> str:
    return ", ".join(f"{quote}{name}{quote} {kind}" for name, kind in TABLES[table])


def write_csv(path: str, source: str, table: str) -> None:
    """Rows as CSV in which null is an empty field and a text is always quoted."""
    with open(path, "w", newline="") as file:
        # Python before 3.12 cannot leave None bare while it quotes texts: mark it, then take the marks off.
        csv.writer(file, quoting=csv.QUOTE_NONNUMERIC).writerows(
            [["\0" if value is None else value for value in row] for row in rows(source, table)])
    with open(path) as file:
        text = file.read()
    with open(path, "w") as file:
        file.write(text.replace('"\0"', ""))


def duckdb_load(source: str, file: str) -> None:
    import duckdb

    with duckdb.connect(file) as db:
        for table in TABLES:
            write_csv(f"{file}.csv", source, table)
            db.execute(f"CREATE TABLE {table} ({declaration(table)})")
            db.execute(f"COPY {table} FROM '{file}.csv' (HEADER false, NULLSTR '')")
    os.remove(f"{file}.csv")


def psql(url: str, *commands: str) -> None:
    arguments = [argument for command in commands for argument in ("-c", command)]
    subprocess.run(["psql", url, "-qX", "-v", "ON_ERROR_STOP=1", *arguments], check=True)


def postgresql_load(source: str, url: str, database: str) -> None:
    psql(url, f"CREATE DATABASE {database}")
    inside = url.rsplit("/", 1)[0] + "/" + database
    for table in TABLES:
        path = f"{source}.{table}.csv"
        write_csv(path, source, table)
        psql(inside, f"CREATE TABLE {table} ({declaration(table)})", f"\\copy {table} FROM '{path}' WITH (FORMAT csv)")
        os.remove(path)


def beeline(address: str, statements: list[str]) -> None:
    import pyspark

    home = os.path.dirname(pyspark.__file__)
    script = ["--silent=true", "-u", f"jdbc:hive2://{address}/default;transportMode=http;httpPath=cliservice", "-n", "tester",
              "-p", "opener"]
    for statement in statements:
        script += ["-e", statement]
    done = subprocess.run([f"{home}/bin/beeline", *script], env={**os.environ, "SPARK_HOME": home},
                          capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"load: beeline failed:\n{done.stderr[-3000:]}")


def spark_load(source: str, address: str, schema: str, folder: str) -> None:
    statements = [f"CREATE SCHEMA {schema}"]
    for table, columns in TABLES.items():
        path = f"{folder}/{table}.csv"
        write_csv(path, source, table)
        kinds = {"TEXT": "STRING", "DOUBLE PRECISION": "DOUBLE", "TIMESTAMP": "STRING"}
        raw = ", ".join(f"`{name}` {kinds.get(kind, kind)}" for name, kind in columns)
        statements.append(f"CREATE TABLE {schema}.{table}_csv ({raw}) USING csv OPTIONS (path '{path}')")
        # The server's zone is not UTC, and the texts are.
        values = ", ".join(
            f"CAST(`{name}` || '+00:00' AS TIMESTAMP) AS `{name}`"
            if kind == "TIMESTAMP" else f"`{name}`" for name, kind in columns)
        statements.append(f"CREATE TABLE {schema}.{table} USING parquet AS SELECT {values} FROM {schema}.{table}_csv")
    beeline(address, statements)


def main() -> None:
    source, command, *rest = sys.argv[1:]
    match command:
        case "duckdb": duckdb_load(source, *rest)
        case "postgresql": postgresql_load(source, *rest)
        case "spark": spark_load(source, *rest)
        case "drop-postgresql": psql(rest[0], f"DROP DATABASE {rest[1]} WITH (FORCE)")
        case "drop-spark": beeline(rest[0], [f"DROP SCHEMA {rest[1]} CASCADE"])
        case _: sys.exit(__doc__)


if __name__ == "__main__":
    main()
