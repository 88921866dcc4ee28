import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { systemSchemas } from "../src/index.js";
import { type Clause, factsOfClause } from "../src/model/indicator-system.js";
import { loadSystem } from "../src/system/load.js";

const FOLDER = join(import.meta.dirname, "../indicators");

describe("the JSON Schemas for editors", () => {
  for (const [name, schema] of Object.entries(systemSchemas())) {
    it(`${name} is what the code reads (else: npm run schema)`, () => {
      expect(JSON.parse(readFileSync(join(FOLDER, name), "utf8"))).toEqual(
        JSON.parse(JSON.stringify(schema)),
      );
    });
  }
});

const load = (name: string) => {
  const folder = join(FOLDER, name);
  const read = (part: string) => readFileSync(join(folder, part));
  return loadSystem({ name: "system.json", bytes: read("system.json"), read });
};

describe.each([
  ["published-report", 44, 3],
  ["model-county", 100, 3],
  ["township", 35, 2],
  ["department", 34, 3],
  ["hedong-plan", 29, 2],
])("indicators/%s", (name, count, levels) => {
  const { system, findings } = load(name);
  const items = system?.items ?? [];
  const scored = items.filter(({ kind }) => kind === "scored");

  it("passes the lint without an error, a warning or a note", () => {
    expect(findings).toEqual([]);
  });

  it(`has ${count} scored items in ${levels} levels, 100 points, and says that they are illustrative`, () => {
    expect(scored).toHaveLength(count);
    expect(system?.levels).toHaveLength(levels);
    expect(system?.total).toEqual({ n: 100n, d: 1n });
    expect(system?.notice).toContain("分值为示例");
  });

  it("tells for every item what is judged, who answers for it and what to do", () => {
    for (const item of items) {
      expect(item.criterion, item.id).not.toBe("");
      expect(item.responsible, item.id).not.toEqual([]);
      expect(item.remedy ?? item.clauses.every(({ remedy }) => remedy), item.id).toBeTruthy();
    }
  });

  it("asks for one thing at least wherever nobody judges by eye, and has a rule for it", () => {
    for (const item of scored) {
      const isJudged = item.clauses.some((clause) => clauseForm(clause) === "judge");
      const readsOthers = item.clauses.some((clause) => factsOfClause(clause).length > 0);
      expect(item.fields.length > 0 || isJudged || readsOthers, item.id).toBe(true);
      expect(item.clauses.length, item.id).toBeGreaterThan(0);
    }
  });

  it("numbers its items once each, in their order", () => {
    const numbers = scored.flatMap(({ no }) => no ?? []);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });
});

const clauseForm = ({ effect }: Clause): string => ("amount" in effect ? effect.amount.form : effect.kind);

const countBy = (names: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

describe("indicators/model-county", () => {
  const { system } = load("model-county");
  const items = system?.items ?? [];
  const clauses = items.flatMap((item) => item.clauses);

  it("stands under the nine headings of the national list of 2021", () => {
    expect(system?.roots.map((root) => root.title)).toEqual([
      "政府职能依法全面履行",
      "依法行政制度体系完善",
      "重大行政决策科学民主合法",
      "行政执法严格规范公正文明",
      "行政权力制约监督科学有效",
      "社会矛盾纠纷依法有效化解",
      "重大突发事件依法预防处置",
      "政府工作人员法治思维和依法行政能力全面提高",
      "法治政府建设组织领导落实到位",
    ]);
    expect(system?.nodes.filter(({ level }) => level === 2).length).toBeGreaterThanOrEqual(30);
    expect(items.filter(({ kind }) => kind === "scored").map(({ no }) => no)).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 1),
    );
  });

  it("uses every form of clause three times at least", () => {
    const forms = countBy(clauses.map(clauseForm));
    const partial = countBy(
      clauses.flatMap(({ effect }) =>
        "amount" in effect && effect.amount.form === "each" ? [effect.amount.partial] : [],
      ),
    );
    const beside = {
      oneOf: new Set(
        items.flatMap(({ id, clauses: own }) => own.flatMap(({ oneOf }) => (oneOf ? `${id} ${oneOf}` : []))),
      ).size,
      skip: clauses.filter(({ skipMissing }) => skipMissing).length,
      records: items.flatMap(({ fields }) => fields).filter(({ type }) => type === "records").length,
      byOthers: items.flatMap(({ fields }) => fields).filter(({ by }) => by !== "unit").length,
      cohort: [...(system?.facts.values() ?? [])].filter(({ origin }) => origin === "cohort").length,
      reported: [...(system?.facts.values() ?? [])].filter(({ origin }) => origin === "reported").length,
    };
    const seldom = Object.entries({ ...forms, ...partial, ...beside }).filter(([, count]) => count < 3);
    expect(Object.keys(forms).sort()).toEqual([
      "choice",
      "each",
      "fixed",
      "judge",
      "set",
      "share",
      "tiers",
      "veto",
    ]);
    expect(Object.keys(partial).sort()).toEqual(["down", "exact", "up"]);
    expect(seldom).toEqual([]);
  });

  it("has the wordings by which the kinds of rule are known", () => {
    const criteria = items.map(({ criterion }) => criterion).join("\n");
    const kinds: Readonly<Record<string, RegExp>> = {
      全有全无: /得满分|否则不得分|不得分/,
      每少一次: /每少1次扣/,
      每件: /每件扣/,
      每低一个百分点: /每低1个百分点扣/,
      扣完为止: /扣完为止/,
      归零: /归零|本项不得分|记零分|得0分/,
      否决: /否决|取消参评资格/,
      按比例: /按(?:实际)?比例|按得分比例|按占比/,
      分档: /以上得\d/,
      酌情: /酌情/,
      累计不超过: /累计不超过|最多扣/,
      加分: /加\d/,
      核查不实: /核查/,
      相对法: /最高值|组内|全组/,
      去高低: /去掉|最高分/,
      发生即扣: /发生|出现/,
    };
    const absent = Object.entries(kinds).filter(([, wording]) => !wording.test(criteria));
    expect(absent.map(([kind]) => kind)).toEqual([]);
  });
});

describe("indicators/published-report", () => {
  const { system } = load("published-report");
  const items = system?.items ?? [];

  it("uses every form of amount, every effect and every kind of veto", () => {
    const effects = items.flatMap(({ clauses }) => clauses.map(({ effect }) => effect));
    const forms = new Set(effects.flatMap((effect) => ("amount" in effect ? [effect.amount.form] : [])));
    expect([...forms].sort()).toEqual(["choice", "each", "fixed", "share", "tiers"]);
    expect([...new Set(effects.map(({ kind }) => kind))].sort()).toEqual(["award", "deduct", "set", "veto"]);
    expect(system?.vetoes.map(({ effect }) => effect.kind).sort()).toEqual([
      "capGrade",
      "capTotal",
      "disqualify",
      "zero",
    ]);
  });
});
