"""Fills workbooks by key with openpyxl, as another program than ours would.

Reads a JSON list of jobs from standard input: {"from", "to", "sheets": {name: {"key": header,
"rows": {key: {header: value}}}}}. A date is written {"date": "2024-03-01"}. A row that is not there is
added at the end of what is filled.
"""

import datetime
import json
import sys

import openpyxl


def header_row(sheet, name):
    for row in sheet.iter_rows(min_row=1, max_row=30):
        for cell in row:
            if cell.value == name:
                return cell.row
    raise SystemExit(f"{sheet.title}: no {name}")


def fill(sheet, key, rows):
    header = header_row(sheet, key)
    columns = {cell.value: cell.column for cell in sheet[header] if cell.value is not None}
    places = {
        sheet.cell(row, columns[key]).value: row
        for row in range(header + 1, sheet.max_row + 1)
        if sheet.cell(row, columns[key]).value is not None
    }
    for name, values in rows.items():
        row = places.get(name) or max(places.values(), default=header) + 1
        places[name] = row
        for column, value in values.items():
            if isinstance(value, dict):
                value = datetime.date.fromisoformat(value["date"])
            sheet.cell(row, columns[column]).value = value


for job in json.load(sys.stdin):
    book = openpyxl.load_workbook(job["from"])
    for title, table in job["sheets"].items():
        fill(book[title], table["key"], table["rows"])
    book.save(job["to"])
