// Paints SVG files as Chromium sees them, each in the size given, to PNG.
//   node pictures.mjs WIDTH HEIGHT IN.svg OUT.png …
import { resolve } from "node:path";
import { chromium } from "playwright-core";

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const all = process.argv.slice(2);
for (let i = 0; i < all.length; i += 4) {
  const [width, height] = all.slice(i, i + 2).map(Number);
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(`file://${resolve(all[i + 2])}`);
  await page.evaluate(([w, h]) => {
    document.documentElement.setAttribute("width", w);
    document.documentElement.setAttribute("height", h);
  }, [width, height]);
  await page.screenshot({ path: all[i + 3] });
  await page.close();
}
await browser.close();
