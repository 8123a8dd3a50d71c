// The gallery's first page: sorting, filters, search, marks and their list. Words and cards come from data/*.js, scripts
// that call gallery.settings and gallery.cards: a page opened from a disk may not fetch files.
"use strict";

const kMostAtOnce = 400; // cards in the page: all municipalities, and ten thousand reports don't make it slow

let settings;
const cards = [];
let chosen = []; // those that the filters let through, in order
let shown = 0;
let form;

const gallery = {
  settings(given) {
    settings = given;
    for (const kind of Object.keys(settings.choices)) settings.choices[kind] = new Map(settings.choices[kind]);
  },
  cards(more) {
    for (const card of more) {
      card.number = cards.length;
      card.searched = folded(`${card.name} ${card.code}`);
      cards.push(card);
    }
  },
};

const say = (word, number) => settings.words[word].replace("{shown}", () => inWords(number));

/// Small letters without accents, but for those that are letters of their own: å is not a, é is e.
function folded(text) {
  const lower = text.toLowerCase().normalize("NFC");
  if (/^[\x00-\x7f]*$/.test(lower)) return lower;
  const own = settings.words.letters;
  return Array.from(lower, (c) => (own.includes(c) ? c : c.normalize("NFD").replace(/\p{M}/gu, ""))).join("");
}

function openList() {
  form = byId("controls");
  marks.load();
  offerChoices();
  restoreView();
  form.hidden = false;
  byId("state").hidden = false;
  const wide = matchMedia("(min-width: 60rem)");
  const openFilters = () => (form.querySelector("details").open = wide.matches || filtered());
  openFilters();
  wide.addEventListener("change", openFilters);
  form.addEventListener("input", choose);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(choose)); // the fields are empty only afterwards
  byId("more").addEventListener("click", showMore);
  byId("cards").addEventListener("change", tick);
  byId("download").addEventListener("click", download);
  addEventListener("beforeprint", showAll);
  whenMarksChange(showMarks);
  choose();
  if (cards.length < settings.count) show(byId("trouble"), say("missing", cards.length));
}

/// Filters offer what there is; one with nothing to choose between isn't shown.
function offerChoices() {
  const names = new Intl.DisplayNames([settings.language], { type: "language", fallback: "code" });
  const languages = [...new Set(cards.map((card) => card.language))];
  // "svenska", and "svenska (Finland)" only where there are two of it.
  const plain = (tag) => tag.split("-")[0];
  const twice = (tag) => languages.filter((other) => plain(other) === plain(tag)).length > 1;
  settings.choices.language = new Map(languages.map((tag) => [tag, nameOf(names, twice(tag) ? tag : plain(tag))]));
  for (const [kind, choices] of Object.entries(settings.choices)) {
    const select = form.elements[kind];
    select.append(new Option(settings.words.all, ""));
    if (kind === "warning") select.append(new Option(settings.words.any_warning, "any"));
    if (kind === "warning") select.append(new Option(settings.words.no_warning, "none"));
    for (const [key, name] of choices) select.append(new Option(name, `=${key}`));
    select.closest("label").hidden = choices.size < (kind === "warning" ? 1 : 2);
  }
}

/// The browser's word for a language; the tag itself where it knows none or the tag is no tag.
function nameOf(names, tag) {
  try {
    return names.of(tag);
  } catch {
    return tag;
  }
}

const kFields = ["search", "sort", "type", "county", "quadrant", "warning", "language", "changed", "unseen"];
const valueOf = (field) => (field.type === "checkbox" ? field.checked : field.value);
const filtered = () => kFields.slice(2).some((name) => valueOf(form.elements[name]));

function restoreView() {
  const view = kept.read(forNow, "view") ?? {};
  for (const name of kFields) {
    const field = form.elements[name];
    if (field.type === "checkbox") field.checked = view[name] === true;
    else field.value = view[name] ?? field.value;
    // What was chosen last time may not be there today.
    if (field.selectedIndex === -1) field.selectedIndex = 0;
  }
}

const filters = {
  search: (card, view) => view.terms.every((term) => card.searched.includes(term)),
  type: (card, view) => !view.type || `=${card.type}` === view.type,
  county: (card, view) => !view.county || `=${card.county}` === view.county,
  quadrant: (card, view) => !view.quadrant || `=${card.quadrant}` === view.quadrant,
  language: (card, view) => !view.language || `=${card.language}` === view.language,
  warning: (card, view) => {
    if (!view.warning) return true;
    if (view.warning === "any" || view.warning === "none") return card.warnings.length > 0 === (view.warning === "any");
    return card.warnings.some((kind) => `=${kind}` === view.warning);
  },
  changed: (card, view) => !view.changed || card.changed,
  unseen: (card, view) => !view.unseen || !marks.has(card.id, card.mark),
};

/// What is sorted by, the largest first; cards without a value come last. Equals stay in the order of names.
const sorts = {
  "result-high": (card) => card.result,
  "result-low": (card) => negative(card.result),
  rise: (card) => card.change,
  fall: (card) => negative(card.change),
  extremes: (card) => card.result === null ? null : Math.abs(card.result - median()),
  warnings: (card) => card.warnings.length,
};
const negative = (value) => (value === null ? null : -value);

/// Of all results, whatever the filters let through: an extreme stays one.
function median() {
  if (median.found === undefined) {
    const results = cards.map((card) => card.result).filter((value) => value !== null).sort((a, b) => a - b);
    median.found = (results[(results.length - 1) >> 1] + results[results.length >> 1]) / 2;
  }
  return median.found;
}

function sorted(list, by) {
  if (!sorts[by]) return list;
  const keyed = list.map((card) => [sorts[by](card) ?? -Infinity, card]);
  keyed.sort((a, b) => (a[0] === b[0] ? a[1].number - b[1].number : b[0] - a[0]));
  return keyed.map((pair) => pair[1]);
}

function choose() {
  const view = Object.fromEntries(kFields.map((name) => [name, valueOf(form.elements[name])]));
  kept.write(forNow, "view", view);
  view.terms = folded(view.search).split(/\s+/).filter(Boolean);
  const tests = Object.values(filters);
  chosen = sorted(cards.filter((card) => tests.every((test) => test(card, view))), view.sort);
  byId("cards").replaceChildren();
  shown = 0;
  showMore();
  const said = chosen.length || !cards.length ? say("showing", chosen.length) : settings.words.nothing;
  // A screen reader says what is written here again: only when it is something else.
  if (byId("showing").textContent !== said) byId("showing").textContent = said;
  count();
  // Pages of reports follow this order; it can be long, and nobody waits for it.
  clearTimeout(choose.later);
  choose.later = setTimeout(() => kept.write(forGood, "order", chosen.map((card) => [card.id, card.name])));
}

/// Marks that were set elsewhere; the cards stay where they are.
function showMarks() {
  for (const box of document.querySelectorAll("#cards input")) {
    const card = cards[box.dataset.number];
    box.checked = marks.has(card.id, card.mark);
  }
  count();
}

function count() {
  byId("looked-count").textContent = say("looked_count", cards.filter((card) => marks.has(card.id, card.mark)).length);
}

/// The next cards. Who asked for them by a button goes on at the first of them.
function showMore(event, most = kMostAtOnce) {
  const next = chosen.slice(shown, shown + most).map(cardElement);
  shown += next.length;
  byId("cards").append(...next);
  byId("more").hidden = shown === chosen.length;
  if (event) next[0].querySelector("a").focus();
}

/// On paper there is no button, and a picture that waits to be scrolled to never comes.
function showAll() {
  showMore(undefined, chosen.length);
  for (const image of document.querySelectorAll("#cards img")) image.loading = "eager";
}

/// A card stays where it is when it is ticked, though the filters may not want it any longer: what one reads must not go
/// away under one's eyes.
function tick(event) {
  const card = cards[event.target.dataset.number];
  marks.set(card.id, card.mark, event.target.checked);
  count();
}

// Scripts that wait run in their order, the data after this one; then the page is told.
addEventListener("DOMContentLoaded", () => settings && openList());
