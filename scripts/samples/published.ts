import type { IndicatorSystem } from "../../src/model/indicator-system.js";
import type { Answer, CellContent, SupportingDocument, UnitAnswers } from "./answers.js";
import type { Mapping, Place } from "./published-map.js";
import { keyOf } from "./system.js";

/** A row of `samples/facts/published-facts.csv`. */
export type PublishedFact = Readonly<Record<string, string>>;

/** What one real place published, and nothing else. */
export function publishedAnswers(
  place: Place,
  facts: readonly PublishedFact[],
  system: IndicatorSystem,
): UnitAnswers {
  const answers: Record<string, Answer> = { ...reportDue(place, system) };
  for (const mapping of place.mappings) {
    const fact = published(place, mapping.metric, facts);
    const answer = toAnswer(place, mapping, fact);
    for (const name of mapping.facts) answers[keyOf(system, name)] = answer;
  }
  for (const { metric } of place.leftOut) published(place, metric, facts);
  for (const { metric, fact: name } of place.targets ?? []) {
    const quote = published(place, metric, facts).quote;
    answers[keyOf(system, name)] = { reason: `征求意见稿中的目标，不是年度结果，未填入：“${quote}”` };
  }
  return { basics: basicsOf(place), answers, notices: noticesOf(place) };
}

/** The one row of that metric; a mapping that finds none or two is a mistake. */
function published(place: Place, metric: string, facts: readonly PublishedFact[]): PublishedFact {
  const found = facts.filter((fact) => fact.place === place.place && fact.metric === metric);
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${found.length} rows for ${place.name} ${metric}`);
  return only;
}

function toAnswer(place: Place, mapping: Mapping, fact: PublishedFact): Answer {
  return {
    value: asPrinted(mapping.as ?? fact.value ?? ""),
    documents: [documentOf(place, fact)],
    ...(mapping.because ? { reason: mapping.because } : {}),
  };
}

/** Plain figures become numbers; everything else stays as it was printed: 200余, 97.9%, 2024年12月16日. */
function asPrinted(text: string): CellContent {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function documentOf(place: Place, fact: PublishedFact): SupportingDocument {
  return {
    title: `《${place.document}》原文:“${fact.quote}”`,
    ...(place.reference ? { reference: place.reference } : {}),
    date: place.date,
    place: fact.source_file ?? "",
    responsible: place.publisher,
  };
}

/** The field's own rule (1 April of the next year), not something that the place has published. */
function reportDue(place: Place, system: IndicatorSystem): Record<string, Answer> {
  if (place.mappings.length === 0) return {};
  return {
    [keyOf(system, "reportDue")]: {
      value: `${Number(place.year) + 1}-04-01`,
      reason: "按填报项规则由报告年度得出，不是公布的数据",
    },
  };
}

function basicsOf(place: Place): Record<string, CellContent> {
  return {
    name: place.name,
    code: place.code,
    year: place.year,
    "unit.kind": place.kind,
    ...(place.delegated ? { "unit.delegated": place.delegated } : {}),
  };
}

function noticesOf(place: Place): string[] {
  const source = `本表由公开文件《${place.document}》摘录，不是该地的申报材料。`;
  return place.mappings.length === 0
    ? [source, "该文件是实施方案征求意见稿，其中的数字是目标而不是结果，一律不填，只在备注中引用。"]
    : [source, "只填文件中公布的数据，约数照原文填写；空白表示文件没有公布，不表示没有开展。"];
}
