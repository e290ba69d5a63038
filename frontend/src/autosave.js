// What was typed stays on this computer until it is submitted; a week at most, and it
// is forgotten on leaving.
const PREFIX = "faheng:draft:";
const WEEK = 7 * 24 * 3600 * 1000;

const say = (name) => document.getElementById("words").dataset[name];
const time = (at) => new Date(at).toTimeString().slice(0, 5);

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key));
  } catch {
    return null;
  }
}

function values(form) {
  const skipped = (name) => name === "csrfmiddlewaretoken";
  return [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !skipped(name)
    && form.elements[name]?.type !== "password");
}

function put(form, saved) {
  const left = new Map();
  for (const [name, value] of saved) left.set(name, [...(left.get(name) ?? []), value]);
  for (const element of form.elements) {
    if (!element.name || ["hidden", "file", "password", "submit", "button"].includes(element.type)) continue;
    const kept = left.get(element.name);
    if (element.type === "checkbox" || element.type === "radio") element.checked = Boolean(kept?.includes(element.value));
    else if (kept?.length) element.value = kept.shift();
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

function note(form, text) {
  const place = form.querySelector("[data-autosave-note]") ?? document.querySelector("[data-autosave-note]");
  if (place) place.textContent = text;
  return place;
}

function save(form) {
  const draft = { at: Date.now(), values: values(form) };
  try {
    localStorage.setItem(PREFIX + form.dataset.autosave, JSON.stringify(draft));
    note(form, `${say("saved")} ${time(draft.at)}`);
  } catch {
    note(form, "");
  }
}

function offer(form, draft) {
  const place = note(form, `${say("restored")} ${time(draft.at)} `);
  if (!place) return;
  const drop = document.createElement("button");
  drop.type = "button";
  drop.className = "btn quiet small";
  drop.textContent = say("drop");
  drop.addEventListener("click", () => {
    localStorage.removeItem(PREFIX + form.dataset.autosave);
    form.reset();
    form.dispatchEvent(new Event("input", { bubbles: true }));
    note(form, "");
  });
  place.append(drop);
}

function restore(form) {
  const draft = read(form.dataset.autosave);
  if (!draft || draft.sent || "bound" in form.dataset) return;
  if (JSON.stringify(draft.values) === JSON.stringify(values(form))) return;
  put(form, draft.values);
  offer(form, draft);
}

function forget(test) {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX) && test(read(key.slice(PREFIX.length)))) localStorage.removeItem(key);
  }
}

// Somebody was first: what was sent was not taken, so it is a draft again.
function unsend(key) {
  const draft = key && read(key);
  if (draft) localStorage.setItem(PREFIX + key, JSON.stringify({ ...draft, sent: false }));
}

export function keep(piece) {
  if (piece === document) {
    unsend(piece.querySelector("[data-draft-kept]")?.dataset.draftKept);
    forget((draft) => !draft || draft.at < Date.now() - WEEK);
    for (const form of piece.querySelectorAll("form[data-forget]")) {
      form.addEventListener("submit", () => forget(() => true));
    }
  }
  for (const form of piece.querySelectorAll("form[data-autosave]")) {
    let timer;
    restore(form);
    form.addEventListener("input", (event) => {
      if (event.target === form) return;
      clearTimeout(timer);
      timer = setTimeout(save, 600, form);
    });
    form.addEventListener("faheng:save", () => save(form));
    form.addEventListener("submit", (event) => {
      clearTimeout(timer);
      save(form);
      if (event.submitter?.formTarget) return;
      const draft = read(form.dataset.autosave);
      if (draft) localStorage.setItem(PREFIX + form.dataset.autosave, JSON.stringify({ ...draft, sent: true }));
    });
  }
}
