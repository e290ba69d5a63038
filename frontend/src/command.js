// 查找或执行: acts of this page and places of the navigation at once, the rest from
// the server.
const LIMIT = 6;
let box;
let asked = 0;

const field = () => box.querySelector("input");
const list = () => box.querySelector("[role=listbox]");
const options = () => [...box.querySelectorAll("[role=option]")];

function say(name) {
  return document.getElementById("words").dataset[name] ?? "";
}

function label(link) {
  return (link.dataset.keyLabel || link.title || link.textContent).replace(/\s+/g, " ").trim();
}

function matching(links, query) {
  const wanted = query.toLowerCase();
  const seen = new Set();
  return links.filter((link) => {
    const said = label(link);
    if (!said || seen.has(link.href) || !said.toLowerCase().includes(wanted)) return false;
    seen.add(link.href);
    return true;
  });
}

function group(title, links) {
  if (!links.length) return [];
  const head = document.createElement("p");
  head.className = "gh";
  head.textContent = title;
  return [head, ...links.slice(0, LIMIT).map(option)];
}

function option(link) {
  const made = document.createElement("a");
  made.href = link.href;
  made.setAttribute("role", "option");
  const icon = link.querySelector("svg.i")?.cloneNode(true) ?? document.createElement("span");
  const said = document.createElement("span");
  said.textContent = label(link);
  made.append(icon, said, document.createElement("span"));
  return made;
}

function mark(step) {
  const all = options();
  const at = all.findIndex((one) => one.getAttribute("aria-selected") === "true");
  all.forEach((one, index) => {
    one.id = `command-option-${index}`;
    one.setAttribute("aria-selected", "false");
  });
  const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
  next?.setAttribute("aria-selected", "true");
  next?.scrollIntoView({ block: "nearest" });
  field().setAttribute("aria-activedescendant", next?.id ?? "");
}

async function ask(query) {
  const turn = ++asked;
  const { search } = box.querySelector("form").dataset;
  if (!search || query.length < 2) return;
  await new Promise((done) => setTimeout(done, 160));
  if (turn !== asked) return;
  const address = new URL(search, location.href);
  address.searchParams.set("q", query);
  const answer = await fetch(address, { headers: { "HX-Request": "true", "HX-Target": "command-options" } });
  if (!answer.ok || turn !== asked) return;
  const pieces = new DOMParser().parseFromString(await answer.text(), "text/html").body.childNodes;
  list().append(...pieces);
  mark(0);
}

function fill() {
  const query = field().value.trim();
  const acts = matching([...document.querySelectorAll(".main .act a.btn, .main [data-act], .main a[data-key]")], query);
  const places = matching([...document.querySelectorAll("#nav li a")], query);
  list().replaceChildren(...group(say("do"), acts), ...group(say("go"), places));
  if (!options().length) {
    const nothing = document.createElement("p");
    nothing.className = "gh";
    nothing.textContent = say("nothing");
    list().append(nothing);
  }
  mark(1);
  ask(query).catch(() => {});
}

function keys(event) {
  if (event.isComposing) return;
  if (event.code === "ArrowDown" || event.code === "ArrowUp") {
    event.preventDefault();
    mark(event.code === "ArrowDown" ? 1 : -1);
  } else if (event.code === "Enter") {
    const chosen = options().find((one) => one.getAttribute("aria-selected") === "true");
    if (chosen) {
      event.preventDefault();
      chosen.click();
    }
  }
}

export function openCommand() {
  box = document.getElementById("command");
  if (!box) return;
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-command]")) return;
    event.preventDefault();
    box.showModal();
    field().select();
    fill();
  });
  box.addEventListener("click", (event) => {
    if (event.target === box) box.close();
  });
  field().addEventListener("input", fill);
  field().addEventListener("keydown", keys);
}
