import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findChromium, openChromium } from "../tests/support/chromium.js";

/**
 * The pictures of the README, made from what `npm start` left in `out/demo-province`: report.html as Chromium shows it,
 * the first page of ranking.xlsx as LibreOffice prints it. Asks for chromium, soffice and pdftoppm.
 */
const RUN = "out/demo-province";
const PICTURES = "docs/pictures";
const WINDOW = { width: 1280, height: 820 };
const DOTS_PER_INCH = 80;

mkdirSync(PICTURES, { recursive: true });
await report();
ranking();

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
  const folder = mkdtempSync(join(tmpdir(), "faping-pictures-"));
  try {
    run("soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, join(RUN, "ranking.xlsx"));
    const page = ["-r", String(DOTS_PER_INCH), "-f", "1", "-l", "1", "-singlefile", "-png"];
    run("pdftoppm", ...page, join(folder, "ranking.pdf"), join(PICTURES, "ranking"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
}
