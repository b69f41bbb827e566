import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

/** The page's own style and script, with the policy that lets these two run and nothing else. */
export interface Assets {
  readonly style: string;
  readonly script: string;
  /** Content of the `Content-Security-Policy` meta tag: no request to anywhere. */
  readonly policy: string;
}

/** They lie in the package's `src` even when the code runs from `dist`, which is as deep: nothing to copy. */
const folder = new URL("../../../../src/pipeline/report/page/assets/", import.meta.url);

/** In an order in which each uses only what stands before it. */
const styles = [
  "base.css",
  "verdict.css",
  "tables.css",
  "figures.css",
  "comparison.css",
  "heat.css",
  "charts.css",
  "narrow.css",
  "cases.css",
  "one-case.css",
  "print.css",
];
const scripts = [
  "visible.js",
  "elements.js",
  "evaluation.js",
  "filters.js",
  "arguments.js",
  "one-case.js",
  "list.js",
  "numbers.js",
  "start.js",
];

export async function readAssets(): Promise<Assets> {
  const [style, script] = [
    await join("style", styles),
    (await join("script", scripts)).replace(moduleWords, ""),
  ];
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return { style, script, policy };
}

/** The scripts are modules for editors and linters; on the page they are one. */
const moduleWords = /^import [^;]*;\n|^export (?=function|const)/gm;

async function join(kind: string, names: readonly string[]): Promise<string> {
  const texts = await Promise.all(names.map((name) => readFile(new URL(`${kind}/${name}`, folder), "utf8")));
  return `\n${texts.join("\n")}`;
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
