import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { clauseSentences, withCriteria, writeTemplate } from "../src/index.js";
import { findChromium, openChromium } from "../tests/support/chromium.js";
import { demoAnswers } from "./samples/demo.js";
import { DEMO_COUNTIES } from "./samples/demo-counties.js";
import { fill } from "./samples/fill.js";
import { readSystem } from "./samples/system.js";

/**
 * The pictures of the README, made from what `npm start` left in `out/demo-province`: report.html as Chromium shows it,
 * the first page of ranking.xlsx as LibreOffice prints it; and a template that scores itself, filled in by a county of
 * the samples. Asks for chromium, soffice and pdftoppm.
 */
const RUN = "out/demo-province";
const PICTURES = "docs/pictures";
const WINDOW = { width: 1280, height: 820 };

mkdirSync(PICTURES, { recursive: true });
await report();
ranking();
await live();

async function report(): Promise<void> {
  const path = findChromium();
  if (path === undefined) throw new Error("chromium is not installed");
  const browser = await openChromium(path);
  try {
    const page = await browser.newPage({ viewport: WINDOW });
    const address = pathToFileURL(join(RUN, "report.html")).href;
    await page.goto(address);
    await page.screenshot({ path: join(PICTURES, "report-ranking.png") });
    await page.goto(`${address}#/unit/980105`);
    await page.screenshot({ path: join(PICTURES, "report-unit.png") });
  } finally {
    await browser.close();
  }
}

function ranking(): void {
  printed(readFileSync(join(RUN, "ranking.xlsx")), "ranking", ["-r", "80", "-f", "1", "-l", "1"]);
}

/** A county that has made mistakes: the top of the page on which its rows stand. */
async function live(): Promise<void> {
  const system = withCriteria(readSystem("indicators/published-report"));
  const template = await writeTemplate(system, { live: clauseSentences(system) });
  const county = DEMO_COUNTIES.find(({ code }) => code === "990183");
  if (!county) throw new Error("no such county among the samples");
  const filled = await fill(template, demoAnswers(county, system));
  const page = ["-r", "110", "-f", "3", "-l", "3", "-x", "40", "-y", "50", "-W", "1740", "-H", "560"];
  printed(filled, "live", page);
}

/** One page of a workbook, as LibreOffice prints it; `page` is told to pdftoppm. */
function printed(workbook: Uint8Array, name: string, page: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), "faping-pictures-"));
  try {
    const path = join(folder, `${name}.xlsx`);
    writeFileSync(path, workbook);
    run("soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, path);
    run("pdftoppm", ...page, "-singlefile", "-png", join(folder, `${name}.pdf`), join(PICTURES, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
}
