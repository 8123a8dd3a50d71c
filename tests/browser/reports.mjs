// The page of a report: its mark, and the way to its neighbours in the order of the list.
import { check, equal, openPage, until } from "./gallery_pages.mjs";

const title = (page) => page.textContent("h1");

export async function wayThroughTheList(browser, folder) {
  const page = await openPage(browser, folder, "index.html");
  await page.selectOption("select[name=type]", { label: "Region" });
  await page.selectOption("select[name=sort]", "result-high");
  const order = await page.$$eval("#cards h3", (heads) => heads.map((head) => head.textContent));
  await until(page, (count) => JSON.parse(localStorage.getItem("mognad order sample-60")).length === count, order.length);
  await page.click("#cards li:nth-child(2) h3 a");
  equal("a card leads to its report", await title(page), order[1]);
  equal("it is said where in the list one is", await page.textContent("#at"), `2 av ${order.length}`);
  await page.keyboard.press("ArrowRight");
  await until(page, (name) => document.querySelector("h1")?.textContent === name, order[2]);
  equal("the right arrow goes on", await title(page), order[2]);
  for (const name of [order[1], order[0]]) {
    await page.keyboard.press("ArrowLeft");
    await until(page, (expected) => document.querySelector("h1")?.textContent === expected, name);
  }
  equal("the first has none before it", await page.isVisible("#prev"), false);
  await page.keyboard.press("ArrowLeft");
  equal("and stays", await title(page), order[0]);
  await page.focus("#looked");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await until(page, (name) => document.querySelector("h1")?.textContent === name, order[1]);
  equal("another report isn't marked", await page.isChecked("#looked"), false);
  await page.click("nav a:first-child");
  await page.waitForSelector("#cards li");
  equal("a mark of a report's page is known to the list", await page.isChecked("#cards li:nth-child(1) input"), true);
  equal("the list is as it was left", await page.$$eval("#cards h3", (heads) => heads.map((head) => head.textContent)), order);
  await page.context().close();
}

export async function pagesSideBySide(browser, folder) {
  const page = await openPage(browser, folder, "gallery/1009-report.html");
  check("it says that the report is changed", (await page.textContent("main > .changed")).startsWith("Ändrad"));
  equal("before, now and the difference stand side by side", await page.$$eval(".compared:first-of-type figure", (figures) =>
    [figures.map((figure) => figure.textContent), new Set(figures.map((figure) => figure.offsetTop)).size]),
    [["Förra körningen", "Nu", "Skillnad, markerad"], 1]);
  check("each picture says what it is", await page.$$eval("img", (images) => images.every((image) => /^Sida \d/.test(image.alt))));
  check("pictures are known by size before they come", await page.$$eval("img", (images) =>
    images.every((image) => image.getAttribute("width") === "420" && image.loading === "lazy")));
  await page.context().close();
}

export async function withoutScript(browser, folder) {
  const page = await openPage(browser, folder, "index.html", { javaScriptEnabled: false });
  equal("without a script the list of reports stands there", await page.locator("noscript li a").count(), 60);
  await page.click("noscript li:nth-child(12) a");
  equal("and leads to the reports", await page.locator("h1").count(), 1);
  check("which know their neighbours", await page.isVisible("#next"));
  equal("and promise no mark", await page.isVisible("#looked"), false);
  await page.context().close();
}
