// The navigation of a phone, menus that close when one looks elsewhere, and copying.
import { announce } from "./live.js";

function toggle(open) {
  document.getElementById("nav")?.toggleAttribute("data-open", open);
}

async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy);
  announce(document.getElementById("words").dataset.copied);
}

export function drawers() {
  document.addEventListener("click", (event) => {
    const { target } = event;
    if (target.closest("[data-drawer]")) {
      event.preventDefault();
      toggle(true);
    } else if (target.closest("[data-drawer-close]")) {
      event.preventDefault();
      toggle(false);
    } else if (!target.closest("#nav")) {
      toggle(false);
    }
    for (const menu of document.querySelectorAll("details.me[open], details.more[open]")) {
      if (!menu.contains(target)) menu.open = false;
    }
    const button = target.closest("[data-copy]");
    if (button) copy(button);
  });
  document.addEventListener("keydown", (event) => {
    if (event.code === "Escape") toggle(false);
  });
}
