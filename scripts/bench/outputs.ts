import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  clauseSentences,
  Painter,
  type Results,
  readLedgerFile,
  remedy,
  systemOf,
  withCriteria,
  writeFeedback,
  writeGapWorkbook,
  writePage,
  writeRankingWorkbook,
  writeTemplate,
} from "../../src/index.js";
import { readSystem } from "../samples/system.js";
import { root } from "./given.js";

/** Does something once and says what it cost. */
export type Once = <T>(what: string, work: () => Promise<T> | T) => Promise<T>;

/** What people look at: pages, workbooks with and without pictures, documents, templates. */
export async function benchOutputs(
  results: Results,
  once: Once,
  say: (what: string, figure: string) => void,
): Promise<void> {
  const part = (name: string) => readFileSync(`${root}/dist/web/${name}`, "utf8");
  const parts = { script: part("report.js"), style: part("report.css") };
  const page = await once("write report.html", () => [...writePage(results, "zh-CN", parts)].join(""));
  say("  bytes", String(Buffer.byteLength(page)));

  const rasteriser = createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");
  const painter = await once("open the painter: rasteriser and font", () =>
    Painter.open({
      rasteriser: readFileSync(rasteriser),
      fonts: [readFileSync(`${root}/fonts/noto-sans-sc.otf`)],
    }),
  );
  await once("write ranking.xlsx without pictures", () => writeRankingWorkbook(results, "zh-CN"));
  await once("  with pictures", () => writeRankingWorkbook(results, "zh-CN", painter));
  const codes = results.assessments.slice(0, 20).map(({ unit }) => unit.code);
  const gaps = (drawn?: Painter) => async () => {
    for (const code of codes) await writeGapWorkbook(results, code, "zh-CN", drawn);
  };
  await once("write 20 gap workbooks without pictures", gaps());
  await once("  with pictures", gaps(painter));
  await once("write 20 feedback documents", async () => {
    for (const code of codes) await writeFeedback(results, code);
  });

  const [code = ""] = codes;
  const bytes = await writeGapWorkbook(results, code, "zh-CN");
  const system = systemOf(results);
  const ledger = await once("read a ledger back", () => readLedgerFile(system, { name: "台账.xlsx", bytes }));
  await once("  and score everybody anew", () => remedy(results, [ledger], "2025-01-01"));

  const county = withCriteria(readSystem(`${root}/indicators/model-county`));
  const plain = await once("write a template of 108 items", () => writeTemplate(county));
  const live = await once("  that scores itself", () =>
    writeTemplate(county, { live: clauseSentences(county) }),
  );
  say("  bytes, plain and live", `${plain.length}, ${live.length}`);
}
