// 捌万陆仟元整 beside an amount, by the same rules as faheng.lib.text.
const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const UNITS = ["", "拾", "佰", "仟"];
const FIGURES = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(亿|万)?元?$/;
const SCALES = { "": 1n, 万: 10_000n, 亿: 100_000_000n };

function section(number) {
  let written = "";
  let gap = false;
  for (const place of [3, 2, 1, 0]) {
    const figure = Math.floor(number / 10 ** place) % 10;
    if (figure) written += (gap && written ? "零" : "") + DIGITS[figure] + UNITS[place];
    gap = !figure;
  }
  return written;
}

function whole(number) {
  for (const [scale, name] of [[100_000_000n, "亿"], [10_000n, "万"]]) {
    if (number >= scale) {
      const low = number % scale;
      const written = whole(number / scale) + name;
      if (!low) return written;
      return written + (low < scale / 10n ? "零" : "") + whole(low);
    }
  }
  return section(Number(number));
}

export function amountInWords(fen) {
  const rest = Number(fen % 100n);
  const jiao = Math.floor(rest / 10);
  const cents = rest % 10;
  let written = whole(fen / 100n);
  if (written) written += "元";
  if (!rest) return (written || "零元") + "整";
  if (jiao) written += DIGITS[jiao] + "角";
  else if (written) written += "零";
  return written + (cents ? DIGITS[cents] + "分" : "整");
}

// Fen of what a person typed, or null: full-width figures, commas, 万元 are understood.
export function readFen(typed) {
  const plain = typed.normalize("NFKC").replace(/\s/g, "").replace(/^人民币/, "").replace(/^¥/, "");
  const found = FIGURES.exec(plain);
  if (!found) return null;
  const decimals = (found[2] ?? ".").slice(1);
  const digits = BigInt(found[1].replaceAll(",", "") + decimals);
  const scaled = digits * SCALES[found[3] ?? ""] * 100n;
  const divisor = 10n ** BigInt(decimals.length);
  return scaled % divisor ? null : scaled / divisor;
}

function show(input) {
  const output = document.querySelector(`[data-words-for="${CSS.escape(input.id)}"]`);
  if (!output) return;
  const fen = readFen(input.value);
  output.textContent = fen === null ? "" : amountInWords(fen);
}

function step(input, event) {
  const up = event.code === "ArrowUp";
  if (!(up || event.code === "ArrowDown") || event.isComposing) return;
  const fen = readFen(input.value || "0");
  if (fen === null) return;
  event.preventDefault();
  const next = fen + (up ? 10_000n : -10_000n);
  input.value = (Number(next < 0n ? 0n : next) / 100).toLocaleString("en-US");
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

export function words(piece) {
  for (const input of piece.querySelectorAll("input[data-money]")) {
    input.addEventListener("input", () => show(input));
    input.addEventListener("keydown", (event) => step(input, event));
    show(input);
  }
}
