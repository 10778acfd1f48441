#!/usr/bin/env python3
"""Takes the leads of a CSV file in over POST /api/leads, and says of each row where it went.

    LEADS_API_KEY=... python3 docs/import-leads.py Leads.csv --map docs/import-zoho.json

The mapping names the column of each field; without one, columns must be named like the fields. Constant fields, such
as the source, are given as --set source=trade-fair. Every row ends as a lead or in the list of errors, which names row and field.
"""
import argparse
import collections
import csv
import http.client
import json
import os
import sys
import time
import urllib.parse


def rows(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        yield from csv.DictReader(file)


def fields(row, columns, constants):
    lead = {field: row.get(column) for field, column in columns.items()} if columns else dict(row)
    lead.update(constants)
    return {field: value.strip() for field, value in lead.items() if value and value.strip()}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file")
    arguments.add_argument("--map", help="JSON file: field of a lead -> column of the file")
    arguments.add_argument("--set", action="append", default=[], metavar="FIELD=VALUE")
    arguments.add_argument("--to", default="http://localhost:8080")
    given = arguments.parse_args()

    columns = json.load(open(given.map, encoding="utf-8")) if given.map else None
    constants = dict(pair.split("=", 1) for pair in given.set)
    headers = {"Authorization": "Bearer " + os.environ["LEADS_API_KEY"], "Content-Type": "application/json"}
    server = http.client.HTTPConnection(urllib.parse.urlsplit(given.to).netloc, timeout=60)

    answers, begun = collections.Counter(), time.monotonic()
    for number, row in enumerate(rows(given.file), start=2):
        server.request("POST", "/api/leads", json.dumps(fields(row, columns, constants)), headers)
        answer = server.getresponse()
        body = json.loads(answer.read() or b"{}")
        answers[answer.status] += 1
        if answer.status >= 400:
            faults = body.get("errors") or [{"field": "-", "message": body.get("detail", answer.reason)}]
            for fault in faults:
                print(f"row {number}: {fault['field']}: {fault['message']}")
    seconds = time.monotonic() - begun
    total = sum(answers.values())
    print(f"{total} rows in {seconds:.1f} s ({total / seconds:.0f} a second): "
          f"{answers[201]} new, {answers[200]} known before, {total - answers[200] - answers[201]} refused", file=sys.stderr)


if __name__ == "__main__":
    main()
