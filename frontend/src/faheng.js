import "./styles/tokens.css";
import "./styles/faheng.css";
import "./styles/pages.css";
import "./styles/surfaces.css";
import "./styles/lists.css";
import "./styles/cases.css";
import "./styles/law.css";
import "./styles/supervision.css";
import "./styles/discretion.css";
import "./styles/print.css";
import htmx from "htmx.org";
import { keep } from "./autosave.js";
import { place } from "./bars.js";
import { openCommand } from "./command.js";
import { drawers } from "./drawer.js";
import { changes } from "./changes.js";
import { rows } from "./formset.js";
import { guard } from "./guard.js";
import { listen } from "./keyboard.js";
import { words } from "./money.js";
import { preferences } from "./preferences.js";
import { live } from "./live.js";

// What must be done to a piece of page, whether it came with the page or later.
function dress(piece) {
  place(piece);
  words(piece);
  rows(piece);
  guard(piece);
  keep(piece);
  piece.querySelector("[data-focus]")?.focus();
}

preferences();
listen();
openCommand();
drawers();
live();
changes();
dress(document);
htmx.onLoad((piece) => {
  if (piece !== document.body) dress(piece);
});
