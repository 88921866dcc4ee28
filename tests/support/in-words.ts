import { toDecimal } from "../../src/model/rational.js";
import type { Answer, Submission } from "../../src/model/submission.js";
import type { Value } from "../../src/model/value.js";

/** `number 45.5`, `date 2024-03-01`, `text "优"`; long texts are cut. */
export function valueInWords(value: Value): string {
  switch (value.type) {
    case "number":
      return `number ${toDecimal(value.number)}`;
    case "boolean":
      return `boolean ${value.boolean}`;
    case "date":
      return `date ${value.date}`;
    case "text":
      return `text ${JSON.stringify(value.text.length > 40 ? `${value.text.slice(0, 40)}…` : value.text)}`;
  }
}

/** An answer in one line behind its cell: `I4 number 45.5 [1 2]`, `I5 blank`; “absent” where there is no row. */
export function answerInWords(answer: Answer | undefined): string {
  if (!answer) return "absent";
  const { cell } = answer.source;
  if (answer.status === "notApplicable") return `${cell} notApplicable: ${answer.reason}`;
  if (answer.status !== "value") return `${cell} ${answer.status}`;
  const documents = answer.documents.length > 0 ? ` [${answer.documents.join(" ")}]` : "";
  return `${cell} ${valueInWords(answer.value)}${documents}`;
}

/** All that a submission says, without the places where it says so. */
export function contentOf({ unit, unitFacts, answers, selfScores, documents }: Submission) {
  const said = (list: ReadonlyMap<string, Answer>) =>
    Object.fromEntries([...list].map(([fact, answer]) => [fact, withoutCell(answerInWords(answer))]));
  return {
    unit,
    unitFacts: said(unitFacts),
    answers: said(answers),
    selfScores: Object.fromEntries([...selfScores].map(([item, { points }]) => [item, toDecimal(points)])),
    documents: documents.map(({ number, title }) => `${number} ${title}`).sort(),
  };
}

export const withoutCell = (words: string): string => words.replace(/^[A-Z]+\d+ /, "");
