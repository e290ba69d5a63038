// Rows of a formset, added from its blank one and taken away.
import htmx from "htmx.org";
import { place } from "./bars.js";
import { words } from "./money.js";

function renumber(set, prefix) {
  set.querySelector(`[name="${prefix}-TOTAL_FORMS"]`).value = set.querySelectorAll("[data-formrow]").length;
}

function add(set, prefix) {
  const count = set.querySelectorAll("[data-formrow]").length;
  const made = document.createElement("template");
  made.innerHTML = set.querySelector("template[data-blank]").innerHTML.replaceAll("__prefix__", count);
  const row = made.content.firstElementChild;
  set.querySelector("[data-rows]").append(row);
  renumber(set, prefix);
  htmx.process(row);
  place(row);
  words(row);
  row.querySelector("input, select, textarea")?.focus();
  set.dispatchEvent(new Event("input", { bubbles: true }));
}

// A row that the server knows is marked and hidden; numbers of the others stay.
function remove(set, row) {
  const mark = row.querySelector('[name$="-DELETE"]');
  if (mark) mark.checked = true;
  else for (const field of row.querySelectorAll("input, textarea, select")) field.value = "";
  row.hidden = true;
  set.dispatchEvent(new Event("input", { bubbles: true }));
}

export function rows(piece) {
  for (const set of piece.querySelectorAll("[data-formset]")) {
    const prefix = set.dataset.formset;
    set.addEventListener("click", (event) => {
      if (event.target.closest("[data-add]")) add(set, prefix);
      const button = event.target.closest("[data-remove]");
      if (button) remove(set, button.closest("[data-formrow]"));
    });
  }
}
