import { sha256 } from "@noble/hashes/sha2.js";
import { strToU8, zlibSync } from "fflate";
import type { Language } from "../../messages/messages.js";
import type { Results } from "../../model/results.js";
import { escapeMarkup } from "../charts/svg.js";
import { labelsIn, pageLabelsIn } from "../languages.js";
import { standings } from "../standings.js";
import { makePage } from "./make-page.js";
import { UnitDetails } from "./unit-detail.js";

/** The page's own program and style, as built from `web/report`. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
}

/**
 * report.html in pieces: one file that asks nothing of any network. Its program runs because its hash stands in the
 * page's policy; nothing else can, whatever stands in a workbook.
 */
export function* writePage(
  results: Results,
  language: Language,
  { script, style }: PageParts,
): Iterable<string> {
  const page = makePage(results, language);
  const program = script.replaceAll("</script", "<\\/script");
  const policy =
    `default-src 'none'; script-src 'sha256-${base64(sha256(strToU8(program)))}'; ` +
    "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
  yield `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n`;
  yield `<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(policy)}">\n`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n';
  yield `<title>${escapeMarkup(page.title)}</title>\n<style>${style.replaceAll("</style", "")}</style>\n</head>\n`;
  yield `<body>\n<div id="app"><noscript>${escapeMarkup(page.labels.noScript)}</noscript></div>\n`;
  yield data("page", json(page));
  const details = new UnitDetails(results, labelsIn(language), pageLabelsIn(language));
  for (const [index, standing] of standings(results).entries())
    yield data(`unit-${index}`, packed(JSON.stringify(details.of(standing))));
  yield `<script>${program}</script>\n</body>\n</html>\n`;
}

/** Not run by any browser: only read by the page's program. */
const data = (id: string, content: string): string =>
  `<script type="application/json" id="${id}">${content}</script>\n`;

/** JSON that can't end the element that it stands in. */
const json = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");

const packed = (text: string): string => `"${base64(zlibSync(strToU8(text), { level: 9 }))}"`;

const CHUNK = 0x8000;

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}
