import type { Archive } from "./archive.js";
import { damaged } from "./refusal.js";
import { scanPart } from "./scan-part.js";
import type { ElementReader } from "./xml-elements.js";

/** How one part of the package points to another. */
export interface Relationship {
  readonly id: string;
  /** The last word of a standard type (`worksheet`, `styles`); types of other makers as they are. */
  readonly type: string;
  /** The stored name of the part; undefined where it points outside the package or at nothing. */
  readonly part: string | undefined;
  readonly target: string;
}

const STANDARD_TYPE =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/officeDocument\/2006|purl\.oclc\.org\/ooxml\/officeDocument|schemas\.microsoft\.com\/office\/2006)\/relationships\/(\w+)$/;

/** A document reader whose root must bear this name; anything else is not the part it claims to be. */
export function rootReader(
  root: string,
  part: string,
  reader: ElementReader,
  refusal = () => damaged("wrong-root", part),
): ElementReader {
  return {
    child(name) {
      if (name !== root) throw refusal();
      return reader;
    },
  };
}

/** The relationships of a part ("" for the package itself), none where it has no relationship part. */
export function readRelationships(archive: Archive, owner: string): Relationship[] {
  const part = archive.find(relationshipPart(owner));
  if (part === undefined) return [];
  const found = new Map<string, Relationship>();
  const reader: ElementReader = {
    child(name, attributes) {
      const id = attributes.get("Id");
      const target = attributes.get("Target") ?? "";
      if (name !== "pr:Relationship" || id === undefined) return undefined;
      if (found.has(id)) throw damaged("duplicate-relationship", part);
      const type = attributes.get("Type") ?? "";
      const external = attributes.get("TargetMode") === "External";
      found.set(id, {
        id,
        type: STANDARD_TYPE.exec(type)?.[1] ?? type,
        part: external ? undefined : archive.find(resolveTarget(owner, target)),
        target,
      });
      return undefined;
    },
  };
  scanPart(archive, part, rootReader("pr:Relationships", part, reader));
  return [...found.values()];
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
function relationshipPart(owner: string): string {
  const slash = owner.lastIndexOf("/") + 1;
  return `${owner.slice(0, slash)}_rels/${owner.slice(slash)}.rels`;
}

/** A target is absolute from the package's root, or relative to the folder of the part that names it. */
export function resolveTarget(owner: string, target: string): string {
  const segments = target.startsWith("/") ? [] : owner.split("/").slice(0, -1);
  for (const segment of target.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}

/** The content type of a part by `[Content_Types].xml`: its own, else that of its extension. */
export function readContentTypes(archive: Archive, part: string): (name: string) => string | undefined {
  const byName = new Map<string, string>();
  const byExtension = new Map<string, string>();
  const reader: ElementReader = {
    child(name, attributes) {
      const type = attributes.get("ContentType") ?? "";
      const partName = attributes.get("PartName")?.toLowerCase().replace(/^\//, "");
      const extension = attributes.get("Extension")?.toLowerCase();
      if (name === "ct:Override" && partName !== undefined) byName.set(partName, type);
      if (name === "ct:Default" && extension !== undefined) byExtension.set(extension, type);
      return undefined;
    },
  };
  scanPart(archive, part, rootReader("ct:Types", part, reader));
  return (name) => {
    const key = name.toLowerCase();
    return byName.get(key) ?? byExtension.get(key.slice(key.lastIndexOf(".") + 1));
  };
}
