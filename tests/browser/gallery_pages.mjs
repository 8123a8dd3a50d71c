// What the checks of the gallery share: Debian's Chromium, pages that may ask for nothing but files beside them and say
// nothing on the console, and a list of what was found to be wrong.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

// The packages are those of the checks of pages for the web.
const packages = createRequire(new URL("../web/package.json", import.meta.url));
const { chromium } = packages("playwright-core");
const axe = readFileSync(packages.resolve("axe-core/axe.min.js"), "utf8");

export const faults = [];
export const check = (promise, holds, found = "") => {
  if (!holds) faults.push(`${promise}${found === "" ? "" : `: ${found}`}`);
};
export const equal = (promise, found, expected) =>
  check(promise, JSON.stringify(found) === JSON.stringify(expected),
    `${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);

export const openBrowser = () => chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });

/// A page of the folder in a context of its own, unless one is given: what it keeps is not known to others.
export async function openPage(browser, folder, path, { context, ...options } = {}) {
  const own = context ?? (await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options }));
  const page = await own.newPage();
  const root = pathToFileURL(folder).href;
  page.on("request", (request) => {
    if (!request.url().startsWith(root) && !request.url().startsWith("blob:")) faults.push(`${path} asks for ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    if (request.failure()?.errorText !== "net::ERR_ABORTED") faults.push(`${path} misses ${request.url()}`);
  });
  page.on("console", (message) => faults.push(`${path} says: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`${path} fails: ${error.message}`));
  await page.goto(`${root}/${path}`);
  return page;
}

/// Axe-core (WCAG 2.1 A and AA, and its best practices), and no scrolling sideways (1.4.10).
export async function checkAccess(page, name) {
  await page.evaluate(axe);
  // The page's policy doesn't let axe fetch the style sheet, of which no rule needs more than what is laid out.
  const { violations, passes } = await page.evaluate(() => globalThis.axe.run({ preload: false }));
  check(`${name}: axe looks at the page with many rules`, passes.length >= 20, passes.length);
  for (const { id, help, nodes } of violations)
    faults.push(`${name}: ${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join("\n  ")}`);
  const [wide, width] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  check(`${name}: nothing is wider than the screen`, wide <= width, `${wide} on ${width}`);
}

/// Playwright's own way of waiting evaluates text, which the page's policy doesn't let it.
export async function until(page, holds, argument) {
  for (let turn = 0; turn < 100; ++turn) {
    if (await page.evaluate(holds, argument).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${holds}`);
}

export const namesOf = (page) => page.$$eval("#cards h3", (heads) => heads.map((head) => head.textContent));
