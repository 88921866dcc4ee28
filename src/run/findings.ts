import type { Messages } from "../messages/messages.js";
import type { Finding } from "../model/finding.js";
import type { AssessmentJson, FindingJson } from "../model/results.js";

/** What does not apply to a unit is not missing there. */
export function relevant(findings: readonly FindingJson[], { items }: AssessmentJson): FindingJson[] {
  const inapplicable = new Set(items.filter(({ status }) => status === "notApplicable").map(({ id }) => id));
  return findings.filter(({ code, item }) => code !== "E23" || item === undefined || !inapplicable.has(item));
}

export function toFindingJson(finding: Finding, messages: Messages): FindingJson {
  const { code, file, sheet, cell, item, fact, params } = finding;
  return {
    code,
    ...(sheet === undefined ? {} : { sheet }),
    ...(cell === undefined ? {} : { cell }),
    ...(item === undefined ? {} : { item }),
    ...(fact === undefined ? {} : { fact }),
    params: { ...params },
    message: `${messages.place({ file, sheet, cell })}${messages.findings[code](params)}`,
  };
}
