/** Longest file name in bytes of UTF-8, ending included: file systems stop at 255, some of them short of it. */
const LONGEST = 200;
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|-|$)/i;

interface Unit {
  readonly code: string;
  readonly name: string;
}

/** `<code>-<name>.xlsx`, with nothing in it that a file system takes amiss or reads as a path. */
export function unitFileName(unit: Unit, ending: ".xlsx" | ".docx"): string {
  const stem = `${unit.code}-${unit.name}`
    .normalize("NFC")
    .replace(/\p{Surrogate}/gu, "_")
    .replace(/[/\\:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "_")
    .replace(/^[.\s]+/, (lead) => "_".repeat(lead.length))
    .replace(RESERVED, "_$&");
  return shorten(stem, ending).replace(/[.\s]+$/, "") + ending;
}

/** By the unit's code; names that would fall together are told apart by a number. */
export function unitFileNames(units: readonly Unit[], ending: ".xlsx" | ".docx"): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    units.map((unit) => {
      let name = unitFileName(unit, ending);
      for (let n = 2; taken.has(name.toLowerCase()); n += 1)
        name = unitFileName({ ...unit, name: `${unit.name}-${n}` }, ending);
      taken.add(name.toLowerCase());
      return [unit.code, name];
    }),
  );
}

/** Whole characters only. */
function shorten(stem: string, ending: string): string {
  let short = "";
  for (const char of stem) {
    if (bytesIn(short + char) > LONGEST - ending.length) break;
    short += char;
  }
  return short;
}

const bytesIn = (text: string): number => new TextEncoder().encode(text).length;
