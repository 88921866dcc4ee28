import { SaxesParser } from "saxes";
import { Refusal } from "../../src/intake/refusal.js";
import type { ElementReader } from "../../src/intake/xml-elements.js";
import { scanXml } from "./scan.js";

const XML = "http://www.w3.org/XML/1998/namespace";
export const encode = (text: string) => new TextEncoder().encode(text);

/** Everything a reader is told, in one list of events. Names are `{uri}local`, attributes sorted. */
export function events(xml: string | Uint8Array, sizes: readonly number[] = []): string[] {
  const list: string[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") list.push(`text ${JSON.stringify(text)}`);
    text = "";
  };
  const reader = (name: string): ElementReader => ({
    child(child, attributes) {
      flush();
      const shown = Array.from({ length: attributes.count }, (_, i) => [
        attributes.names[i],
        attributes.values[i],
      ])
        .filter(([key]) => key !== "xmlns" && !key?.startsWith("xmlns:"))
        .map(([key, value]) => `${key}=${JSON.stringify(value)}`);
      list.push(`open ${child} ${shown.sort().join(" ")}`);
      return reader(child);
    },
    text(piece) {
      text += piece;
    },
    end() {
      flush();
      list.push(`close ${name}`);
    },
  });
  scanXml(typeof xml === "string" ? encode(xml) : xml, "a.xml", reader(""), sizes);
  return list;
}

/** The same from saxes, the reference. */
export function oracle(xml: string): string[] {
  const list: string[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") list.push(`text ${JSON.stringify(text)}`);
    text = "";
  };
  const nameOf = ({ uri, local }: { uri: string; local: string }) =>
    uri === "" ? local : uri === XML ? `xml:${local}` : `{${uri}}${local}`;
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    flush();
    depth += 1;
    const shown = Object.values(tag.attributes)
      .filter(({ prefix, local }) => prefix !== "xmlns" && local !== "xmlns")
      .map((attribute) => `${nameOf(attribute)}=${JSON.stringify(attribute.value)}`);
    list.push(`open ${nameOf(tag)} ${shown.sort().join(" ")}`);
  });
  const add = (piece: string) => {
    if (depth > 0) text += piece;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", (tag) => {
    flush();
    depth -= 1;
    list.push(`close ${nameOf(tag)}`);
  });
  parser.write(xml).close();
  return list;
}

/** The code and reason with which a document is refused; undefined where it is read. */
export function refused(xml: string | Uint8Array, sizes: readonly number[] = []): string | undefined {
  try {
    events(xml, sizes);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [error.code, error.params.reason ?? error.params.found ?? error.params.what]
      .filter(Boolean)
      .join(" ");
  }
}

export const oracleRefuses = (xml: string): boolean => {
  try {
    oracle(xml);
    return false;
  } catch {
    return true;
  }
};
