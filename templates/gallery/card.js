// A card of the first page, and a line for it in the list to download. Elements and texts alone, never markup: names come
// from files that anyone may have written.
"use strict";

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

function cardElement(card) {
  const size = card.width > 0 && card.height > 0 ? { width: card.width, height: card.height } : {};
  const picture = card.picture ? element("img", { src: card.picture, alt: "", loading: "lazy", decoding: "async", ...size }) : null;
  const name = element("h3", {}, element("a", { href: card.page, hreflang: card.language }, element("bdi", {}, card.name)));
  const box = element("input", { type: "checkbox", "data-number": card.number });
  box.checked = marks.has(card.id, card.mark);
  const looked = element("label", { class: "tick" }, box, ` ${settings.words.looked}`, element("span", { class: "heard" }, `: ${card.name}`));
  const pdf = element("a", { href: card.pdf }, settings.words.pdf, element("span", { class: "heard" }, `: ${card.name}`));
  return element(
    "li", {},
    element("div", { class: "sheet" }, picture),
    element("div", { class: "about" }, name, kindLine(card), keyFigures(card)),
    warningList(card),
    element("div", { class: "foot" }, looked, card.pdf ? pdf : null));
}

/// "Kommun · Östergötlands län · svenska", what of it is known and doesn't hold for all.
function kindLine(card) {
  const { type, county, language } = settings.choices;
  const parts = [type.get(card.type), county.get(card.county), language.size > 1 ? language.get(card.language) : ""];
  return element("p", { class: "kind" }, parts.filter(Boolean).join(" · "));
}

function keyFigures(card) {
  const { result, no_result, change, points, quadrant } = settings.words;
  const list = element("dl", {}, fact("result", result, card.result_text || no_result));
  if (!card.result_text) list.firstChild.className = "none";
  if (card.change_text) list.append(fact("change", change, card.change_text, null, points));
  const place = settings.choices.quadrant.get(card.quadrant);
  if (place) list.append(fact("place", quadrant, place, matrixPicture(card)));
  return list;
}

function fact(kind, name, value, picture = null, unit = "") {
  const shown = element("span", {}, value, unit ? element("small", {}, ` ${unit}`) : null);
  return element("div", { class: kind }, element("dt", {}, name), element("dd", {}, picture, shown));
}

/// Where the report stands in the matrix, 0–100 across and up; the words beside it say the same.
function matrixPicture({ place }) {
  const { cuts } = settings;
  if (place.length < 2 || place.includes(null)) return null;
  const svg = (name, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const picture = svg("svg", { viewBox: "-4 -4 108 108", "aria-hidden": "true" });
  picture.append(svg("rect", { width: 100, height: 100 }));
  if (cuts.length === 2) picture.append(svg("path", { d: `M${cuts[0]} 0V100M0 ${100 - cuts[1]}H100` }));
  picture.append(svg("circle", { cx: place[0], cy: 100 - place[1], r: 11 }));
  return picture;
}

/// Each kind once, with how many there are of it.
function warningList(card) {
  const kinds = new Map();
  for (const kind of card.warnings) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const items = card.changed ? [element("li", { class: "changed" }, settings.words.changed)] : [];
  for (const [kind, times] of kinds) {
    const name = settings.choices.warning.get(kind) ?? kind;
    items.push(element("li", { class: "warning" }, times > 1 ? `${name} (${inWords(times)})` : name));
  }
  return items.length ? element("ul", { class: "tags", "aria-label": settings.words.warnings }, ...items) : null;
}

/// RFC 4180. A field that a spreadsheet would take for a formula gets an apostrophe before it.
function csvField(value) {
  const text = String(value);
  const formula = /^[=+\-@\t\r]./.test(text) && Number.isNaN(Number(text));
  return formula || /[",\r\n]/.test(text) ? `"${formula ? "'" : ""}${text.replaceAll('"', '""')}"` : text;
}

/// All reports in the order of names, those that nobody has looked at without a time.
function download() {
  const { words } = settings;
  const columns = ["code", "name", "language", "file", "warnings", "looked"].map((name) => words[`column_${name}`]);
  const rows = cards.map((card) =>
    [card.code, card.name, card.language, `${card.id}.pdf`, card.warnings.length, marks.time(card.id, card.mark)]);
  const text = [columns, ...rows].map((row) => row.map(csvField).join(",")).join("\r\n");
  // Without the mark of byte order spreadsheets take UTF-8 for something older.
  const address = URL.createObjectURL(new Blob(["\uFEFF", text, "\r\n"], { type: "text/csv" }));
  element("a", { href: address, download: `${settings.survey.replace(/[^\w-]+/g, "-")}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
