import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
];

/** Where a Chromium is installed; null, said loudly, where none is. `CHROMIUM_PATH` names another. */
export function findChromium(): string | null {
  const found = [process.env["CHROMIUM_PATH"] ?? "", ...places].find((path) => existsSync(path)) ?? null;
  if (found === null)
    process.stderr.write(
      "\nSKIPPED: no Chromium here, so pages are not opened (apt-get install chromium)\n\n",
    );
  return found;
}

/** Without its sandbox, which a root in a container can't have; only pages of ours are opened. */
export function openBrowser(executablePath: string): Promise<Browser> {
  // Minutes on a machine whose cores are all at work.
  const timeout = 240_000;
  return chromium.launch({ executablePath, timeout, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
}
