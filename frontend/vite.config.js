import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

// Names stay the same: Django's static storage gives them their fingerprints.
export default defineConfig({
  root: at("."),
  base: "./",
  publicDir: at("public"),
  build: {
    outDir: at("../src/faheng/web/static/built"),
    emptyOutDir: true,
    target: "chrome108",
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rollupOptions: {
      // htmx can evaluate; its configuration in base.html forbids it.
      onwarn: (warning, warn) => warning.code === "EVAL" || warn(warning),
      input: at("src/faheng.js"),
      output: {
        format: "iife",
        entryFileNames: "faheng.js",
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith(".woff2"))
            ? "fonts/[name][extname]"
            : "faheng[extname]",
      },
    },
  },
});
