// The page of a report: its mark, and the way to the reports before and after it by keys.
"use strict";

function openReport(main) {
  const { id, mark } = main.dataset;
  const box = byId("looked");
  const showMark = () => (box.checked = marks.has(id, mark));
  marks.load();
  showMark();
  whenMarksChange(showMark);
  box.addEventListener("change", () => marks.set(id, mark, box.checked));
  document.querySelector(".mark").hidden = false;
  followList(id);
  addEventListener("keydown", walk);
}

/// Previous and next are those of the list as it was seen last; a report that it didn't show keeps its written links.
function followList(id) {
  const order = kept.read(forGood, "order");
  const at = Array.isArray(order) ? order.findIndex((card) => card[0] === id) : -1;
  if (at < 0) return;
  for (const [name, neighbour] of [["prev", order[at - 1]], ["next", order[at + 1]]]) {
    const link = byId(name);
    link.hidden = !neighbour;
    if (!neighbour) continue;
    link.href = `${encodeURIComponent(neighbour[0])}.html`;
    link.querySelector("bdi").textContent = neighbour[1];
  }
  const place = byId("at");
  const numbers = { at: at + 1, all: order.length };
  place.textContent = place.dataset.pattern.replace(/\{(\w+)\}/g, (_, name) => inWords(numbers[name]));
}

/// Arrow keys, as long as nothing else wants them: a field, a page wider than the screen, or another key held down.
function walk(event) {
  const name = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  const other = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented;
  const wide = document.documentElement.scrollWidth > innerWidth;
  const field = event.target.closest?.("input:not([type=checkbox]), select, textarea");
  const link = name && byId(name);
  if (!link || link.hidden || other || wide || field) return;
  event.preventDefault();
  location.assign(link.href);
}

addEventListener("DOMContentLoaded", () => openReport(document.querySelector("main")));
