import type { Archive } from "./archive.js";
import { parseBoolean } from "./cell-content.js";
import { MAX_SHEETS } from "./limits.js";
import type { Package } from "./package.js";
import { Refusal, tooMany } from "./refusal.js";
import { type Relationship, rootReader } from "./relationships.js";
import { scanPart } from "./scan-part.js";
import { decodeEscapes } from "./shared-strings.js";
import type { ElementReader } from "./xml-elements.js";

/** A worksheet as the workbook part declares it, and the part that holds it. */
export interface DeclaredSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface WorkbookPart {
  readonly sheets: readonly DeclaredSheet[];
  readonly date1904: boolean;
}

/** Sheets that hold no cells: charts, old dialogs and Excel 4 macros. */
const WITHOUT_CELLS: ReadonlySet<string> = new Set([
  "chartsheet",
  "dialogsheet",
  "xlMacrosheet",
  "xlIntlMacrosheet",
]);

interface Tab {
  readonly name: string;
  readonly hidden: boolean;
  readonly relationshipId: string | undefined;
}

/** Reads the workbook part. Every declared worksheet must be there (E12), under a name of its own (E13). */
export function readWorkbookPart(archive: Archive, opened: Package): WorkbookPart {
  const { tabs, date1904 } = readTabs(archive, opened.workbookPart);
  refuseSameNames(tabs);
  const relationships = new Map(opened.relationships.map((relationship) => [relationship.id, relationship]));
  const parts = new Set<string>();
  const sheets: DeclaredSheet[] = [];
  for (const tab of tabs) {
    const relationship = relationships.get(tab.relationshipId ?? "");
    if (relationship !== undefined && WITHOUT_CELLS.has(relationship.type)) continue;
    const part = worksheetPart(tab, relationship);
    if (parts.has(part)) throw unreadable(tab, "same-part", part);
    parts.add(part);
    sheets.push({ name: tab.name, hidden: tab.hidden, part });
  }
  return { sheets, date1904 };
}

function readTabs(archive: Archive, part: string): { tabs: Tab[]; date1904: boolean } {
  const tabs: Tab[] = [];
  let date1904 = false;
  const sheets: ElementReader = {
    child(name, attributes) {
      if (name !== "s:sheet") return undefined;
      if (tabs.length === MAX_SHEETS) throw tooMany("sheets", MAX_SHEETS);
      const state = attributes.get("state") ?? "visible";
      tabs.push({
        name: decodeEscapes(attributes.get("name") ?? ""),
        hidden: state !== "visible",
        relationshipId: attributes.get("r:id"),
      });
      return undefined;
    },
  };
  const workbook: ElementReader = {
    child(name, attributes) {
      if (name === "s:workbookPr") date1904 = parseBoolean(attributes.get("date1904")) ?? false;
      return name === "s:sheets" ? sheets : undefined;
    },
  };
  scanPart(archive, part, rootReader("s:workbook", part, workbook));
  return { tabs, date1904 };
}

/** Names are equal regardless of case, as in a formula that refers to one. */
function refuseSameNames(tabs: readonly Tab[]): void {
  const seen = new Set<string>();
  for (const { name } of tabs) {
    const key = name.toLowerCase();
    if (seen.has(key)) throw new Refusal("E13", { found: name }, { sheet: name });
    seen.add(key);
  }
}

function worksheetPart(tab: Tab, relationship: Relationship | undefined): string {
  if (relationship === undefined) throw unreadable(tab, "no-relationship");
  if (relationship.type !== "worksheet") throw unreadable(tab, "not-a-worksheet", relationship.target);
  if (relationship.part === undefined) throw unreadable(tab, "no-part", relationship.target);
  return relationship.part;
}

function unreadable(tab: Tab, reason: string, part?: string): Refusal {
  return new Refusal("E12", { reason, ...(part === undefined ? {} : { part }) }, { sheet: tab.name });
}
