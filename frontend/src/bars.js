// Positions come as data-left="5.83" (percent), because a strict policy forbids
// style attributes; setting them from a script is allowed.
const WAYS = { left: "left", width: "width", u: "--u", at: "--at" };

export function place(piece) {
  for (const [name, property] of Object.entries(WAYS)) {
    for (const element of piece.querySelectorAll(`[data-${name}]`)) {
      element.style.setProperty(property, `${element.dataset[name]}%`);
    }
  }
}
