import { expect, it } from "vitest";
import { unitFileName } from "../../src/report/file-name.js";

const name = (code: string, unit: string) => unitFileName({ code, name: unit }, ".xlsx");

it("joins code and name", () => {
  expect(name("990101", "甲县")).toBe("990101-甲县.xlsx");
});

it.each([
  ["../../etc/passwd", "990101-.._.._etc_passwd.xlsx"],
  ['a\\b:c*d?e"f<g>h|i', "990101-a_b_c_d_e_f_g_h_i.xlsx"],
  ["甲\u0000\n县\u202E", "990101-甲__县_.xlsx"],
  ["甲县. . ", "990101-甲县.xlsx"],
])("takes nothing that a file system reads otherwise: %j", (unit, expected) => {
  expect(name("990101", unit)).toBe(expected);
});

it("hides no file and takes no device for one", () => {
  expect(name("..", "甲县")).toBe("__-甲县.xlsx");
  expect(name("CON", "甲县")).toBe("_CON-甲县.xlsx");
  expect(name("lpt1.txt", "甲县")).toBe("_lpt1.txt-甲县.xlsx");
});

it("is composed and at most 200 bytes long, whole characters only", () => {
  expect(name("1", "e\u0301")).toBe("1-\u00E9.xlsx");
  const long = name("1", `a${"𠮷".repeat(80)}`);
  expect(Buffer.byteLength(long)).toBeLessThanOrEqual(200);
  expect(long).toMatch(/^1-a(𠮷)+\.xlsx$/u);
});
