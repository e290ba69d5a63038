// How pages look for this person, kept in cookies so that the server writes it into
// the page and nothing flashes.
const YEAR = 365 * 24 * 3600;

function value(name) {
  return document.documentElement.dataset[name] ?? "";
}

function choose(name, chosen) {
  const root = document.documentElement;
  if (chosen) root.dataset[name] = chosen;
  else delete root.dataset[name];
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${name}=${chosen}; path=/; max-age=${YEAR}; samesite=lax${secure}`;
  show();
}

function show() {
  for (const button of document.querySelectorAll("[data-prefer]")) {
    const [name, chosen] = button.dataset.prefer.split(":");
    button.setAttribute("aria-pressed", String(value(name) === chosen));
  }
  for (const button of document.querySelectorAll("[data-prefer-toggle]")) {
    const [name, chosen] = button.dataset.preferToggle.split(":");
    button.setAttribute("aria-pressed", String(value(name) === chosen));
  }
}

export function preferences() {
  document.addEventListener("click", (event) => {
    const one = event.target.closest("[data-prefer]");
    const two = event.target.closest("[data-prefer-toggle]");
    if (one) choose(...one.dataset.prefer.split(":"));
    if (two) {
      const [name, chosen] = two.dataset.preferToggle.split(":");
      choose(name, value(name) === chosen ? "" : chosen);
    }
  });
  show();
}
