import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import {
  answerHeaders,
  assessorRows,
  DOCUMENT_COLUMNS,
  formRows,
  GUIDE,
  SHEETS,
} from "../../src/model/form.js";
import { writeVerificationCopy } from "../../src/template/copy/verification-copy.js";
import { open } from "../support/county.js";
import { sheetOf } from "../support/places.js";
import { DOCUMENT, load } from "./fixture.js";
import { SUBMISSION } from "./submission.js";
import { isProtected, linesOf, Table } from "./table.js";

const system = load(DOCUMENT);
const HASHES = ["a".repeat(64), "b".repeat(64)];
const VERIFICATION = ["核查结论", "核查值", "核查分", "核查意见", "核查人", "核查日期"];
const OTHERS = ["2.1.3/satisfaction.numerator", "2.1.3/satisfaction.denominator", "2.1.3/satisfaction"];
const FURTHER = [...OTHERS, "2.1.3/rated", "2.1.3#b"];
const RECORDS = "化解的纠纷";

let book: ExcelJS.Workbook;
let answers: Table;
beforeAll(async () => {
  book = await open(await writeVerificationCopy(system, SUBMISSION, { hashes: HASHES }));
  answers = new Table(book, SHEETS.answers);
});
const shown = (key: string, header = "填报值") => answers.cell(key, header).value;

describe("the copy", () => {
  it("has the sheets of the workbook that was handed in, all of them locked", () => {
    expect(book.worksheets.map(({ name }) => name)).toEqual([...Object.values(SHEETS), RECORDS]);
    for (const sheet of book.worksheets) {
      expect(isProtected(sheet), sheet.name).toBe(true);
      const { sheetProtection } = sheet as unknown as { sheetProtection: Record<string, unknown> };
      expect(sheetProtection).toMatchObject({
        formatColumns: true,
        formatRows: true,
        sort: true,
        autoFilter: true,
      });
      expect(sheetProtection).not.toHaveProperty("hashValue");
    }
  });

  it("opens the assessor's cells and no other", () => {
    expect(answers.openColumns()).toEqual(VERIFICATION);
    expect(new Table(book, SHEETS.basics).openColumns()).toEqual([]);
    expect(new Table(book, SHEETS.documents).openColumns()).toEqual([]);
    expect(new Table(book, RECORDS).openColumns()).toEqual(["核查结论", "核查意见", "核查人", "核查日期"]);
  });

  it("holds no formula, whatever a unit wrote", () => {
    for (const sheet of book.worksheets) {
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          expect([ExcelJS.ValueType.String, ExcelJS.ValueType.Number]).toContain(cell.type);
        });
      });
    }
  });

  it("is ready to print, called 核查表, with the notice", () => {
    const { pageSetup } = answers.sheet;
    expect(pageSetup).toMatchObject({ paperSize: 8, orientation: "landscape", fitToWidth: 1 });
    expect(book.worksheets.map((sheet) => sheet.getCell("A1").text)).toEqual([
      "=法治建设评估指标体系&试行 · 核查说明",
      "=甲县 · 基本信息核查表",
      "=法治建设评估指标体系&试行 · =甲县 · 核查表",
      "=甲县 · 佐证材料核查表",
      "=甲县 · 2.1.3 化解纠纷 · 化解的纠纷核查表",
    ]);
    for (const sheet of book.worksheets) expect(sheet.getCell("A2").value).toBe(DOCUMENT.notice);
  });
});

describe("its 指标填报", () => {
  it("has the unit's columns, the assessor's behind them, and 键 last and hidden", () => {
    const own = answerHeaders(system);
    expect(answers.headers).toEqual([...own.slice(0, -1), ...VERIFICATION, "键"]);
    expect(answers.sheet.getColumn(answers.headers.length).hidden).toBe(true);
  });

  it("has the unit's rows and, right behind those of their item, the assessor's", () => {
    const keys = answers.column("键");
    expect(keys.filter((key) => !FURTHER.includes(String(key)))).toEqual(
      formRows(system).map(({ key }) => key),
    );
    expect(assessorRows(system).map(({ key }) => key)).toEqual(FURTHER);
    const from = keys.indexOf("2.1.3/disputes");
    expect(keys.slice(from + 1, from + 1 + FURTHER.length)).toEqual(FURTHER);
  });

  it("calls every row as the form does, since it is read back by that name", () => {
    for (const { key, label, item } of [...formRows(system), ...assessorRows(system)]) {
      expect([shown(key, "填报项"), shown(key, "指标编号")], key).toEqual([label, item.id]);
    }
  });

  it("shows values as the unit wrote them, a plain number as a number", () => {
    expect(shown("1.1.1/hours")).toBe("45.5学时");
    expect(shown("1.1.1/files")).toBe("TRUE");
    expect(["numerator", "denominator"].map((part) => shown(`1.1.2/court.${part}`))).toEqual([38, 40]);
    expect(shown("1.1.2/court")).toBe("95%");
    expect(shown("2.1.1/remarks")).toBe("=1+1");
    expect(shown("2.1.1/long")).toBeNull();
  });

  it("shows a day and a percentage where the cell was formatted as one", () => {
    expect(shown("2.1.1/issued")).toBe("2024-03-01");
    expect(shown("1.1.1/passed")).toBe("97.5%");
  });

  it("shows what was refused as it was written, in red, and says that it does not count", () => {
    const cell = answers.cell("D1/criticised", "填报值");
    expect([cell.value, cell.font.color?.argb]).toEqual(["5左右", "FFC00000"]);
    expect(shown("D1/criticised", "备注")).toBe("填报值无法确认，按缺报处理。");
    expect(shown("D1/criticised", "不适用")).toBe("未采用");
    expect(shown("2.1.1/level")).toBe("优秀");
  });

  it("shows 不适用 with its reason, documents with their file, and 自评分", () => {
    expect([shown("1.1.1/people", "不适用"), shown("1.1.1/people", "备注")]).toEqual(["是", "没有执法人员"]);
    expect([shown("1.1.1/hours", "佐证材料"), shown("1.1.1/hours", "备注")]).toEqual([
      "1；2",
      "材料见 甲县-司法局.xlsx",
    ]);
    expect(answers.column("自评分").filter((value) => value !== null)).toEqual([3.5]);
    expect(shown("1.1.1/hours", "自评分")).toBe(3.5);
  });

  it("opens each assessor's cell where it means something", () => {
    const answered = formRows(system).filter(({ field }) => field);
    const ofField = (type: (type: string | undefined) => boolean) =>
      answered.filter(({ field }) => type(field?.type)).map(({ key }) => key);
    const inOrder = (keys: readonly string[]) =>
      answers.column("键").filter((key) => keys.includes(String(key)));
    expect(answers.open("核查结论")).toEqual(ofField(() => true));
    const values = ofField((type) => type !== "records");
    expect(answers.open("核查值")).toEqual(inOrder([...values, ...OTHERS, "2.1.3/rated"]));
    const firsts = ["1.1.1/hours", "1.1.2/court.numerator", "2.1.1/issued", "2.1.3/disputes"];
    expect(answers.open("核查分")).toEqual([...firsts, "2.1.3#b", "B1/awards", "D1/criticised"]);
    const anything = answers.column("键").filter((key) => key !== "2.1.2/");
    for (const header of ["核查意见", "核查人", "核查日期"]) expect(answers.open(header)).toEqual(anything);
  });

  it("sets lists and bounds on the assessor's cells, only ever as a warning", () => {
    const rule = (key: string, header: string) => {
      const found = answers.cell(key, header).dataValidation as ExcelJS.DataValidation | undefined;
      if (found) expect(found.errorStyle).toBe("warning");
      return found && [found.type, ...found.formulae.map(String)];
    };
    expect(rule("1.1.1/hours", "核查结论")).toEqual(["list", '"认可,不认可"']);
    expect(rule("2.1.3/rated", "核查结论")).toBeUndefined();
    expect(rule("1.1.1/hours", "核查值")).toEqual(["decimal", "0", "500"]);
    expect(rule("1.1.1/files", "核查值")).toEqual(["list", '"是,否"']);
    expect(rule("2.1.3/rated", "核查值")).toEqual(["whole", "0", "10"]);
    expect(rule("2.1.3/disputes", "核查值")).toBeUndefined();
    expect(rule("1.1.1/hours", "核查分")).toEqual(["decimal", "0", "4"]);
    expect(rule("B1/awards", "核查分")).toEqual(["decimal", "0", "3"]);
    expect(rule("2.1.3#b", "核查分")).toEqual(["decimal", "0", "1"]);
    expect(rule("1.1.1/hours", "填报值")).toBeUndefined();
  });

  it("says of fields by others who supplies them, and what was supplied already", () => {
    expect(shown("2.1.3/satisfaction.numerator", "填报要求")).toMatch(
      /^第三方提供。填分子的数值（单位：人）/,
    );
    expect(shown("2.1.3/rated", "填报要求")).toBe(
      "评估方提供。填整数，没有的填0。不小于0，不大于10。留空为待核实。",
    );
    expect([shown("2.1.3/rated"), shown("2.1.3/rated", "备注")]).toEqual([null, "已提供：8"]);
  });

  it("repeats the criterion of a judged clause and says its range and step", () => {
    expect(shown("2.1.3#b", "评分标准")).toBe(shown("2.1.3/disputes", "评分标准"));
    expect(shown("2.1.3#b", "评分标准")).toContain("酌情加0至1分");
    expect(shown("2.1.3#b", "填报要求")).toBe(
      "由评估方评判：在“核查分”填得分，0至1分。从0分起，每档0.25分。须填“核查意见”；留空为待核实。",
    );
    expect(shown("2.1.3#b", "分值")).toBeNull();
  });
});

describe("its other sheets", () => {
  it("基本信息 says who handed in, and the unit facts", () => {
    const basics = new Table(book, SHEETS.basics);
    expect(basics.column("键")).toEqual(["name", "code", "unit.kind", "unit.population"]);
    expect(basics.column("内容")).toEqual(["=甲县", "990101", "县", "42.50"]);
  });

  it("佐证材料 lists every document with all that its row says, and the file of each department", () => {
    const documents = new Table(book, SHEETS.documents);
    expect(documents.headers).toEqual([...Object.values(DOCUMENT_COLUMNS), "来源文件"]);
    expect([4, 5, 6].map((row) => documents.row(row))).toEqual([
      ["1", null, "培训台账", "某政发〔2024〕1号", "2024-03-01", "/a", null, "甲县-司法局.xlsx"],
      ["2", null, "培训通知", null, null, null, null, "甲县-司法局.xlsx"],
      ["1", null, "调解书", null, null, null, null, "甲县-信访局.xlsx"],
    ]);
  });

  it("a records sheet holds every record, known by its file and cell, to be rejected one by one", () => {
    const records = new Table(book, RECORDS);
    const own = ["序号", "纠纷名称", "结案日期", "类型", "涉及金额", "是否履行"];
    expect(records.headers).toEqual([...own, "核查结论", "核查意见", "核查人", "核查日期", "键"]);
    const open = [null, null, null, null];
    expect([4, 5].map((row) => records.row(row))).toEqual([
      [1, "甲乙土地纠纷", "2024-06-01", "民事", "12.5万元", "是", ...open, "甲县-信访局.xlsx!A5"],
      [2, "=丙丁", "六月", "行政", null, "否", ...open, "甲县-信访局.xlsx!A7"],
    ]);
    expect(records.sheet.getColumn(records.headers.length).hidden).toBe(true);
    expect(records.cell("甲县-信访局.xlsx!A7", "核查结论").dataValidation).toMatchObject({
      formulae: ['"认可,不认可"'],
    });
  });

  it("核查说明 says how to verify, and of which files this is the copy", () => {
    const lines = linesOf(sheetOf(book, SHEETS.guide));
    expect(lines.get(GUIDE.submission)).toBe(HASHES.join(" "));
    expect([lines.get(GUIDE.id), lines.get(GUIDE.formHash)]).toEqual([system.id, system.formHash]);
    const told = [...lines].map(([label, text]) => `${label.replace(/^\d+\. /, "")}：${text}`).join("\n");
    expect(told).toContain("核查对象：=甲县（990101）的申报材料：甲县-司法局.xlsx、甲县-信访局.xlsx。");
    expect(told).toContain("“不认可”：不采信，该填报项按缺报处理。");
    expect(told).toContain("核查列留空的行视为未核查");
    expect(told).toMatch(/核查意见：.*均须.*写明理由/);
    expect(told).toContain("评估方、第三方数据：");
    expect(told).toContain("评判的细则：");
    expect(told).toContain("“化解的纠纷”表逐条核查");
  });
});
