// What a browser keeps for the gallery: marks for good, the order of the list for the pages of reports, the view for the
// way back. Every page of the gallery reads this first.
"use strict";

const survey = document.documentElement.dataset.survey;
const keyOf = (name) => `mognad ${name} ${survey}`;
const kept = {
  // A browser may refuse, and one with a full disk does in the middle: then the marks last as long as the page.
  values: new Map(),
  read(area, name) {
    try {
      return JSON.parse(area().getItem(keyOf(name))) ?? this.values.get(name) ?? null;
    } catch {
      return this.values.get(name) ?? null;
    }
  },
  write(area, name, value) {
    this.values.set(name, value);
    try {
      area().setItem(keyOf(name), JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  },
};
const forGood = () => localStorage;
const forNow = () => sessionStorage;

/// {id: [mark, time]}. A mark holds for the content that was looked at: a report made anew is to be looked at again.
const marks = {
  all: {},
  load() {
    const found = kept.read(forGood, "marks");
    this.all = new Map(found && typeof found === "object" ? Object.entries(found) : []);
  },
  has: (id, mark) => marks.all.get(id)?.[0] === mark,
  time: (id, mark) => (marks.has(id, mark) ? marks.all.get(id)[1] : ""),
  set(id, mark, looked) {
    this.load(); // another tab may have marked others meanwhile
    if (looked) this.all.set(id, [mark, new Date().toISOString()]);
    else this.all.delete(id);
    const trouble = byId("trouble");
    if (!kept.write(forGood, "marks", Object.fromEntries(this.all))) show(trouble, trouble.dataset.unkept);
  },
};

const byId = (id) => document.getElementById(id);
const inWords = (number) => number.toLocaleString(document.documentElement.lang);

function show(element, text) {
  element.textContent = text;
  element.hidden = false;
}

/// Marks are read again when a page comes back from the browser's memory, or when another tab has set one.
function whenMarksChange(redo) {
  const again = () => {
    marks.load();
    redo();
  };
  // The order of another tab's list is kept too, and is no mark; without a key everything was thrown away.
  addEventListener("storage", (event) => (event.key === null || event.key === keyOf("marks")) && again());
  addEventListener("pageshow", (event) => event.persisted && again());
}
