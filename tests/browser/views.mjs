// The views of the gallery: wide, narrow, dark, printed, with forced colours; names that want to do harm; ten thousand
// reports. VIEWS names a folder to leave pictures of the views in.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { check, checkAccess, equal, openPage } from "./gallery_pages.mjs";

const kViews = {
  wide: { viewport: { width: 1280, height: 900 } },
  narrow: { viewport: { width: 320, height: 900 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  "narrow-dark": { viewport: { width: 320, height: 900 }, colorScheme: "dark" },
  "forced-colours": { viewport: { width: 1280, height: 900 }, forcedColors: "active" },
};
const kPages = { list: "index.html", report: "gallery/1009-report.html", warnings: "gallery/1005-report.html" };

export async function access(browser, folder) {
  for (const [view, options] of Object.entries(kViews))
    for (const [name, path] of Object.entries(kPages)) {
      const page = await openPage(browser, folder, path, options);
      if (name === "list") await page.evaluate(() => (document.querySelector("details").open = true));
      await checkAccess(page, `${name}, ${view}`);
      if (process.env.VIEWS) await page.screenshot({ path: join(process.env.VIEWS, `${name}-${view}.png`) });
      await page.context().close();
    }
}

/// As a reader with small sight has it: text of twice the size on a screen of the usual width (1.4.4).
export async function largeText(browser, folder) {
  const page = await openPage(browser, folder, "index.html", { viewport: { width: 640, height: 900 } });
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  check("text of twice the size fits", wide <= 640, wide);
  await page.context().close();
}

export async function printed(browser, folder) {
  const page = await openPage(browser, folder, "index.html");
  await page.emulateMedia({ media: "print" });
  equal("controls aren't printed", await page.isVisible("#controls"), false);
  check("cards are", await page.isVisible("#cards li"));
  const path = process.env.VIEWS ? join(process.env.VIEWS, "list.pdf") : undefined;
  const pages = String(await page.pdf({ path, preferCSSPageSize: true })).match(/\/Type \/Page\b/g).length;
  check("sixty reports are eight sheets at most", pages <= 8, pages);
  const [paper, ink] = await page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]);
  equal("in dark ink on white", [paper, ink], ["rgb(255, 255, 255)", "rgb(23, 34, 43)"]);
  await page.context().close();
}

export async function harmlessNames(browser, folder) {
  for (const path of ["index.html", ...Array.from({ length: 8 }, (_, i) => `gallery/${1000 + i}-report${i === 2 ? "%20%2523%26%3F%C3%A4" : ""}.html`)]) {
    const page = await openPage(browser, folder, path);
    equal(`${path}: a name runs nothing`, await page.evaluate(() => globalThis.harm), undefined);
    equal(`${path}: a name is no markup`, await page.locator("main script, main i, main [onerror], main [onclick]").count(), 0);
    await page.context().close();
  }
  // What a hole would let in: the policy stops it all the same. This page may complain.
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(folder, "index.html")).href);
  const stopped = await page.evaluate(() => new Promise((resolve) => {
    addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
    document.body.append(Object.assign(document.createElement("img"), { src: "http://127.0.0.1:9/x.png" }));
  }));
  equal("the policy lets no address in", stopped, "img-src");
  const run = await page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", '<button id="hole" onclick="globalThis.harm = 1">x</button>');
    document.getElementById("hole").click();
    return globalThis.harm;
  });
  equal("the policy runs no script of an attribute", run, undefined);
  await page.close();
}

export async function missingData(browser, folder) {
  const context = await browser.newContext();
  await context.route("**/data/0001.js", (route) => route.abort("aborted"));
  const page = await openPage(browser, folder, "index.html", { context });
  equal("reports that couldn't be read are missed in words", (await page.textContent("#trouble")).split(". ")[0],
    "Bara 0 av 60 rapporter kunde läsas in");
  await context.close();
}

const kMostMilliseconds = 2000;

export async function tenThousand(browser, folder) {
  const page = await openPage(browser, folder, "index.html");
  const opened = await page.evaluate(() => new Promise((resolve) =>
    requestAnimationFrame(() => setTimeout(() => resolve(performance.timing.domContentLoadedEventEnd - performance.timing.navigationStart)))));
  equal("ten thousand reports are there", await page.textContent("#showing"), "Visar 10\u00A0000 av 10\u00A0000 rapporter.");
  check("they open in under two seconds", opened < kMostMilliseconds, `${opened} ms`);
  const searched = await page.evaluate(() => {
    const start = performance.now();
    const field = document.querySelector("[name=search]");
    field.value = "åsköby 7";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return performance.now() - start;
  });
  check("and are searched in a tenth of that", searched < kMostMilliseconds / 10, `${searched} ms`);
  await page.fill("[name=search]", "");
  await page.click("#more");
  equal("more are shown when one asks", await page.locator("#cards > li").count(), 800);
  equal("and one goes on at the first of them", await page.evaluate(() =>
    [...document.querySelectorAll("#cards > li")].indexOf(document.activeElement.closest("li"))), 400);
  console.log(`10,000 reports open in ${opened} ms and are searched in ${Math.round(searched)} ms`);
  await page.context().close();
}
