// The gallery's first page: sorting, filters, search, marks and their list, by mouse and by keyboard.
import { readFileSync } from "node:fs";
import { check, equal, namesOf, openPage, until } from "./gallery_pages.mjs";

const choose = (page, name, value) => page.selectOption(`select[name=${name}]`, value);
const showing = (page) => page.textContent("#showing");
const numbers = (page, kind) =>
  page.$$eval(`#cards > li`, (cards, of) => cards.map((card) => {
    const text = card.querySelector(`.${of} dd span`)?.firstChild?.textContent;
    return text ? Number(text.replace("\u2212", "-").replace(",", ".").replace(/[^\d.+-]/g, "")) : null;
  }), kind);

const falls = (values) => values.every((value, i) => i === 0 || value === null || (values[i - 1] !== null && values[i - 1] >= value));
const negative = (values) => values.map((value) => (value === null ? null : -value));

export async function sorting(browser, folder) {
  const page = await openPage(browser, folder, "index.html");
  const all = await namesOf(page);
  equal("all reports are shown", all.length, 60);
  const swedish = all.filter((name) => /^[A-ZÅÄÖÉ][a-zåäöé]+$/.test(name) && name.length < 15);
  equal("names are in the order of the alphabet", swedish, [...swedish].sort(new Intl.Collator("sv").compare));
  check("Å, Ä and Ö come last", swedish.at(-1).startsWith("Ö"), swedish.at(-1));
  await choose(page, "sort", "result-high");
  const results = await numbers(page, "result");
  check("the highest result comes first", falls(results) && new Set(results).size > 20, results);
  await choose(page, "sort", "result-low");
  // The one that isn't shown has no number, and the place of a number has none either.
  check("the lowest result comes first", falls(negative(await numbers(page, "result"))));
  await choose(page, "sort", "rise");
  check("the largest increase comes first, none last", falls(await numbers(page, "change")));
  await choose(page, "sort", "fall");
  check("the largest decrease comes first, none last", falls(negative(await numbers(page, "change"))));
  await choose(page, "sort", "extremes");
  const sorted = results.filter((value) => value !== null).sort((a, b) => a - b);
  const median = (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.floor(sorted.length / 2)]) / 2;
  // Shown with a decimal: neighbours may seem two of them apart.
  const far = (await numbers(page, "result")).map((value) => (value === null ? null : Math.abs(value - median)));
  check("the furthest from the median come first", far.every((value, i) => i === 0 || value === null || far[i - 1] >= value - 0.21), far);
  await choose(page, "sort", "warnings");
  equal("the report with most warnings comes first", await page.textContent("#cards > li:first-child .tags .warning:last-child"), "Bortlämnad etikett (2)");
  await page.context().close();
}

export async function filters(browser, folder) {
  const page = await openPage(browser, folder, "index.html");
  const kinds = () => page.$$eval("#cards .kind", (lines) => lines.map((line) => line.textContent));
  await choose(page, "type", { label: "Region" });
  const regions = await kinds();
  check("a type leaves its own", regions.length > 1 && regions.every((kind) => kind.startsWith("Region")), regions);
  equal("it is said how many are shown", await showing(page), `Visar ${regions.length} av 60 rapporter.`);
  await choose(page, "county", { label: "Askdala län" });
  const both = await kinds();
  check("a county leaves fewer", both.length > 0 && both.length < regions.length && both.every((kind) => kind.includes("Askdala län")), both);
  await page.click("button[type=reset]");
  await until(page, () => document.querySelectorAll("#cards > li").length === 60);
  await choose(page, "quadrant", "=A");
  const places = await page.$$eval("#cards .place dd", (list) => list.map((place) => place.textContent));
  check("a place in the matrix leaves its own", places.length > 1 && places.every((place) => place.startsWith("Typ A")), places);
  await choose(page, "quadrant", "");
  await choose(page, "warning", "any");
  const warned = await page.$$eval("#cards > li", (list) => list.map((card) => card.querySelectorAll(".warning").length));
  check("with warnings: each has one", warned.length > 2 && warned.every((count) => count > 0), warned);
  await choose(page, "warning", "none");
  equal("with and without make all", (await namesOf(page)).length + warned.length, 60);
  await choose(page, "warning", "=few_respondents");
  const few = await page.$$eval("#cards > li", (list) => list.map((card) => card.textContent.includes("Få svar")));
  check("a kind of warning leaves those that have it", few.length > 1 && few.every(Boolean) && few.length < warned.length);
  await choose(page, "warning", "");
  await page.check("[name=changed]");
  const changed = await page.$$eval("#cards > li", (list) => list.map((card) => card.querySelectorAll(".tags .changed").length));
  check("changed leaves what is changed", changed.length === 9 && changed.every((count) => count === 1), changed);
  await page.fill("[name=search]", "finns inte");
  equal("nothing is said in words", await showing(page), "Ingen rapport stämmer med urvalet.");
  await page.reload();
  equal("the view stays when one comes back", [await page.inputValue("[name=search]"), await page.isChecked("[name=changed]")], ["finns inte", true]);
  await page.context().close();
}

export async function search(browser, folder) {
  const page = await openPage(browser, folder, "index.html");
  const found = async (text) => {
    await page.fill("[name=search]", text);
    return (await namesOf(page)).filter((name) => !/\d/.test(name));
  };
  equal("å is not a", await found("asköby"), ["Asköby"]);
  equal("a is not å", await found("ÅSKÖBY"), ["Åsköby"]);
  equal("letters of two characters are found", await found("a\u030Angsk".replace("a\u030A", "a\u0308")), ["Ängsköping"]);
  equal("ö is not o", await found("osterrot"), []);
  equal("é is e", await found("eskeby"), ["Éskeby"]);
  equal("words in any order", await found("myrå östra"), ["Östra Myrå"]);
  equal("codes are found", await found("1009"), ["Åkerby"]);
  equal("blanks alone leave all", (await found("  ")).length > 15, true);
  await page.context().close();
}

export async function marksAndTheirList(browser, folder) {
  const page = await openPage(browser, folder, "index.html");
  const counted = () => page.textContent("#looked-count");
  await page.check("#cards li:nth-child(3) input");
  await page.check("#cards li:nth-child(5) input");
  equal("marks are counted", await counted(), "2 av 60 granskade.");
  await page.check("[name=unseen]");
  equal("not looked at leaves the others", (await namesOf(page)).length, 58);
  await page.check("#cards li:nth-child(1) input");
  equal("a card stays where it is when it is ticked", (await namesOf(page)).length, 58);
  await page.reload();
  equal("marks stay", await counted(), "3 av 60 granskade.");
  await page.uncheck("[name=unseen]");
  const other = await openPage(browser, folder, "index.html", { context: page.context() });
  await other.uncheck("#cards li:nth-child(1) input");
  await until(page, () => document.querySelector("#looked-count").textContent.startsWith("2"));
  // Each tab's list has an order of its own, and neither makes the other begin anew.
  await other.selectOption("select[name=type]", { label: "Region" });
  await page.evaluate(() => document.querySelector("#cards li").setAttribute("data-same", ""));
  await page.waitForTimeout(300);
  equal("another tab's view leaves this one alone", await page.locator("#cards li[data-same]").count(), 1);
  await other.close();
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#download")]);
  const text = readFileSync(await download.path(), "utf8");
  const lines = text.trimEnd().split("\r\n");
  equal("the list is named after the survey", download.suggestedFilename(), "sample-60.csv");
  equal("the list says what it lists", lines[0], "\uFEFFKod,Namn,Språk,Fil,Varningar,Granskad");
  equal("the list has all reports", lines.length, 61);
  equal("those looked at have a time", lines.filter((line) => /,\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(line)).length, 2);
  check("no field is a formula", lines.some((line) => line.includes(`"'=HYPERLINK(""http`)), text.slice(0, 400));
  // Another content of the same report, as after another run.
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.includes("marks"));
    localStorage.setItem(key, localStorage.getItem(key).replaceAll('["mark', '["old'));
  });
  await page.reload();
  equal("a mark doesn't hold for another content", await counted(), "0 av 60 granskade.");
  await page.context().close();
}

export async function keyboard(browser, folder) {
  const page = await openPage(browser, folder, "index.html");
  const focused = () => page.evaluate(() => document.activeElement.name || document.activeElement.className || document.activeElement.id || document.activeElement.tagName);
  const passed = [];
  for (let i = 0; i < 12; ++i) {
    await page.keyboard.press("Tab");
    passed.push(await focused());
  }
  equal("the keyboard goes through everything in order", passed,
    ["skip", "search", "sort", "type", "county", "quadrant", "warning", "language", "changed", "unseen", "BUTTON", "download"]);
  await page.keyboard.press("Tab");
  equal("then to the first card", await page.evaluate(() => document.activeElement.closest("li") === document.querySelector("#cards li")), true);
  const ring = await page.evaluate(() => getComputedStyle(document.activeElement, "::after").outlineStyle);
  equal("one sees where one is", ring, "solid");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  equal("a card is ticked by keyboard", await page.textContent("#looked-count"), "1 av 60 granskade.");
  await page.focus(".skip");
  await page.keyboard.press("Enter");
  equal("the first link skips to the content", await page.evaluate(() => location.hash), "#content");
  await page.context().close();
}

export async function storageRefused(browser, folder) {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(globalThis, name, { get: () => { throw new DOMException("refused", "SecurityError"); } });
  });
  const page = await openPage(browser, folder, "index.html", { context });
  await page.check("#cards li:nth-child(3) input");
  equal("without storage marks hold as long as the page", await page.textContent("#looked-count"), "1 av 60 granskade.");
  check("and it says so", (await page.textContent("#trouble")).startsWith("Webbläsaren tillåter inte"));
  await context.close();
}
