import { parseDecimal, type Rational } from "../../src/model/rational.js";
import type { Answer, RecordRow, Submission } from "../../src/model/submission.js";
import { boolean, date, number, text, type Value } from "../../src/model/value.js";

/** What two departments of 甲县 handed in for the system of the fixture. */

const LAW = "甲县-司法局.xlsx";
const PETITIONS = "甲县-信访局.xlsx";

export function figure(text: string): Rational {
  const value = parseDecimal(text);
  if (!value) throw new Error(`not a decimal: ${text}`);
  return value;
}

let rows = 3;
const place = (file = LAW) => {
  rows += 1;
  return { file, sheet: "指标填报", cell: `I${rows}` };
};
const filled = (raw: string, value: Value, documents: readonly string[] = [], file = LAW): Answer => ({
  status: "value",
  value,
  documents,
  raw,
  source: place(file),
});
const blank = (): Answer => ({ status: "blank", raw: "", source: place() });
const refused = (raw: string): Answer => ({ status: "refused", raw, source: place() });
const notApplicable = (reason: string): Answer => ({
  status: "notApplicable",
  reason,
  raw: "",
  source: place(),
});

function record(row: number, cells: Readonly<Record<string, Answer>>): RecordRow {
  const source = { file: PETITIONS, sheet: "化解的纠纷", cell: `A${row}` };
  return { source, cells: new Map(Object.entries(cells)) };
}

export const SUBMISSION: Submission = {
  files: [LAW, PETITIONS],
  unit: { code: "990101", name: "=甲县" },
  unitFacts: new Map([
    ["unit.kind", filled("县", text("县"))],
    ["unit.population", filled("42.50", number(figure("42.5")))],
  ]),
  answers: new Map<string, Answer>([
    ["hours", filled("45.5学时", number(figure("45.5")), ["1", "2"])],
    ["files", filled("TRUE", boolean(true))],
    ["people", notApplicable("没有执法人员")],
    // A cell that shows 97.5%, and one that shows a day.
    ["passed", filled("0.975", number(figure("97.5")))],
    ["court.numerator", filled("38", number(figure("38")), ["1"])],
    ["court.denominator", filled("40", number(figure("40")))],
    ["court", filled("95%", number(figure("95")))],
    ["issued", filled("45352", date("2024-03-01"))],
    ["level", refused("优秀")],
    ["long", blank()],
    ["remarks", filled("=1+1", text("=1+1"))],
    ["disputes", filled("2", number(figure("2")), ["1"], PETITIONS)],
    ["satisfaction", filled("92", number(figure("92")))],
    ["rated", filled("8", number(figure("8")))],
    ["awards", filled("1", number(figure("1")))],
    ["criticised", refused("5左右")],
  ]),
  records: new Map([
    [
      "disputes",
      [
        record(5, {
          name: filled("甲乙土地纠纷", text("甲乙土地纠纷")),
          closed: filled("45444", date("2024-06-01")),
          kind: filled("民事", text("民事")),
          amount: filled("12.5万元", number(figure("12.5"))),
          settled: filled("是", boolean(true)),
        }),
        record(7, {
          name: filled("=丙丁", text("=丙丁")),
          closed: refused("六月"),
          kind: filled("行政", text("行政")),
          settled: filled("否", boolean(false)),
        }),
      ],
    ],
  ]),
  selfScores: new Map([["1.1.1", { points: figure("3.5"), source: place() }]]),
  documents: [
    {
      number: "1",
      title: "培训台账",
      cells: {
        number: "1",
        title: "培训台账",
        reference: "某政发〔2024〕1号",
        date: "2024-03-01",
        place: "/a",
      },
      source: place(),
    },
    { number: "2", title: "培训通知", source: place() },
    { number: "1", title: "调解书", source: place(PETITIONS) },
  ],
  judgements: new Map(),
  scores: new Map(),
};
