import type { Archive } from "./archive.js";
import type { FileFormat } from "./file-kind.js";
import { damaged, Refusal } from "./refusal.js";
import { type Relationship, readContentTypes, readRelationships } from "./relationships.js";

/** The parts of a workbook that its relationships name, by their names in the archive. */
export interface Package {
  readonly workbookPart: string;
  readonly relationships: readonly Relationship[];
  readonly sharedStringsPart: string | undefined;
  readonly stylesPart: string | undefined;
  readonly hasMacros: boolean;
}

const CONTENT_TYPES = "[Content_Types].xml";

/** Main parts of packages that are built like a workbook and are none. */
const OTHER_MAIN_TYPES: readonly (readonly [pattern: RegExp, format: FileFormat])[] = [
  [/excel\.sheet\.binary/i, "xlsb"],
  [/wordprocessingml|ms-word/i, "docx"],
  [/presentationml|ms-powerpoint/i, "pptx"],
];

/** Finds the workbook through content types and relationships; refuses other kinds of package (E02). */
export function openPackage(archive: Archive): Package {
  const contentTypesPart = archive.find(CONTENT_TYPES);
  if (contentTypesPart === undefined) throw new Refusal("E02", { format: zipFormat(archive) });
  const contentType = readContentTypes(archive, contentTypesPart);
  const workbookPart = mainPart(archive);
  const mainType = contentType(workbookPart) ?? "";
  const format = OTHER_MAIN_TYPES.find(([pattern]) => pattern.test(mainType))?.[1];
  if (format !== undefined) throw new Refusal("E02", { format });
  const relationships = readRelationships(archive, workbookPart);
  return {
    workbookPart,
    relationships,
    sharedStringsPart: onePart(relationships, "sharedStrings"),
    stylesPart: onePart(relationships, "styles"),
    hasMacros:
      /macroEnabled/i.test(mainType) ||
      relationships.some(({ type }) => /^(?:vbaProject|xl\w*Macrosheet)$/i.test(type)),
  };
}

function mainPart(archive: Archive): string {
  if (archive.find("_rels/.rels") === undefined) throw damaged("missing-part", "_rels/.rels");
  const relationships = readRelationships(archive, "");
  const part = onePart(relationships, "officeDocument");
  if (part === undefined) throw new Refusal("E02", { format: "zip" });
  return part;
}

/** The part of a type of which there is one; undefined where none is declared, refused where it is gone. */
function onePart(relationships: readonly Relationship[], type: string): string | undefined {
  const relationship = relationships.find((candidate) => candidate.type === type);
  if (relationship === undefined) return undefined;
  if (relationship.part === undefined) throw damaged("missing-part", relationship.target);
  return relationship.part;
}

/** Bytes; what OpenDocument calls itself is half as long. */
const MAX_MIME_TYPE = 128;

/** What a zip without content types is. OpenDocument names itself in its first part. */
function zipFormat(archive: Archive): FileFormat {
  if (archive.find("OFD.xml") !== undefined) return "ofd";
  const mimetype = archive.find("mimetype");
  let type = "";
  if (mimetype !== undefined)
    archive.read(mimetype, (piece) => {
      if (type === "") type = new TextDecoder().decode(piece.subarray(0, MAX_MIME_TYPE));
    });
  if (type.includes("opendocument.spreadsheet")) return "ods";
  return type.includes("opendocument") ? "odt" : "zip";
}
