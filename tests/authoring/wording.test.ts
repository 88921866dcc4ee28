import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Worth } from "../../src/authoring/wording/draft.js";
import { itemRules } from "../../src/authoring/wording/item-rules.js";
import { fromNumber } from "../../src/model/rational.js";

const FOLDER = new URL("../cases/import/", import.meta.url);

interface Case {
  readonly rule: string;
  readonly title: string;
  readonly kind: Worth["kind"];
  readonly points: number;
  readonly criterion: string;
  /** The rules of item 1.1; of a judged item, why it is. */
  readonly expect: object;
}

describe("golden cases of criteria: clauses for what is certain, else a judged item", () => {
  for (const name of readdirSync(FOLDER).sort()) {
    const text = readFileSync(new URL(`${name}/case.json`, FOLDER), "utf8");
    const { rule, title, kind, points, criterion, expect: expected } = JSON.parse(text) as Case;
    it(`${name}: ${rule}`, () => {
      const { item, vetoes, sentences, reasons } = itemRules("1.1", criterion, {
        title,
        kind,
        points: fromNumber(points),
      });
      const readings = sentences.flatMap((sentence) => sentence.readings);
      expect({
        ...(reasons.length > 0 ? { judged: reasons } : { families: sentences.map(({ family }) => family) }),
        ...item,
        ...(vetoes.length > 0 ? { vetoes } : {}),
        ...(readings.length > 0 ? { readings } : {}),
      }).toEqual(expected);
    });
  }
});
