import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import {
  contentTypes,
  MAIN,
  type Member,
  membersOf,
  OFFICE,
  oneSheet,
  type Parts,
  partsOf,
  type RawSheet,
  rawXlsx,
  relationships,
  worksheet,
  zip,
} from "./raw-xlsx.js";

/** A workbook as another unit's: the same answers under another name and code. */
export function asUnit(bytes: Uint8Array, from: Unit, to: Unit): Uint8Array {
  return inStrings(bytes, (text) =>
    text.replaceAll(`>${from.name}<`, `>${to.name}<`).replaceAll(`>${from.code}<`, `>${to.code}<`),
  );
}

export interface Unit {
  readonly name: string;
  readonly code: string;
}

function inStrings(bytes: Uint8Array, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const strings = parts["xl/sharedStrings.xml"];
  if (!strings) throw new Error("no shared strings");
  return zipSync({ ...parts, "xl/sharedStrings.xml": strToU8(change(strFromU8(strings))) }, { level: 1 });
}

const text = (content: string) => strToU8(content);
const repeated = (piece: string, times: number) => piece.repeat(times);

/** A compound file with one stream of this name. */
function ole(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (let i = 0; i < stream.length; i += 1) bytes[512 + i * 2] = stream.charCodeAt(i);
  bytes[512 + 64] = (stream.length + 1) * 2;
  bytes[512 + 66] = 2;
  return bytes;
}

const sheets = (...list: readonly RawSheet[]) => rawXlsx(partsOf(list));
const cell = (content: string) => oneSheet(`<row r="1">${content}</row>`);
const numbered = (count: number, row: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => row(n + 1)).join("");

function packageOf(type: string): Uint8Array {
  return rawXlsx({
    "[Content_Types].xml": contentTypes({ "main.bin": type }),
    "_rels/.rels": relationships(["rId1", `${OFFICE}/officeDocument`, "main.bin"]),
    "main.bin": "x",
  });
}

const member = (name: string, more: Partial<Member> = {}): Member => ({ name, content: "x", ...more });
const sound = () => membersOf(partsOf([{}]));
const withPart = (name: string, content: string | Uint8Array): Parts => ({
  ...partsOf([{}]),
  [name]: content,
});
const SHEET = "xl/worksheets/sheet1.xml";

/** A workbook whose one sheet is stored as told, lies included. */
const withSheet = (lie: Partial<Member>): Uint8Array =>
  zip(sound().map((one) => (one.name === SHEET ? { ...one, ...lie } : one)));

/**
 * The forty worst files that an assessor could be sent, by name, each with the code of the finding that
 * returns it. `county` is a sound workbook, `unit` whose it is; two of them are of one unit.
 */
export function worstFiles(
  county: Uint8Array,
  unit: Unit,
): Record<string, readonly [code: string, bytes: Uint8Array]> {
  const twice: Unit = { name: "重复县", code: "991999" };
  const half = county.subarray(0, Math.floor(county.length / 2));
  const flipped = county.slice();
  // In the stored bytes of the first part.
  flipped[60] = (flipped[60] ?? 0) ^ 0x10;
  const nested = `${repeated("<a>", 100_000)}${repeated("</a>", 100_000)}`;
  const entity = `<!DOCTYPE a [<!ENTITY a "${repeated("lol", 99)}"><!ENTITY b "${repeated("&a;", 99)}">]>`;
  return {
    "空.xlsx": ["E01", new Uint8Array()],
    "扫描件.xlsx": ["E02", text("%PDF-1.7\n%âãÏÓ\n")],
    "照片.xlsx": ["E02", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
    "网页.xlsx": ["E02", text("<html><table><tr><td>1</td></tr></table></html>")],
    "文本.csv": ["E02", text("指标编号,填报值\n1,2\n")],
    "压缩.xlsx": ["E02", new Uint8Array([0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00])],
    "旧版.xlsx": ["E02", ole("Workbook")],
    "表格.et": ["E02", ole("Workbook")],
    "加密.xlsx": ["E03", ole("EncryptedPackage")],
    "文档.xlsx": [
      "E02",
      packageOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
    ],
    "二进制.xlsx": ["E02", packageOf("application/vnd.ms-excel.sheet.binary.macroEnabled.main")],
    "只是压缩包.xlsx": ["E02", zip([member("a.txt")])],
    "半截.xlsx": ["E04", half],
    "少一字节.xlsx": ["E04", county.subarray(0, county.length - 1)],
    "前面多出.xlsx": ["E02", text(`x${strFromU8(county, true)}`)],
    "翻转一位.xlsx": ["", flipped],
    "校验错.xlsx": ["E05", withSheet({ crc: 1 })],
    "大小不实.xlsx": ["E04", withSheet({ size: 10 })],
    "重名部件.xlsx": ["E08", zip([...sound(), member(SHEET)])],
    "路径外逃.xlsx": ["E08", zip([...sound(), member("../../etc/passwd")])],
    "反斜杠.xlsx": ["E08", zip([...sound(), member("xl\\evil.xml")])],
    "共用数据.xlsx": ["E04", zip([...sound(), member("a.xml", { sharesDataOf: 0 })])],
    "加密部件.xlsx": ["E03", withSheet({ flags: 1 })],
    "炸弹.xlsx": ["E07", rawXlsx(withPart(SHEET, new Uint8Array(8 * 1024 * 1024).fill(0x20)))],
    "部件太多.xlsx": ["E06", zip([...sound(), ...Array.from({ length: 1001 }, (_, n) => member(`p/${n}`))])],
    "嵌套.xlsx": ["E04", sheets({ before: nested })],
    "实体炸弹.xlsx": ["E09", sheets({ xml: `${entity}<worksheet xmlns="${MAIN}"/>` })],
    "GBK.xlsx": [
      "E10",
      sheets({ xml: new Uint8Array([...text(worksheet({ rows: "" })).slice(0, 60), 0xc7, 0xe0]) }),
    ],
    "UTF-16.xlsx": ["E10", sheets({ xml: new Uint8Array(Buffer.from(worksheet({}), "utf16le")) })],
    "截断的表.xlsx": ["E04", sheets({ xml: worksheet({}).slice(0, -5) })],
    "单元格太多.xlsx": [
      "E14",
      // Stored, so that it is refused for its cells and not for how far it inflates.
      withSheet({
        method: 0,
        content: worksheet({
          rows: numbered(13, (n) => `<row r="${n}">${repeated("<c><v>1</v></c>", 16_384)}</row>`),
        }),
      }),
    ],
    "行太多.xlsx": ["E14", oneSheet(numbered(50_001, (n) => `<row r="${n}"><c><v>1</v></c></row>`))],
    "地址越界.xlsx": ["E15", oneSheet('<row r="1048577"><c><v>1</v></c></row>')],
    "地址重复.xlsx": ["E16", cell('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>')],
    "串号越界.xlsx": ["E04", cell('<c r="A1" t="s"><v>9</v></c>')],
    "少一张表.xlsx": [
      "E12",
      rawXlsx(Object.fromEntries(Object.entries(partsOf([{}])).filter(([name]) => name !== SHEET))),
    ],
    "表重名.xlsx": ["E13", sheets({ name: "表" }, { name: "表" })],
    "别的表.xlsx": ["E11", cell('<c r="A1"><v>1</v></c>')],
    "重复-1.xlsx": ["E30", asUnit(county, unit, twice)],
    "重复-2.xlsx": ["E30", asUnit(county, unit, { ...twice })],
  };
}
