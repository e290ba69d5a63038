// Gathers the icons that pages use into one sprite. A page asks for
// {% icon "inbox" %}; declarations say icon="inbox". Add the name here.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const ICONS = `
  alert-triangle archive arrow-left arrow-right ban bell book-2 books building calendar calendar-check calendar-plus
  camera check checklist checks chevron-down chevron-left chevron-right chevron-up circle-check clipboard-check
  clock copy device-mobile devices dots download external-link eye eye-check file-check
  file-download file-off file-search file-text file-zip filter flag folder folders gavel hash history
  home id inbox info-circle key keyboard language line-height link list-details lock login
  logout mail map-pin map-question menu-2 message-2 microphone moon note paperclip pencil phone photo photo-plus
  player-pause player-play plug-connected-x plus printer ruler-2 scale search send settings shield-check
  shield-lock square stack-2 table-export table-import text-size trash upload usb user user-check
  users video volume world writing-sign x
`.trim().split(/\s+/);

const folder = new URL("node_modules/@tabler/icons/icons/outline/", import.meta.url);
const symbols = ICONS.map((name) => {
  const svg = readFileSync(new URL(`${name}.svg`, folder), "utf8");
  const shapes = svg
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<\/?svg[^>]*>/g, "")
    .replace(/<path stroke="none"[^>]*\/>/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return `<symbol id="i-${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
});
const out = new URL("public/", import.meta.url);
mkdirSync(out, { recursive: true });
writeFileSync(
  new URL("icons.svg", out),
  `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`,
);
