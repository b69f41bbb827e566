import { createHash } from "node:crypto";
import { link, rename } from "node:fs/promises";
import { basename } from "node:path";
import { type AppendFile, openAppendFile } from "./append-file.ts";
import { isMissing, makeFolder, removeIfThere, writeWhole } from "./files.ts";
import { type DatasetFiles, datasetFiles, type Workspace } from "./workspace.ts";

/** A dataset file in the making. */
export interface DatasetFile {
  /** Whole lines, each with its end. */
  append(lines: string | Uint8Array, count: number): Promise<void>;
}

export interface DatasetFileFacts {
  readonly bytes: number;
  readonly lines: number;
  readonly sha256: string;
}

type FileName = Exclude<keyof DatasetFiles, "folder" | "manifest">;

/** Writes a dataset beside the old one and puts it in its place whole. */
export interface DatasetWriter {
  file(name: FileName): Promise<DatasetFile>;
  /** Where a file has the bytes of another one: both names lead to the same bytes on disk. */
  copy(from: FileName, to: FileName): void;
  /** Facts of the files written so far, by file name. */
  facts(): Promise<Record<string, DatasetFileFacts>>;
  /** The dataset is complete: the old one gives way to it. */
  commit(manifest: string): Promise<void>;
  /** Leaves the old dataset as it was. */
  abandon(): Promise<void>;
}

interface OpenFile extends DatasetFile {
  close(): Promise<void>;
  facts(): DatasetFileFacts;
}

export async function openDatasetWriter(workspace: Workspace): Promise<DatasetWriter> {
  const final = workspace.dataset;
  const draft = datasetFiles(`${final.folder}.new`);
  await removeIfThere(draft.folder);
  await makeFolder(draft.folder);
  const open = new Map<FileName, OpenFile>();
  const copies: [from: FileName, to: FileName][] = [];
  const closeAll = () => Promise.all([...open.values()].map((file) => file.close()));
  return {
    async file(name) {
      const file = open.get(name) ?? (await openDatasetFile(draft[name]));
      open.set(name, file);
      return file;
    },
    copy: (from, to) => void copies.push([from, to]),
    async facts() {
      const facts = [...open].map(([name, file]) => [basename(draft[name]), file.facts()] as const);
      const copied = copies.flatMap(([from, to]) => {
        const original = open.get(from);
        return original === undefined ? [] : [[basename(draft[to]), original.facts()] as const];
      });
      return Object.fromEntries([...facts, ...copied].sort(([one], [other]) => (one < other ? -1 : 1)));
    },
    async commit(manifest) {
      await closeAll();
      for (const [from, to] of copies) await link(draft[from], draft[to]);
      await writeWhole(draft.manifest, manifest);
      await replaceFolder(draft.folder, final.folder);
    },
    async abandon() {
      await closeAll();
      await removeIfThere(draft.folder);
    },
  };
}

async function openDatasetFile(path: string): Promise<OpenFile> {
  const file: AppendFile = await openAppendFile(path, 0);
  const hash = createHash("sha256");
  let lines = 0;
  return {
    async append(text, count) {
      if (text.length === 0) return;
      const bytes = typeof text === "string" ? Buffer.from(text) : text;
      hash.update(bytes);
      lines += count;
      await file.append(bytes);
    },
    facts: () => ({ bytes: file.length, lines, sha256: hash.copy().digest("hex") }),
    async close() {
      await file.sync();
      await file.close();
    },
  };
}

/** Two renames; between them the old dataset stands under `.old`, whole. */
async function replaceFolder(from: string, to: string): Promise<void> {
  const old = `${to}.old`;
  await removeIfThere(old);
  await rename(to, old).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
  await rename(from, to);
  await removeIfThere(old);
}
