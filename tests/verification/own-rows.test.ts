import { describe, expect, it } from "vitest";
import type { Submission } from "../../src/model/submission.js";
import { text, type Value } from "../../src/model/value.js";
import type { Verification } from "../../src/model/verification.js";
import { withOwnRows } from "../../src/verification/own-rows.js";
import { copyCell, copyOf, ownWith, recordKey, struckTold } from "./copies.js";

/** The unit's records as they were read from a file of that name, with a title in row 3. */
function ownFrom(file: string, title?: string): Submission {
  const own = ownWith();
  const records = (own.records.get("cases") ?? []).map(({ source, cells }) => {
    if (title === undefined || source.cell !== "A3") return { source: { ...source, file }, cells };
    const answer = { status: "value", value: text(title), documents: [], source, raw: title } as const;
    return { source: { ...source, file }, cells: new Map([["title", answer]]) };
  });
  return { ...own, files: [file], records: new Map([["cases", records]]) };
}

/** A copy that rejects one row, in which it shows a title. */
function copyShowing(row: number, title: string): Verification {
  const copy = copyOf("核查.xlsx", { struck: [row] });
  const shown = new Map<string, Value>([["title", text(title)]]);
  const rows = [...(copy.rows.get("cases") ?? [])].map(([key, one]) => [key, { ...one, shown }] as const);
  return { ...copy, rows: new Map([["cases", new Map(rows)]]) };
}

describe("rejected records", () => {
  const copy = copyOf("核查.xlsx", { struck: [2, 4] });

  it("are known by the file and the row that they were read from", () => {
    const { verification, lost } = withOwnRows(copy, ownWith());
    expect(struckTold(verification)).toEqual([`cases ${recordKey(2)}`, `cases ${recordKey(4)}`]);
    expect(lost).toEqual([]);
  });

  it("are known by their row where the file was moved or renamed", () => {
    const { verification, lost } = withOwnRows(copy, ownFrom("报送/甲县（最终）.xlsx"));
    expect(struckTold(verification)).toEqual([
      "cases 报送/甲县（最终）.xlsx!A2",
      "cases 报送/甲县（最终）.xlsx!A4",
    ]);
    expect(lost).toEqual([]);
  });

  it("are told where no record stands in that row any more", () => {
    const { verification, lost } = withOwnRows(copyOf("核查.xlsx", { struck: [9] }), ownWith());
    expect(verification.rows.size).toBe(0);
    expect(lost).toMatchObject([
      { fact: "cases", why: "gone", signed: { sources: [copyCell("核查.xlsx", "row9")] } },
    ]);
  });

  it("are not taken for another record that stands in that row now", () => {
    expect(
      struckTold(withOwnRows(copyShowing(3, "张案"), ownFrom("甲县.xlsx", "张案")).verification),
    ).toEqual([`cases ${recordKey(3)}`]);
    for (const own of [ownFrom("甲县.xlsx", "李案"), ownFrom("甲县.xlsx")]) {
      const { verification, lost } = withOwnRows(copyShowing(3, "张案"), own);
      expect(verification.rows.size).toBe(0);
      expect(lost).toMatchObject([{ fact: "cases", why: "other" }]);
    }
  });
});
