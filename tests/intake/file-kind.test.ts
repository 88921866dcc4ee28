import { describe, expect, it } from "vitest";
import { contentTypes, OFFICE, rawXlsx, relationships, zip } from "../support/raw-xlsx.js";
import { refusal } from "../support/readings.js";

const encode = (text: string) => new TextEncoder().encode(text);

/** A compound file: header, one directory sector with these streams, one sector of data. */
function ole(...streams: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 * 4);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const view = new DataView(bytes.buffer);
  for (const [i, name] of ["Root Entry", ...streams].entries()) {
    const at = 512 + i * 128;
    for (let c = 0; c < name.length; c += 1) view.setUint16(at + c * 2, name.charCodeAt(c), true);
    view.setUint16(at + 64, (name.length + 1) * 2, true);
    bytes[at + 66] = i === 0 ? 5 : 2;
    bytes[at + 67] = 1;
  }
  return bytes;
}

const packageOf = (type: string) =>
  rawXlsx({
    "[Content_Types].xml": contentTypes({ "main.bin": type }),
    "_rels/.rels": relationships(["rId1", `${OFFICE}/officeDocument`, "main.bin"]),
    "main.bin": "x",
  });

describe("what a file is", () => {
  it("returns an empty file", () => {
    expect(refusal(new Uint8Array())).toEqual({ code: "E01", params: {} });
  });

  it("tells a password from an old workbook, both being compound files", () => {
    expect(refusal(ole("EncryptionInfo", "EncryptedPackage"))).toEqual({ code: "E03", params: {} });
    expect(refusal(ole("Workbook")).params).toEqual({ format: "xls" });
    expect(refusal(ole("Book")).params).toEqual({ format: "xls" });
  });

  it("is not misled by a workbook that embeds another document", () => {
    expect(refusal(ole("Workbook", "EncryptedPackage")).params).toEqual({ format: "xls" });
    expect(refusal(ole("WordDocument", "Workbook")).params).toEqual({ format: "doc" });
  });

  it("does not take the text of a cell for the name of a stream", () => {
    const bytes = ole("Contents");
    const text = "EncryptedPackage";
    for (let i = 0; i < text.length; i += 1) bytes[1100 + i * 2] = text.charCodeAt(i);
    expect(refusal(bytes).params).toEqual({ format: "ole" });
  });

  it("knows a WPS table by its name, its content being that of an .xls", () => {
    expect(refusal(ole("Workbook"), "乙县.ET").params).toEqual({ format: "et" });
  });

  it.each([
    ["pdf", encode("%PDF-1.7\n")],
    ["rar", new Uint8Array([0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00])],
    ["7z", new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
    ["gzip", new Uint8Array([0x1f, 0x8b, 8, 0])],
    ["image", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ["image", new Uint8Array([0x42, 0x4d, 0x36, 0, 0, 0])],
    ["html", encode("\uFEFF\r\n<html xmlns:x='urn:schemas-microsoft-com:office:excel'><table>")],
    ["html", encode("<!DOCTYPE html><p>")],
    ["html", encode("MIME-Version: 1.0\r\nContent-Type: multipart/related")],
    ["xml", encode('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>')],
    ["csv", encode("指标编号,填报值\r\n1-1,95%\r\n")],
    ["csv", new Uint8Array([0xd6, 0xb8, 0xb1, 0xea, 0x2c, 0xd6, 0xb5, 0x0d, 0x0a])], // GBK
    ["csv", new Uint8Array([0xff, 0xfe, 0x31, 0, 0x09, 0, 0x32, 0])], // “Unicode text” of Excel
    ["text", encode("见附件")],
    ["text", encode("BMI")],
    ["unknown", new Uint8Array([1, 2, 3, 4, 0, 0, 0, 0])],
  ])("returns %s and says so", (format, bytes) => {
    expect(refusal(bytes)).toEqual({ code: "E02", params: { format } });
  });

  it.each([
    ["xlsb", packageOf("application/vnd.ms-excel.sheet.binary.macroEnabled.main")],
    ["docx", packageOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")],
    ["pptx", packageOf("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")],
    ["ods", rawXlsx({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>" })],
    ["odt", rawXlsx({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<a/>" })],
    ["ofd", rawXlsx({ "OFD.xml": "<a/>", "Doc_0/Document.xml": "<a/>" })],
    ["zip", rawXlsx({ "甲县.xlsx": "…", "乙县.xlsx": "…" })],
    ["zip", zip([])],
  ])("returns a zip that is %s", (format, bytes) => {
    expect(refusal(bytes)).toEqual({ code: "E02", params: { format } });
  });
});
