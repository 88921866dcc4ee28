import type { Results } from "../index.js";
import type { Context } from "./context.js";
import { bold, table } from "./terminal.js";

/** Facts by others and assessors' copies of which nothing counts, with the reason. */
export function printSupplements({ facts = [], verified = [] }: Results, context: Context): void {
  const { out, labels, messages } = context;
  const { columns, materials, supplements, words } = labels;
  const rows = [
    ...facts.map((file) => ({ ...file, material: materials.facts })),
    ...verified.map((file) => ({ ...file, material: materials.verified })),
  ]
    .filter(({ outcome }) => outcome !== "used")
    .map(({ file, material, unit, outcome, findings }) => [
      file,
      material,
      unit ? `${unit.name}（${unit.code}）` : words.none,
      supplements[outcome],
      findings[0]?.message ?? "",
    ]);
  if (rows.length === 0) return;
  const titles = [columns.file, columns.material, columns.unit, columns.outcome, columns.reason];
  const head = titles.map((title) => ({ title }));
  out(`\n${bold(messages.console.headings.supplements)}\n${table(head, rows)}`);
}
