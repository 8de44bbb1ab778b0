import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import { defineConfig } from "vite";

const require = createRequire(import.meta.url);
const OUTPUT = "../src/fullscore/web/static/built";
const DRAWN = /url\("data:image\/svg\+xml,([^"]*)"\)/g;

/** Move drawings out of the stylesheet into files: the pages' policy allows no `data:` address. */
function drawingsAsFiles() {
  return {
    name: "drawings-as-files",
    enforce: "post",
    generateBundle(_, bundle) {
      for (const sheet of Object.values(bundle).filter((file) => file.fileName.endsWith(".css"))) {
        sheet.source = String(sheet.source).replaceAll(DRAWN, (_match, encoded) => {
          const source = decodeURIComponent(encoded);
          const name = `assets/drawing-${createHash("sha256").update(source).digest("hex").slice(0, 8)}.svg`;
          this.emitFile({ type: "asset", fileName: name, source });
          return `url("${basename(name)}")`;
        });
      }
    },
  };
}

/** Write beside each stylesheet and script what a browser that takes gzip is sent: an eighth of it. */
function zipped() {
  return {
    name: "zipped",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        for (const file of Object.values(bundle).filter((one) => /\.(css|js)$/.test(one.fileName))) {
          this.emitFile({ type: "asset", fileName: `${file.fileName}.gz`, source: gzipSync(file.source ?? file.code, { level: 9 }) });
        }
      },
    },
  };
}

/** Write icons.json: the inside of every icon that icons.txt names, for the templates to inline. */
function icons() {
  return {
    name: "icons",
    generateBundle() {
      const { icons: all } = JSON.parse(readFileSync(require.resolve("@iconify-json/tabler/icons.json"), "utf8"));
      const names = readFileSync("icons.txt", "utf8").split("\n").filter(Boolean);
      const missing = names.filter((name) => !all[name]);
      if (missing.length) this.error(`No such icon: ${missing.join(", ")}`);
      const bare = (body) => body.replaceAll(/ (fill|stroke|stroke-linecap|stroke-linejoin|stroke-width)="[^"]*"/g, "");
      const drawn = Object.fromEntries(names.map((name) => [name, bare(all[name].body)]));
      this.emitFile({ type: "asset", fileName: "icons.json", source: JSON.stringify(drawn) });
    },
  };
}

export default defineConfig({
  base: "./",
  publicDir: false,
  plugins: [icons(), drawingsAsFiles(), zipped()],
  build: {
    outDir: OUTPUT,
    emptyOutDir: true,
    manifest: "manifest.json",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // light-dark() and nesting stay as written: every browser the pages are for knows them.
    cssTarget: "esnext",
    rollupOptions: { input: ["src/app.js", "src/calendar.js", "src/calendar.css", "src/look.css"] },
  },
});
