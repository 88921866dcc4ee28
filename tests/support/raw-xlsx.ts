import { deflateSync } from "fflate";
import { crc32 } from "../../src/intake/crc32.js";

/** Parts by name; an .xlsx is nothing else. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
export const WORKBOOK_TYPE = `${SPREADSHEET}.sheet.main+xml`;

/** What a zip record says; whatever is left out is what is true. */
export interface Member {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly size?: number;
  /** The stored bytes, where they are not the deflated content. */
  readonly stored?: Uint8Array;
  /** What the local header says otherwise than the directory. */
  readonly local?: { readonly name?: string; readonly method?: number; readonly crc?: number };
  /** Sizes and CRC follow the data. */
  readonly descriptor?: boolean;
  /** Sizes stand in a zip64 extra field of the directory. */
  readonly zip64?: boolean;
  /** Points to the data of the member at this place in the list. */
  readonly sharesDataOf?: number;
}

const bytesOf = (content: string | Uint8Array) =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;

function record(...fields: readonly (readonly [size: 2 | 4 | 8, value: number])[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else if (size === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += size;
  }
  return bytes;
}

export function concat(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** A zip archive from members, each as truthful as its fields say. */
export function zip(members: readonly Member[], options: { zip64End?: boolean } = {}): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  const places: number[] = [];
  let at = 0;
  for (const member of members) {
    const content = bytesOf(member.content);
    const method = member.method ?? 8;
    const stored = member.stored ?? (method === 8 ? deflateSync(content, { level: 6 }) : content);
    const crc = member.crc ?? crc32(content);
    const size = member.size ?? content.length;
    const flags = (member.flags ?? 0x0800) | (member.descriptor ? 8 : 0);
    const name = bytesOf(member.name);
    const headerAt = member.sharesDataOf === undefined ? at : (places[member.sharesDataOf] ?? 0);
    places.push(headerAt);
    if (member.sharesDataOf === undefined) {
      const localName = bytesOf(member.local?.name ?? member.name);
      const header = record(
        [4, 0x04034b50],
        [2, 20],
        [2, flags],
        [2, member.local?.method ?? method],
        [4, 0],
        [4, member.descriptor ? 0 : (member.local?.crc ?? crc)],
        [4, member.descriptor ? 0 : stored.length],
        [4, member.descriptor ? 0 : size],
        [2, localName.length],
        [2, 0],
      );
      const descriptor = member.descriptor
        ? [record([4, 0x08074b50], [4, crc], [4, stored.length], [4, size])]
        : [];
      const local = concat(header, localName, stored, ...descriptor);
      pieces.push(local);
      at += local.length;
    }
    const extra = member.zip64
      ? record([2, 1], [2, 24], [8, size], [8, stored.length], [8, headerAt])
      : new Uint8Array();
    const wide = (value: number) => (member.zip64 ? 0xffffffff : value);
    directory.push(
      record(
        [4, 0x02014b50],
        [2, 20],
        [2, 20],
        [2, flags],
        [2, method],
        [4, 0],
        [4, crc],
        [4, wide(stored.length)],
        [4, wide(size)],
        [2, name.length],
        [2, extra.length],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, wide(headerAt)],
      ),
      name,
      extra,
    );
  }
  const central = concat(...directory);
  const count = members.length;
  const end64 = options.zip64End
    ? concat(
        record([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, count], [8, count]),
        record([8, central.length], [8, at]),
        record([4, 0x07064b50], [4, 0], [8, at + central.length], [4, 1]),
      )
    : new Uint8Array();
  const end = record(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, central.length],
    [4, at],
    [2, 0],
  );
  return concat(...pieces, central, end64, end);
}

export const membersOf = (parts: Parts): Member[] =>
  Object.entries(parts).map(([name, content]) => ({ name, content }));

export function rawXlsx(parts: Parts): Uint8Array {
  return zip(membersOf(parts));
}

export interface RawSheet {
  readonly name?: string;
  /** What stands in `sheetData`. */
  readonly rows?: string;
  /** The whole part, in the place of one around `rows`. */
  readonly xml?: string | Uint8Array;
  readonly before?: string;
  readonly after?: string;
  readonly state?: string;
}

export interface RawOptions {
  /** What stands in `sst`. */
  readonly strings?: string;
  /** What stands in `styleSheet`. */
  readonly styles?: string;
  readonly workbookPr?: string;
}

export const worksheet = ({ rows = "", before = "", after = "" }: RawSheet) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;

export const relationships = (
  ...entries: readonly (readonly [id: string, type: string, target: string])[]
): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${entries
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

export const contentTypes = (overrides: Readonly<Record<string, string>>): string =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>${Object.entries(
    overrides,
  )
    .map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`)
    .join("")}</Types>`;

/** The parts of a workbook as Excel lays them out, to be spoiled one at a time. */
export function partsOf(
  sheets: readonly RawSheet[],
  options: RawOptions = {},
): Record<string, string | Uint8Array> {
  const numbered = sheets.map((sheet, i) => ({ sheet, n: i + 1, name: sheet.name ?? `Sheet${i + 1}` }));
  const tabs = numbered.map(
    ({ sheet, n, name }) =>
      `<sheet name="${name}" sheetId="${n}" ${sheet.state ? `state="${sheet.state}" ` : ""}r:id="rId${n}"/>`,
  );
  const parts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": contentTypes({ "xl/workbook.xml": WORKBOOK_TYPE }),
    "_rels/.rels": relationships(["rId1", `${OFFICE}/officeDocument`, "xl/workbook.xml"]),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr ${options.workbookPr ?? ""}/><sheets>${tabs.join("")}</sheets></workbook>`,
  };
  for (const { sheet, n } of numbered) parts[`xl/worksheets/sheet${n}.xml`] = sheet.xml ?? worksheet(sheet);
  const links = numbered.map(
    ({ n }) => [`rId${n}`, `${OFFICE}/worksheet`, `worksheets/sheet${n}.xml`] as const,
  );
  const extra: (readonly [string, string, string])[] = [];
  if (options.strings !== undefined) {
    extra.push(["rIdS", `${OFFICE}/sharedStrings`, "sharedStrings.xml"]);
    parts["xl/sharedStrings.xml"] = `<sst xmlns="${MAIN}">${options.strings}</sst>`;
  }
  if (options.styles !== undefined) {
    extra.push(["rIdT", `${OFFICE}/styles`, "styles.xml"]);
    parts["xl/styles.xml"] = `<styleSheet xmlns="${MAIN}">${options.styles}</styleSheet>`;
  }
  parts["xl/_rels/workbook.xml.rels"] = relationships(...links, ...extra);
  return parts;
}

/** A workbook of one sheet with these rows. */
export const oneSheet = (rows: string, options: RawOptions = {}): Uint8Array =>
  rawXlsx(partsOf([{ rows }], options));
