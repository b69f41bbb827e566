import { open, readFile, rename } from "node:fs/promises";
import { privateFile, removeIfThere } from "./files.ts";

/** Either the old model or the new one is on disk; what a full disk cut off is removed again. */
export async function writeModelFile(file: string, bytes: Uint8Array): Promise<void> {
  const fresh = `${file}.new`;
  try {
    const handle = await open(fresh, "w", privateFile);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, file);
  } catch (error) {
    await removeIfThere(fresh);
    throw error;
  }
}

export const readModelFile = (file: string): Promise<Uint8Array> => readFile(file);
