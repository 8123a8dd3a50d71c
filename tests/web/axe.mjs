// Opens each page in Debian's Chromium and lets axe-core look for what keeps people out (WCAG 2.1 A and AA, and its
// best practices), on a wide screen and on one of 320 pixels. A page may not scroll sideways, ask for anything from
// elsewhere or complain.
//   node axe.mjs PAGE…
// LEAST_RULES says how many rules must have found something to look at (20): a short page has less for them.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const widths = [1200, 320];
const least = Number(process.env.LEAST_RULES ?? 20);
let faults = 0;
const fault = (page, text) => {
  console.error(`${page}: ${text}`);
  faults += 1;
};

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const file of process.argv.slice(2)) {
  const address = `file://${resolve(file)}`;
  for (const width of widths) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    page.on("request", (request) => {
      if (request.url() !== address && !request.url().startsWith("data:")) fault(file, `asks for ${request.url()}`);
    });
    page.on("console", (message) => fault(file, message.text()));
    await page.goto(address);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) fault(file, `is ${wide} pixels wide on a screen of ${width}`);
    await page.evaluate(axe);
    const { violations, passes } = await page.evaluate(() => globalThis.axe.run());
    if (passes.length < least) fault(file, `only ${passes.length} rules of axe looked at it`);
    for (const { id, help, nodes } of violations)
      fault(file, `${width} pixels: ${id}: ${help}: ${nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join("\n  ")}`);
    await page.close();
  }
}
await browser.close();
if (faults) process.exit(1);
console.log(`${process.argv.length - 2} pages without a violation`);
