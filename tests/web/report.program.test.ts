import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Results } from "../../src/model/results.js";
import { writePage } from "../../src/report/page/write-page.js";
import { manyResults, RESULTS } from "../report/fixture.js";
import { findChromium, openChromium } from "../support/chromium.js";
import { ROOT } from "../support/faping.js";
import { needs } from "../support/other-programs.js";

/** report.html in a real browser, opened from disk. */
const executable = findChromium();
const { skip, title } = needs("chromium", executable !== undefined);
const built = (name: string) => readFileSync(join(ROOT, "dist/web", name), "utf8");

describe.skipIf(skip)(`report.html in ${title}`, () => {
  const scratch = mkdtempSync(join(tmpdir(), "faping-page-"));
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  const failed: string[] = [];

  beforeAll(async () => {
    browser = await openChromium(executable ?? "");
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.on("request", (request) => asked.push(request.url()));
    page.on("pageerror", (error) => failed.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") failed.push(message.text());
    });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  function written(name: string, results: Results, language: "zh-CN" | "en" = "zh-CN"): string {
    const path = join(scratch, name);
    const parts = { script: built("report.js"), style: built("report.css") };
    writeFileSync(path, [...writePage(results, language, parts)].join(""));
    return pathToFileURL(path).href;
  }
  const open = async (url: string, hash = ""): Promise<void> => {
    await page.goto("about:blank");
    await page.goto(`${url}${hash}`);
    await page.waitForSelector("h1");
  };
  const texts = (selector: string): Promise<string[]> =>
    page
      .locator(selector)
      .allInnerTexts()
      .then((all) => all.map((one) => one.replace(/\p{Cc}/gu, "")));

  it("asks nothing of any network, and fails nowhere", async () => {
    const url = written("all.html", RESULTS);
    for (const hash of ["", "#/items", "#/files", "#/unit/990101", "#/item/1.1", "#/unit/none", "#/%E0%A4%A"])
      await open(url, hash);
    expect(asked.filter((one) => one !== "about:blank" && !one.startsWith("file:"))).toEqual([]);
    expect(failed).toEqual([]);
  });

  it("finds, sorts and filters", async () => {
    await open(written("all.html", RESULTS));
    expect(await texts("tbody th")).toEqual(["甲县", "=1+1", "丙县", "丁县"]);
    await page.getByRole("button", { name: "总分" }).click();
    expect(await texts("tbody th")).toEqual(["丁县", "甲县", "=1+1", "丙县"]);
    await page.getByRole("button", { name: "总分" }).click();
    expect(await texts("tbody th")).toEqual(["丙县", "甲县", "=1+1", "丁县"]);
    await page.getByLabel("等次").selectOption("合格");
    expect(await texts("tbody th")).toEqual(["甲县", "=1+1"]);
    await page.getByLabel("按单位名称或代码查找").fill("990102");
    expect(await texts("tbody th")).toEqual(["=1+1"]);
    await page.getByLabel("按单位名称或代码查找").fill("无此县");
    expect(await page.getByText("没有符合条件的内容").count()).toBe(1);
  });

  it("leads from the ranking to a unit, an item and back by keyboard alone", async () => {
    await open(written("all.html", RESULTS));
    await page.getByRole("link", { name: "甲县" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector("details");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    expect(await page.title()).toContain("甲县");
    await page.locator("summary").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector("details[open] .reasons");
    await page.locator(".reasons a").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash === "#/item/1.1");
    await page.goBack();
    expect(await page.locator("h1").innerText()).toContain("甲县");
  });

  it("keeps a unit's name text, whatever it looks like", async () => {
    const name = '<img src=x onerror="document.title=1">';
    const [first, ...others] = RESULTS.assessments;
    if (!first) throw new Error("an empty fixture");
    const assessments = [{ ...first, unit: { ...first.unit, name } }, ...others];
    await open(written("name.html", { ...RESULTS, assessments }), "#/unit/990101");
    expect(await page.locator("h1").innerText()).toContain(name);
    expect(await page.locator("img").count()).toBe(0);
  });

  it.each([
    ["zh-CN", ["", "#/items", "#/files", "#/unit/990101", "#/item/1.1"]],
    ["en", ["", "#/unit/990101"]],
  ] as const)("passes axe on every kind of page (%s)", async (language, hashes) => {
    const url = written(`axe-${language}.html`, RESULTS, language);
    for (const hash of hashes) {
      const violations = await audit(url, hash);
      expect(violations, hash).toEqual([]);
    }
  });

  /** The page lets no other program run, so the audit's page does without that rule. */
  async function audit(url: string, hash: string): Promise<string[]> {
    const context = await browser.newContext({ bypassCSP: true });
    const other = await context.newPage();
    await other.goto(`${url}${hash}`);
    await other.waitForSelector("h1");
    await other.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await other.addScriptTag({ content: axe.source });
    const { violations } = await other.evaluate(() =>
      (globalThis as unknown as { axe: typeof import("axe-core") }).axe.run(),
    );
    await context.close();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 90)).join(" | ")}`,
    );
  }

  it("prints lists whole, and what is folded opened", async () => {
    await open(written("many.html", manyResults(130, 12)));
    expect(await page.locator("tbody tr").count()).toBe(50);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await page.locator("tbody tr").count()).toBe(130);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await open(written("all.html", RESULTS), "#/unit/990101");
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await page.locator("details:not([open])").count()).toBe(0);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });

  it("draws pictures in their own size, however wide the window is", async () => {
    await open(written("all.html", RESULTS), "#/unit/990101");
    await page.waitForSelector("figure svg");
    const sizes = await page.$$eval("figure svg", (all) =>
      all.map((svg) => [svg.getBoundingClientRect().width, Number(svg.getAttribute("width"))]),
    );
    expect(sizes.length).toBeGreaterThan(2);
    for (const [shown = 0, own = 0] of sizes) expect(shown).toBeLessThanOrEqual(own);
  });

  it("turns pages where there are many units", async () => {
    await open(written("many.html", manyResults(130, 12)));
    await page.getByRole("button", { name: "下一页" }).click();
    expect(await page.getByText("第 51–100 条，共 130 条").count()).toBe(1);
    await page.getByLabel("每页行数").selectOption("200");
    expect(await page.locator("tbody tr").count()).toBe(130);
  });
});
