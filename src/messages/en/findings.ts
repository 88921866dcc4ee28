import type { Messages } from "../messages.js";

const FORMATS: Readonly<Record<string, string>> = {
  xls: "an old Excel workbook (.xls)",
  et: "a WPS spreadsheet (.et)",
  doc: "a Word document (.doc)",
  ppt: "a PowerPoint file (.ppt)",
  ole: "an old Office file",
  xlsb: "a binary workbook (.xlsb)",
  docx: "a Word document (.docx)",
  pptx: "a PowerPoint file (.pptx)",
  ods: "an OpenDocument spreadsheet (.ods)",
  odt: "an OpenDocument text (.odt)",
  ofd: "an OFD file",
  zip: "an archive",
  pdf: "a PDF file",
  html: "a web page (HTML)",
  xml: "an XML file",
  csv: "CSV text",
  text: "plain text",
  rar: "a RAR archive",
  "7z": "a 7z archive",
  gzip: "a gzip archive",
  image: "a picture",
};

const AS_XLSX =
  "Open the original in Excel or WPS, save it as “Excel workbook (*.xlsx)” and hand it in again";

/** Why it was not converted. */
const CONVERSIONS: Readonly<Record<string, string>> = {
  noProgram: "LibreOffice was not found on this machine, so that it was not converted. ",
  failed: "LibreOffice could not open it, so that it was not converted. ",
  time: "Converting it took too long and was stopped. ",
  memory: "Converting it took too much memory and was stopped. ",
};

const AS_CSV =
  "Open the original in Excel, save it as “CSV UTF-8 (comma delimited) (*.csv)” and hand it in again";

const DELIMITERS: Readonly<Record<string, string>> = { ",": "comma", ";": "semicolon", "\t": "tab" };

/** How a file is damaged: a CSV has sentences of its own, all else has one. */
const DAMAGE: Readonly<Record<string, (p: Readonly<Record<string, string>>) => string>> = {
  "csv-quote": () =>
    `a quote of the CSV has no partner, or there is text outside the quotes. Text with commas, quotes or line breaks stands in quotes as a whole, and a quote in it is written twice. ${AS_CSV}`,
  "csv-delimiter": ({ found = "" }) =>
    `this row of the CSV has more than one kind of delimiter (${[...found].map((sign) => DELIMITERS[sign] ?? sign).join(", ")}), use only one, and put quotes around text that holds another`,
};

const TOO_MANY: Readonly<Record<string, string>> = {
  cells: "filled cells",
  rows: "rows",
  columns: "columns",
  fields: "cells (blank ones included)",
  merges: "merged cells",
  elements: "elements (rows, cells and the like)",
  sheets: "sheets",
  strings: "strings",
  styles: "cell styles",
};

const megabytes = (bytes = "0"): string => `${Math.ceil(Number(bytes) / 1024 ** 2)} MB`;

/** Which bound is passed on unpacking. */
const INFLATED: Readonly<Record<string, (p: Readonly<Record<string, string>>) => string>> = {
  part: (p) => `a part of the file (${p.part}) unpacks to more than ${megabytes(p.limit)}`,
  total: (p) => `the file unpacks to more than ${megabytes(p.limit)}`,
  ratio: (p) =>
    `a part of the file (${p.part}) unpacks to more than ${p.limit} times its size, which no real workbook does`,
  text: (p) => `a text in the file has more than ${p.limit} characters, more than a cell can hold`,
};

const NUMBER_REASONS: Readonly<Record<string, string>> = {
  none: "fill in 0, or clear the value, put 是 under 不适用 and give the reason under 备注",
  "none-here": "fill in 0 where there is none, else the exact figure",
  approximate: "approximate figures are not accepted, fill in the exact one",
  range: "ranges are not accepted, fill in one exact figure",
  fraction: "it must be a whole number",
  date: "the cell is formatted as a date, set it to General and fill in the number again",
  percent:
    "the cell is formatted as a percentage and the field is none, set it to General and fill in the number",
  text: "fill in digits only (the field's own unit may follow)",
};

const DECLARED: Readonly<Record<string, string>> = {
  "no-reason": "is declared 不适用 without a reason, give it under 备注",
  "not-allowed": "may not be declared 不适用, fill in a value (0 where nothing happened)",
  unclear: "takes only 是 or a blank under 不适用, the reason belongs under 备注",
};

const bounds = ({ min, max }: Readonly<Record<string, string>>): string => {
  if (min && max) return `between ${min} and ${max}`;
  return min ? `at least ${min}` : `at most ${max}`;
};

const VERIFICATION: Readonly<Record<string, string>> = {
  "no-reason": "changed on verification without a reason (核查意见)",
  contradiction: "accepted (认可), but with another value than the one reported",
  "not-applicable": "does not apply to this unit, so that 核查分 has no effect",
  "nothing-to-accept": "accepted (认可), but nothing was reported",
  "nothing-certain": "accepted (认可), but what was reported is not certain: give the value (核查值)",
  "nothing-to-reject": "rejected (不认可), but nothing was reported",
  "same-value": "rejected (不认可), but 核查值 is the value reported",
  "written-over":
    "has another reported value (填报值) in the copy; what is found goes into 核查值 with a reason, what was reported stays",
  "only-reason": "a reason (核查意见) without a verdict, a value or points",
  "no-field": "takes nothing but 核查分, and has a verdict or a value",
  "no-points": "stands with an item that is not scored",
  records: "has a value (核查值), but records are verified one by one on the sheet of that name",
};

/** How a table without its header is told, by the kind of file. */
const TABLES: Readonly<Record<string, (p: Readonly<Record<string, string>>) => string>> = {
  form: (p) =>
    `neither the form that was sent out, nor does any of the mappings fit (${p.forms}): their sheets or headers are not there`,
  forms: (p) => `several mappings fit (${p.forms}): give only the right one`,
  facts: (p) => `the header is missing (columns needed: ${p.columns})`,
  verification: (p) => `not an assessor's copy, its columns are missing (${p.columns})`,
  ledger: (p) =>
    `the header of a ledger is missing (columns needed: ${p.columns}): use the gap workbook (gaps/) that came with the results`,
};

/** Rows that are not recognised, by the sheet that they stand on. */
const UNRECOGNISED: Readonly<Record<string, (p: Readonly<Record<string, string>>) => string>> = {
  form: (p) =>
    `the row is not recognised (number “${p.item}”, “${p.field}”), “${p.found}” is not used${p.nearest ? `; is “${p.nearest}” meant?` : ""}: check number and title, or name the row under rows in the mapping`,
  total: (p) => `the row “${p.found}” is no record and is not used: remove it`,
  verification: (p) =>
    `the row is not recognised (number “${p.item}”, field “${p.field}”), what was verified there is not used: restore the row of the copy`,
  "no-row-key": (p) =>
    `the row's key (键) is gone, so that its record is not known and “${p.found}” is not used: restore the row of the copy`,
  "record-gone": (p) =>
    `the record of “${p.label}” is not among those handed in now, and the verdict is not used: make the copy anew from the files handed in`,
  "record-other": (p) =>
    `another record of “${p.label}” stands in this row of the file handed in now, and the verdict is not used: make the copy anew from the files handed in`,
  "no-code": (p) =>
    `the row has no unit code (行政区划代码), the value “${p.found}” of “${p.label}” is not used`,
  "no-fact": (p) => `the row names no field (填报项), its value “${p.found}” is not used`,
  "unknown-fact": (p) => `“${p.label}” is no field that others supply, its value “${p.found}” is not used`,
  "own-fact": (p) => `“${p.label}” is reported by the unit itself, the value “${p.found}” is not used`,
  "ambiguous-fact": (p) =>
    `several fields are called “${p.label}” (${p.names}), the value “${p.found}” is not used: write one of the names`,
  ledger: (p) =>
    `the row's key${p.found ? ` “${p.found}”` : ""} is no gap and no field, what stands in the row is not used: restore the row of the ledger`,
  "ledger-gap": (p) =>
    `the results have no such gap (“${p.found}”), what stands in the row is not used: use the ledger made from these results`,
  "ledger-unit": (p) =>
    `the results have no unit with the code “${p.found}”, its ledger is not used: check which results it belongs to`,
};

const RATES: Readonly<Record<string, (p: Readonly<Record<string, string>>) => string>> = {
  above: (p) => `numerator ${p.numerator} is above denominator ${p.denominator}, check both`,
  printed: (p) =>
    `the rate ${p.printed}% does not agree with ${p.computed}% computed from its parts, check them`,
  empty: () => "there is no rate when the denominator is 0: clear the rate or check the denominator",
  records: (p) => `${p.printed} are reported, and sheet “${p.sheet}” has ${p.rows}: check them`,
  "no-sheet": (p) =>
    `${p.printed} are reported, and sheet “${p.sheet}” or its header is missing (columns needed: ${p.columns})`,
};

/** What is wrong with a workbook; the place stands in front. */
export const findings: Messages["findings"] = {
  E01: () => "the file is empty, hand it in again",
  E02: (p) =>
    p.expected === "csv"
      ? `not CSV text but ${p.format === "zip" ? "an .xlsx workbook or an archive" : (FORMATS[p.format ?? ""] ?? "a file of an unknown kind")}. ${AS_CSV}`
      : `not an .xlsx workbook but ${FORMATS[p.format ?? ""] ?? "a file of an unknown kind"}. ${CONVERSIONS[p.conversion ?? ""] ?? ""}${AS_XLSX}`,
  E03: () => "the file has a password or is encrypted, remove the password and hand it in again",
  E04: (p) =>
    DAMAGE[p.reason ?? ""]?.(p) ??
    `the file is truncated or damaged${p.part ? ` (${p.part})` : ""}, open it in Excel or WPS, repair it and save it as .xlsx`,
  E05: (p) =>
    `the content does not match its checksum (${p.part}), it was probably damaged on the way; hand it in again`,
  E06: (p) => {
    const size =
      p.what === "bytes"
        ? `${megabytes(p.found)}, limit ${megabytes(p.limit)}`
        : `${p.found} parts inside, limit ${p.limit}`;
    return `the file is too large (${size}), remove pictures and the like, save it as .xlsx in Excel or WPS and hand it in again`;
  },
  E07: (p) =>
    p.what === "record"
      ? `this row of the CSV is too long (limit ${p.limit}), perhaps a quote has no partner`
      : `${INFLATED[p.what ?? ""]?.(p) ?? "the file unpacks to more than is allowed"}; reading was stopped. Open it in Excel or WPS, delete what is not needed, save it as a new .xlsx and hand it in again`,
  E08: (p) => `a part's name stands twice or is not allowed (${p.part}), save it as .xlsx again`,
  E09: (p) =>
    `the file holds a document type definition (${p.part}), which is not allowed; save it as .xlsx again`,
  E10: (p) => {
    if (p.found === "UTF-8/GB18030") return `the CSV may be UTF-8 or GB18030, both can be read. ${AS_CSV}`;
    if (p.expected === "csv") return `the CSV is neither UTF-8 nor UTF-16 nor GB18030. ${AS_CSV}`;
    return `a part is neither UTF-8 nor UTF-16 (${p.part}: ${p.found}), save it as .xlsx again`;
  },
  E11: (p) =>
    TABLES[p.what ?? ""]?.(p) ??
    `sheet “${p.name ?? "指标填报"}” or its header is missing${p.columns ? ` (columns needed: ${p.columns})` : ""}, use the template`,
  E12: () => "the workbook declares this sheet, but it can't be read; save it as .xlsx again in Excel or WPS",
  E13: (p) =>
    `“${p.name ?? p.found}” is there twice${p.name && p.found ? ` (${p.found})` : ""}, keep only one`,
  E14: (p) =>
    `too many ${TOO_MANY[p.what ?? ""] ?? "filled cells"} (limit ${p.limit}), remove what is not part of the template`,
  E15: (p) => `bad cell address (${p.found}), save it again in Excel or WPS`,
  E16: (p) => `a cell address stands twice or goes backward (${p.found}), save it again in Excel or WPS`,
  E17: (p) => `“${p.label}” is the error value ${p.found}, mend the formula or fill in the value`,
  E18: (p) =>
    `the formula of “${p.label}” was saved without a result, open, calculate and save it, or fill in the value`,
  E19: (p) => `“${p.label}” must be a number, found “${p.found}”: ${NUMBER_REASONS[p.reason ?? "text"]}`,
  E20: (p) =>
    `“${p.label}” is ${p.found}, which may be a share or a percentage: write ${p.found}% or ${p.asShare}%`,
  E21: (p) =>
    p.reason === "no-such-day"
      ? `“${p.label}”: there is no such day as “${p.found}”`
      : `“${p.label}” must be a date, found “${p.found}”: write year, month and day, like 2024-03-01`,
  E22: (p) => `“${p.label}” lies in the merged cells ${p.range}: unmerge them and fill in each row`,
  E23: (p) => {
    if (p.column)
      return `the column “${p.column}” is gone: restore the header of the template and fill it in`;
    if (p.form)
      return `“${p.label}” (item ${p.row}) is not in the sheet and counts as blank: fill it in there, or say in the mapping ${p.form} where it stands`;
    if (p.row)
      return `the row “${p.label}” (item ${p.row}) is gone: restore the row of the template and fill it in`;
    if (p.type === "records")
      return `“${p.label}” is blank: fill in the sheet of that name, or 0 where nothing happened`;
    return `“${p.label}” is blank: fill it in${p.type === "number" ? ", 0 where nothing happened" : ""}`;
  },
  E24: (p) => `the formula of “${p.label}” refers to another file: fill in the value`,
  E25: (p) =>
    p.why ??
    `reading took more than ${p.what === "memory" ? `${p.limit} MB of memory` : `${p.limit} seconds`} and was stopped; open it in Excel or WPS, delete surplus blank rows and columns, pictures and unrelated sheets, save as .xlsx and hand in again`,
  E28: (p) => {
    if (p.what === "system")
      return `made for another indicator system (${p.found}), expected ${p.expected}: use the right template`;
    const version = p.found === p.expected ? "though the version is the same" : `it says ${p.found}`;
    return `its fields differ from those of version ${p.expected} (${version}): use the new template`;
  },
  E29: (p) =>
    p.form
      ? `${p.missing} not found: fill it in, or say in the mapping ${p.form} where it stands (codes may stand there too)`
      : `${p.missing} missing on sheet 基本信息`,
  E30: (p) =>
    p.what === "same-copy"
      ? `the same file as another copy (${p.other}): it counts once, remove it; each assessor hands in a copy of his own`
      : p.what === "copies"
        ? `several copies for the same unit (${p.other}) verify the same entry: keep one, or combine them with --panel`
        : p.what === "matrix"
          ? `“${p.found}” stands there twice (see ${p.other}), keep only one`
          : `several files of the same unit (${p.other}) fill the same fields: hand in only one`,
  E31: (p) =>
    `“${p.label}” is ${p.found}, out of its bounds (${bounds(p)}${p.step ? `, in steps of ${p.step} from ${p.min}` : ""})`,
  E32: (p) =>
    `“${p.label}”: “${p.found}” is not one of ${p.options}${p.nearest ? `; is it “${p.nearest}”?` : ""}`,
  E33: (p) => `“${p.label}”: ${RATES[p.why ?? ""]?.(p) ?? ""}`,
  E34: (p) => `“${p.label}” names document ${p.found}, which is not on sheet 佐证材料`,
  E35: (p) => `“${p.label}” ${DECLARED[p.why ?? ""] ?? ""}${p.found ? ` (found “${p.found}”)` : ""}`,
  E36: (p) => `“${p.label}”: ${VERIFICATION[p.why ?? ""] ?? ""}; it is not taken over`,
  E37: (p) =>
    UNRECOGNISED[p.why ?? ""]?.(p) ??
    `the row is not recognised (number “${p.item}”, field “${p.field}”), ${p.found ? `its value “${p.found}”` : "what stands in it"} is not used: restore the row of the template`,
  E38: (p) => `“${p.label}” has two rows (see ${p.other}): keep only one`,
  E39: (p) =>
    p.rows
      ? `“${p.label}” is declared 不适用, and the sheet of that name has ${p.rows} records: keep only one`
      : `“${p.label}” has both the value “${p.found}” and 不适用: keep only one`,
  W01: () => "the file holds macros, which are ignored",
  W02: (p) => `${p.what} “${p.name}” is not part of the template and was not read`,
  W03: (p) => `“${p.label}”: ${p.found} is outside the period (${p.from} to ${p.to})`,
  W04: (p) =>
    p.found?.startsWith("-")
      ? `self-score ${p.found} is negative`
      : `self-score ${p.found} is above the item's points ${p.points}`,
  W05: (p) =>
    `${p.count} filled cells in hidden rows, columns or sheets (${p.cells}) were read like any others`,
  W06: (p) =>
    `“${p.label}” ${p.what === "cut" ? "has reached the length of a cell and was probably cut" : "holds odd characters"}`,
  W07: (p) => `verification columns (${p.columns}) in a unit's own file are ignored`,
  W08: (p) =>
    `made for version ${p.found} of the system, scored by version ${p.expected}: the fields are the same`,
  W09: () => "made from other files than those handed in now: check whether the verdicts still hold",
  W10: (p) => `“${p.label}” is printed with ${p.found} points, the system has ${p.points} and is what counts`,
  W11: (p) =>
    `${FORMATS[p.format ?? ""]}, converted to .xlsx with LibreOffice before it was read; cells are those of the converted workbook`,
};
