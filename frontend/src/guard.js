// Leaving with something typed asks first; submitting twice is not possible.
const dirty = new Set();

export function guard(piece) {
  for (const form of piece.querySelectorAll("form[data-guard]")) {
    form.addEventListener("input", (event) => {
      if (event.target !== form) dirty.add(form);
    });
    form.addEventListener("submit", (event) => {
      if (event.submitter?.formTarget) return;
      if (form.dataset.sending) return event.preventDefault();
      form.dataset.sending = "true";
      dirty.delete(form);
    });
  }
}

window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sending]")) delete form.dataset.sending;
});
window.addEventListener("beforeunload", (event) => {
  const kept = [...dirty].some((form) => form.isConnected && !("autosave" in form.dataset));
  if (kept) event.preventDefault();
});
