/** Longest file name in bytes of UTF-8, ending included: file systems stop at 255, some of them short of it. */
const LONGEST = 200;
const ENDING = ".xlsx";
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|-|$)/i;

/** `<code>-<name>.xlsx`, with nothing in it that a file system takes amiss or reads as a path. */
export function gapFileName(unit: { readonly code: string; readonly name: string }): string {
  const stem = `${unit.code}-${unit.name}`
    .normalize("NFC")
    .replace(/\p{Surrogate}/gu, "_")
    .replace(/[/\\:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "_")
    .replace(/^[.\s]+/, (lead) => "_".repeat(lead.length))
    .replace(RESERVED, "_$&");
  return shorten(stem).replace(/[.\s]+$/, "") + ENDING;
}

/** Whole characters only. */
function shorten(stem: string): string {
  let short = "";
  for (const char of stem) {
    if (bytesIn(short + char) > LONGEST - ENDING.length) break;
    short += char;
  }
  return short;
}

const bytesIn = (text: string): number => new TextEncoder().encode(text).length;
