// Keys by their place on the keyboard (code), silent in fields and while composing.
const FIELDS = "input:not([type=checkbox],[type=radio],[type=button],[type=submit]), textarea, select, [contenteditable]";
const PAUSE = 1200;
let waiting = "";
let waitingSince = 0;

const shown = (element) => element.getClientRects().length > 0;

function rows() {
  return [...document.querySelectorAll("[data-list] [data-row]")].filter(shown);
}

function current(list) {
  return list.findIndex((row) => row.hasAttribute("aria-current") || row.getAttribute("aria-selected") === "true");
}

export function select(row) {
  for (const other of rows()) {
    other.classList.remove("on");
    other.removeAttribute(other.tagName === "TR" ? "aria-selected" : "aria-current");
  }
  row.classList.add("on");
  row.setAttribute(row.tagName === "TR" ? "aria-selected" : "aria-current", "true");
  row.scrollIntoView({ block: "nearest" });
  row.dispatchEvent(new CustomEvent("faheng:select", { bubbles: true }));
}

function move(step) {
  const list = rows();
  const at = current(list);
  const next = at < 0 ? (step > 0 ? 0 : list.length - 1) : at + step;
  if (list[next]) select(list[next]);
}

function press(element) {
  if (element.matches("input, textarea, select")) element.focus();
  else element.click();
}

function onRow(code) {
  const list = rows();
  const row = list[current(list)];
  if (!row) return false;
  const target = code === "KeyD" ? row.querySelector("[data-act]") : row.querySelector("a[href]");
  if (target) target.click();
  else if (code === "Enter" && row.dataset.href) location.assign(row.dataset.href);
  return Boolean(target);
}

function bound(codes) {
  return [...document.querySelectorAll(`[data-key="${CSS.escape(codes)}"]`)].find(
    (element) => shown(element) || element.closest("nav"),
  );
}

function single(event) {
  const { code } = event;
  const fresh = waiting && performance.now() - waitingSince < PAUSE;
  const both = fresh ? `${waiting} ${code}` : "";
  waiting = "";
  const element = (both && bound(both)) || bound(code);
  if (code === "KeyG" && !both) {
    waiting = code;
    waitingSince = performance.now();
    return true;
  }
  if (event.key === "?" || (code === "Slash" && event.shiftKey)) return openKeys();
  // Where no list is walked, J and K may turn to the next page and the one before.
  if ((code === "KeyJ" || code === "KeyK") && (rows().length || !element)) return move(code === "KeyJ" ? 1 : -1), true;
  if ((code === "KeyD" || code === "Enter") && onRow(code)) return true;
  if (element) return press(element), true;
  return false;
}

function openKeys() {
  const dialog = document.getElementById("keys");
  if (!dialog) return false;
  const list = dialog.querySelector("[data-page-keys]");
  list.replaceChildren();
  const seen = new Set(["Slash"]);
  for (const element of document.querySelectorAll("[data-key][data-key-label]")) {
    const { key, keyLabel } = element.dataset;
    if (seen.has(key)) continue;
    seen.add(key);
    const row = document.createElement("div");
    const keys = document.createElement("dt");
    for (const code of key.split(" ")) {
      const cap = document.createElement("kbd");
      cap.className = "kbd";
      cap.textContent = name(code);
      keys.append(cap, " ");
    }
    const what = document.createElement("dd");
    what.textContent = keyLabel;
    row.append(keys, what);
    list.append(row);
  }
  dialog.showModal();
  return true;
}

function name(code) {
  const named = { Slash: "/", BracketLeft: "[", BracketRight: "]" };
  return named[code] ?? code.replace(/^(Key|Digit)/, "");
}

function withControl(event) {
  const form = event.target.closest("form") ?? document.querySelector("form[data-guard]");
  if (!form) return;
  if (event.code === "Enter") {
    event.preventDefault();
    form.requestSubmit(form.querySelector("[data-submit]") ?? undefined);
  } else if (event.code === "KeyS") {
    event.preventDefault();
    form.dispatchEvent(new CustomEvent("faheng:save"));
  }
}

export function listen() {
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey) return withControl(event);
    if (event.altKey || document.documentElement.dataset.keys === "off") return;
    if (document.querySelector("dialog[open]")) return;
    if (event.target.closest(FIELDS)) return;
    if (event.code === "Enter" && event.target.closest("a, button, summary")) return;
    if (single(event)) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const row = event.target.closest("[data-list] [data-row]");
    if (row && !event.target.closest("a, button, input, label, summary")) select(row);
  });
  document.addEventListener("dblclick", (event) => {
    const row = event.target.closest("[data-list] [data-row][data-href]");
    if (row && !event.target.closest("a, button, input")) location.assign(row.dataset.href);
  });
  // Enter that ends a composition never submits a form.
  document.addEventListener("keydown", (event) => {
    if (event.code === "Enter" && (event.isComposing || event.keyCode === 229)) event.stopPropagation();
  }, true);
}
