// The gallery in Debian's Chromium, a check after the other:
//   node run.mjs SMALL LARGE     folders with galleries of 60 and of 10,000 reports
import { faults, openBrowser } from "./gallery_pages.mjs";
import * as list from "./list.mjs";
import * as reports from "./reports.mjs";
import * as views from "./views.mjs";

const [small, large] = process.argv.slice(2);
const { tenThousand, ...others } = views;
const checks = [...Object.values(list), ...Object.values(reports), ...Object.values(others)];
const browser = await openBrowser();
async function run(check, folder) {
  try {
    await check(browser, folder);
  } catch (error) {
    faults.push(`${check.name}: ${error.message}`);
  }
}
for (const check of checks) await run(check, small);
await run(tenThousand, large);
await browser.close();
if (faults.length) {
  console.error(faults.join("\n"));
  process.exit(1);
}
console.log(`${checks.length + 1} checks of the gallery hold`);
