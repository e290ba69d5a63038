// Walks from change to change of two wordings: a run of words that went and came is one.
export function changes() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-change]");
    if (!button) return;
    const places = [...document.querySelectorAll(".lawtext .art ins, .lawtext .art del")]
      .filter((one) => one.previousSibling?.nodeName !== "DEL" || one.nodeName === "DEL");
    if (!places.length) return;
    const at = places.findIndex((one) => one.classList.contains("at"));
    const step = Number(button.dataset.change);
    const next = at < 0 ? (step > 0 ? 0 : places.length - 1) : (at + step + places.length) % places.length;
    places[at]?.classList.remove("at");
    places[next].classList.add("at");
    places[next].scrollIntoView({ block: "center" });
  });
}
