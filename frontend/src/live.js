// What the page says by itself: one line at its foot, never over what one reads.
let timer;

export function announce(text, stays = false) {
  const place = document.getElementById("announce");
  if (!place) return;
  place.textContent = text;
  place.hidden = false;
  clearTimeout(timer);
  if (!stays) timer = setTimeout(() => { place.hidden = true; }, 4000);
}

export function live() {
  const { notSent } = document.getElementById("words").dataset;
  document.body.addEventListener("htmx:sendError", () => announce(notSent, true));
  document.body.addEventListener("htmx:afterOnLoad", () => {
    const place = document.getElementById("announce");
    if (place && place.textContent === notSent) place.hidden = true;
  });
  for (const select of document.querySelectorAll("[data-submit-on-change]")) {
    select.addEventListener("change", () => select.form?.requestSubmit());
  }
  for (const button of document.querySelectorAll("[data-print]")) {
    button.addEventListener("click", () => window.print());
  }
}
