import {
  AgreementJson,
  AssessmentJson,
  InputJson,
  RankingJson,
  type Results,
  SupplementJson,
  SystemOutline,
} from "../model/results.js";

/**
 * `results.json` in pieces, one assessment at a time. The keys stand in the order of the format, whatever
 * made the object; lists have one element per line, so that two runs can be compared line by line. The same
 * results give the same bytes.
 */
export function* resultsJson(results: Results): Iterable<string> {
  yield `{\n"format": ${JSON.stringify(results.format)},\n`;
  yield `"engine": ${JSON.stringify({ name: results.engine.name, version: results.engine.version })},\n`;
  yield `"language": ${JSON.stringify(results.language)},\n`;
  yield `"system": ${layout(SystemOutline.parse(results.system), 1)},\n`;
  yield* list("inputs", results.inputs, (input) => InputJson.parse(input));
  if (results.facts) yield* list("facts", results.facts, (one) => SupplementJson.parse(one));
  if (results.verified) yield* list("verified", results.verified, (one) => SupplementJson.parse(one));
  if (results.children) yield `"children": ${JSON.stringify(results.children)},\n`;
  if (results.forms) yield `"forms": ${JSON.stringify(results.forms)},\n`;
  if (results.earlier) yield `"earlier": ${JSON.stringify(results.earlier)},\n`;
  if (results.previous) yield `"previous": ${layout(results.previous, 1)},\n`;
  if (results.panel) yield `"panel": ${JSON.stringify(results.panel)},\n`;
  if (results.agreement) yield* list("agreement", results.agreement, (one) => AgreementJson.parse(one));
  yield* list("assessments", results.assessments, (assessment) => AssessmentJson.parse(assessment));
  yield `"ranking": ${layout(RankingJson.parse(results.ranking), 1)}\n}\n`;
}

function* list<T>(name: string, elements: readonly T[], inOrder: (element: T) => unknown): Iterable<string> {
  yield `"${name}": [`;
  for (const [index, element] of elements.entries()) {
    yield `${index === 0 ? "" : ","}\n${layout(inOrder(element), 2)}`;
  }
  yield elements.length > 0 ? "\n],\n" : "],\n";
}

/** Depth to which objects are spread over lines; lists one deeper, so that their elements stand alone. */
const OBJECT_DEPTH = 3;

/** JSON with what holds other containers spread over lines, and the rest of it on one line each. */
function layout(value: unknown, depth: number): string {
  if (!isContainer(value)) return JSON.stringify(value);
  const limit = Array.isArray(value) ? OBJECT_DEPTH + 1 : OBJECT_DEPTH;
  if (depth > limit || !Object.values(value).some(isContainer)) return JSON.stringify(value);
  const indent = " ".repeat(depth - 1);
  const lines = Array.isArray(value)
    ? value.map((element) => layout(element, depth + 1))
    : Object.entries(value).flatMap(([key, part]) =>
        part === undefined ? [] : [`${JSON.stringify(key)}: ${layout(part, depth + 1)}`],
      );
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${lines.map((line) => `${indent} ${line}`).join(",\n")}\n${indent}${close}`;
}

const isContainer = (value: unknown): value is object =>
  typeof value === "object" && value !== null && Object.keys(value).length > 0;
