import ExcelJS, { type Cell, type Worksheet } from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { answerHeaders, BASICS, DOCUMENT_COLUMNS, formRows, GUIDE, SHEETS } from "../../src/model/form.js";
import { writeTemplate } from "../../src/template/template.js";
import { DOCUMENT, load } from "./fixture.js";

const system = load(DOCUMENT);
const rows = formRows(system);
const HEADER = 3;
let book: ExcelJS.Workbook;

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const read = new ExcelJS.Workbook();
  await read.xlsx.load(bytes as never);
  return read;
}
function sheetOf(name: string, of = book): Worksheet {
  const sheet = of.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}
const answers = () => sheetOf(SHEETS.answers);
/** The cell of a row, by its key, in the column of a header. */
function cellOf(key: string, header: string): Cell {
  const index = rows.findIndex((row) => row.key === key);
  expect(index, key).toBeGreaterThanOrEqual(0);
  return answers().getCell(HEADER + 1 + index, answerHeaders(system).indexOf(header) + 1);
}
const column = (sheet: Worksheet, number: number) =>
  Array.from({ length: sheet.rowCount }, (_, row) => sheet.getCell(row + 1, number).value);
const unlocked = (cell: Cell) => cell.protection?.locked === false;

beforeAll(async () => {
  book = await open(await writeTemplate(system));
});

describe("the workbook", () => {
  it("holds the four sheets in order, then one per list of records, none hidden", () => {
    expect(book.worksheets.map((sheet) => [sheet.name, sheet.state])).toEqual(
      [...Object.values(SHEETS), "化解的纠纷"].map((name) => [name, "visible"]),
    );
  });

  it("guards locked cells without a password, sizing, sorting and filtering allowed", () => {
    for (const name of [SHEETS.guide, SHEETS.basics, SHEETS.answers]) {
      const { sheetProtection } = sheetOf(name) as unknown as { sheetProtection: Record<string, unknown> };
      expect(sheetProtection).toMatchObject({
        sheet: true,
        formatColumns: true,
        formatRows: true,
        sort: true,
        autoFilter: true,
      });
      expect(sheetProtection).not.toHaveProperty("hashValue");
    }
    expect(
      (sheetOf(SHEETS.documents) as unknown as { sheetProtection: unknown }).sheetProtection,
    ).toBeFalsy();
  });

  it("is ready to print, headers frozen and repeated", () => {
    for (const name of [SHEETS.answers, SHEETS.documents]) {
      const { pageSetup, views } = sheetOf(name);
      expect(pageSetup).toMatchObject({
        paperSize: 8,
        orientation: "landscape",
        fitToPage: true,
        fitToWidth: 1,
      });
      expect(pageSetup.fitToHeight).toBe(0);
      expect(pageSetup.printTitlesRow).toBe("1:3");
      expect(views[0]).toMatchObject({ state: "frozen", ySplit: HEADER });
    }
  });

  it("shows the notice on every sheet", () => {
    for (const sheet of book.worksheets) expect(sheet.getCell("A2").value).toBe(DOCUMENT.notice);
  });

  it("keeps a text that begins with “=” a text", () => {
    for (const sheet of book.worksheets) {
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          expect([ExcelJS.ValueType.String, ExcelJS.ValueType.Number]).toContain(cell.type);
        });
      });
    }
    expect(cellOf("1.1.1/hours", "三级指标").value).toBe('=HYPERLINK("http://x","执法培训")');
  });

  it("is filled with the unit's name and code where they are known", async () => {
    const unit = { code: "990101", name: "=甲县" };
    const filled = sheetOf(SHEETS.basics, await open(await writeTemplate(system, { unit })));
    const labels = column(filled, 1);
    expect(filled.getCell(labels.indexOf(BASICS.name) + 1, 2).value).toBe("=甲县");
    expect(filled.getCell(labels.indexOf(BASICS.code) + 1, 2).value).toBe("990101");
  });
});

describe("填报说明", () => {
  it("names the system, its hashes and its notice, the label beside the value", () => {
    const sheet = sheetOf(SHEETS.guide);
    const labels = column(sheet, 1);
    const given = (label: string) => sheet.getCell(labels.indexOf(label) + 1, 2).value;
    expect(
      Object.values(GUIDE)
        .filter((label) => ![GUIDE.overlay, GUIDE.part, GUIDE.submission].includes(label as never))
        .map(given),
    ).toEqual([
      DOCUMENT.title,
      "template-fixture",
      "1.2.0",
      system.sha256,
      system.formHash,
      "2024-01-01 至 2024-12-31",
      DOCUMENT.issuer,
      DOCUMENT.source,
      DOCUMENT.notice,
    ]);
  });
});

describe("基本信息", () => {
  it("asks for the unit, its facts and who answers for it, by hidden key", () => {
    const sheet = sheetOf(SHEETS.basics);
    expect(column(sheet, 4).slice(3)).toEqual([
      ...["name", "code", "year", "unit.kind", "unit.population"],
      ...["filledBy", "checkedBy", "head", "phone", "date", "seal"],
    ]);
    expect(sheet.getColumn(4).hidden).toBe(true);
    expect(column(sheet, 1).slice(3)).toEqual([
      ...["单位名称", "行政区划代码", "评估年度", "类别", "常住人口"],
      ...["填报人", "审核人", "主要负责人", "联系电话", "填报日期", "盖章"],
    ]);
  });

  it("keeps the code a text and knows the year of the period", () => {
    const sheet = sheetOf(SHEETS.basics);
    expect(sheet.getCell("B5").numFmt).toBe("@");
    expect(sheet.getCell("B6").value).toBe("2024");
    expect(sheet.getCell("B7").dataValidation).toMatchObject({
      type: "list",
      formulae: ['"县,县级市,市辖区"'],
    });
  });
});

describe("指标填报", () => {
  it("has the system's headers, 键 last and hidden", () => {
    const headers = answerHeaders(system);
    expect(answers().getRow(HEADER).values).toEqual([undefined, ...headers]);
    expect(headers.at(-1)).toBe("键");
    expect(answers().getColumn(headers.length).hidden).toBe(true);
  });

  it("has every key once, in the order of the form", () => {
    const keys = column(answers(), answerHeaders(system).length).slice(HEADER);
    expect(keys).toEqual(rows.map((row) => row.key));
    expect(new Set(keys).size).toBe(15);
    expect(keys).toContain("1.1.2/court.numerator");
    expect(keys).toContain("2.1.2/");
    expect(keys.slice(-2)).toEqual(["B1/awards", "D1/criticised"]);
  });

  it("merges nothing", () => {
    for (const sheet of book.worksheets)
      expect((sheet.model as { merges?: string[] }).merges ?? []).toEqual([]);
  });

  it("gives 分值, 评分标准 and an open 自评分 on an item's first row only", () => {
    expect(cellOf("1.1.1/hours", "分值").value).toBe(4);
    expect(cellOf("1.1.1/hours", "评分标准").value).toContain("=人均培训不少于60学时");
    expect(cellOf("1.1.1/files", "分值").value).toBeNull();
    expect(cellOf("1.1.1/files", "评分标准").value).toBeNull();
    const open = rows.filter((row) => unlocked(cellOf(row.key, "自评分"))).map((row) => row.key);
    expect(open).toEqual([
      "1.1.1/hours",
      "1.1.2/court.numerator",
      "2.1.1/issued",
      "2.1.3/disputes",
      "B1/awards",
      "D1/criticised",
    ]);
  });

  it("opens 填报值 on rows that ask for one, 不适用 where it may be declared", () => {
    const openIn = (header: string) =>
      rows.filter(({ key }) => unlocked(cellOf(key, header))).map(({ key }) => key);
    expect(openIn("填报值")).toEqual(rows.filter((row) => row.field).map((row) => row.key));
    expect(openIn("不适用")).toEqual(["1.1.1/hours", "1.1.1/files", "1.1.1/people", "1.1.1/passed"]);
    for (const header of ["指标编号", "三级指标", "分值", "评分标准", "填报项", "填报要求", "键"]) {
      expect(openIn(header), header).toEqual([]);
    }
  });

  it("sets lists and bounds on their own cells, only ever as a warning", () => {
    const rules = rows.flatMap((row) =>
      ["填报值", "不适用", "自评分"].flatMap((header) => {
        const rule = cellOf(row.key, header).dataValidation as ExcelJS.DataValidation | undefined;
        return rule ? [[row.key, header, rule.type, rule.errorStyle, rule.formulae.map(String)]] : [];
      }),
    );
    const value = (key: string, type: string, ...formulae: string[]) => [
      key,
      "填报值",
      type,
      "warning",
      formulae,
    ];
    const inapplicable = (key: string) => [key, "不适用", "list", "warning", ['"是"']];
    const self = (key: string, most: string) => [key, "自评分", "decimal", "warning", ["0", most]];
    const day = (text: string) => String(new Date(`${text}T00:00:00Z`));
    expect(rules).toEqual([
      value("1.1.1/hours", "decimal", "0", "500"),
      inapplicable("1.1.1/hours"),
      self("1.1.1/hours", "4"),
      value("1.1.1/files", "list", '"是,否"'),
      inapplicable("1.1.1/files"),
      value("1.1.1/people", "whole", "0"),
      inapplicable("1.1.1/people"),
      value("1.1.1/passed", "decimal", "100"),
      inapplicable("1.1.1/passed"),
      self("1.1.2/court.numerator", "4"),
      value("1.1.2/court", "decimal", "100"),
      value("2.1.1/issued", "date", day("2020-01-01"), day("2024-12-31")),
      self("2.1.1/issued", "2"),
      value("2.1.1/level", "list", '"优,良,中"'),
      value("2.1.3/disputes", "whole", "0"),
      self("2.1.3/disputes", "3"),
      value("B1/awards", "whole", "0"),
      self("B1/awards", "3"),
      value("D1/criticised", "whole", "0"),
      self("D1/criticised", "2"),
    ]);
  });

  it("keeps what is typed: documents and choices as text, dates as dates, figures as they are", () => {
    expect(cellOf("1.1.1/hours", "佐证材料").numFmt).toBe("@");
    expect(cellOf("2.1.1/level", "填报值").numFmt).toBe("@");
    expect(cellOf("2.1.1/issued", "填报值").numFmt).toBe("yyyy-mm-dd");
    expect(cellOf("1.1.1/passed", "填报值").style.numFmt ?? "General").toBe("General");
  });

  it("says in words what to enter", () => {
    const hint = (key: string) => cellOf(key, "填报要求").value;
    expect(hint("1.1.1/hours")).toBe(
      "填数字（单位：学时），没有的填0，不得留空。不小于0，不大于500。须附佐证材料2份，填0的不需要。" +
        "如不适用，在“不适用”列填“是”并在备注说明原因。",
    );
    expect(hint("2.1.1/long")).toBe("选填其一：县, 乡一体／分设。可不填。");
    expect(hint("2.1.1/issued")).toBe(
      "填日期，如 2024-03-01。不早于2020-01-01，不晚于2024-12-31。须附佐证材料1份。",
    );
    expect(hint("1.1.2/court")).toContain("分子÷分母");
  });

  it("repeats level titles in grey", () => {
    const grey = (key: string, header: string) => cellOf(key, header).font.color?.argb === "FFA6A6A6";
    expect(cellOf("1.1.2/court.numerator", "一级指标").value).toBe("=1+1 依法履职");
    expect(grey("1.1.1/hours", "一级指标")).toBe(false);
    expect(grey("1.1.2/court.numerator", "一级指标")).toBe(true);
    expect(grey("1.1.2/court.numerator", "三级指标")).toBe(false);
    expect(grey("1.1.2/court", "三级指标")).toBe(true);
    expect(cellOf("B1/awards", "一级指标").value).toBe("加分项");
  });
});

describe("佐证材料", () => {
  it("is an open, ruled list", () => {
    const sheet = sheetOf(SHEETS.documents);
    expect(sheet.getRow(HEADER).values).toEqual([undefined, ...Object.values(DOCUMENT_COLUMNS)]);
    for (const address of ["A4", "G4", "A203", "G203"]) {
      expect(unlocked(sheet.getCell(address)), address).toBe(true);
      expect(sheet.getCell(address).border?.bottom?.style).toBe("thin");
    }
  });
});

it("carries a system of 300 items", async () => {
  const [item] = DOCUMENT.items;
  const items = Array.from({ length: 300 }, (_, index) => ({
    ...item,
    id: `1.1.${index + 1}`,
    points: 1,
    evidence: [{ fact: `f${index}`, label: `数据${index}`, type: "boolean" }],
    derive: [],
    clauses: [{ id: "a", when: { fact: `f${index}`, operator: "equal", value: false }, deduct: 1 }],
  }));
  const nodes = DOCUMENT.nodes.slice(0, 2);
  const large = load({ ...DOCUMENT, total: 300, nodes, items, bonus: undefined, deduction: undefined });
  const sheet = sheetOf(SHEETS.answers, await open(await writeTemplate(large)));
  expect(sheet.rowCount).toBe(HEADER + 300);
});
