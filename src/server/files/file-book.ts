import { turns } from "../../lib/turns.ts";
import { removeIfThere } from "../../workspace/files.ts";
import {
  contentOf,
  keepLocalFile,
  type LocalFile,
  readLocalFiles,
  removeLocalFile,
  type ValidationReport,
  writeLocalFile,
} from "../../workspace/local-files.ts";
import { notFound } from "../api-error.ts";
import { describeBug } from "../describe-bug.ts";
import type { ServerWorld } from "../world.ts";
import type { Received } from "./receive.ts";
import { validateFile } from "./validate-file.ts";

/** What a client says of a file before or with its bytes. */
export interface FileNotice {
  readonly filename: string;
  readonly fileType: LocalFile["fileType"];
  readonly purpose: string;
}

export type ProcessingStatus = "PENDING" | "QUEUED" | "RUNNING" | "COMPLETED" | "FAILED" | "INVALID_FORMAT";

/** All files of the workspace, known by any id they were announced under. */
export interface FileBook {
  /** In the order they came. */
  list(): readonly LocalFile[];
  /** @throws ApiError 404 */
  find(id: string): LocalFile;
  /** The file of these bytes and purpose; null where there is none. */
  withBytes(sha256: string, purpose: string): LocalFile | null;
  /** Takes over received bytes under an id; bytes that are here already stay under their own. Validation follows by itself. */
  add(notice: FileNotice, received: Received, id: string): Promise<LocalFile>;
  remove(id: string): Promise<void>;
  statusOf(file: LocalFile): ProcessingStatus;
  /** Kept once no validation is under way. */
  settled(): Promise<void>;
  /** Stops validating; a later server begins anew with what wasn't done. */
  close(): Promise<void>;
}

export async function openFileBook(world: ServerWorld): Promise<FileBook> {
  const { provider } = world;
  const files = new Map((await readLocalFiles(provider)).map((file) => [file.id, file]));
  const byName = (id: string) =>
    files.get(id) ?? [...files.values()].find(({ alsoKnownAs }) => alsoKnownAs.includes(id));
  const withBytes = (sha256: string, purpose: string) =>
    [...files.values()].find((file) => file.sha256 === sha256 && file.purpose === purpose) ?? null;
  // Bytes that come twice at once are one file, and no record is written twice at once.
  const inTurn = turns();
  const judge = (id: string, report: ValidationReport) =>
    inTurn(async () => {
      const file = files.get(id);
      if (file === undefined) return;
      const judged = { ...file, report };
      await writeLocalFile(provider, judged);
      files.set(id, judged);
    });
  const validation = openValidation(world, files, judge);
  for (const file of files.values()) if (needsValidation(file)) validation.begin(file.id);
  const addOne = async (notice: FileNotice, received: Received, id: string): Promise<LocalFile> => {
    const same = withBytes(received.sha256, notice.purpose);
    if (same !== null) {
      await removeIfThere(received.path);
      const known = { ...same, alsoKnownAs: [...same.alsoKnownAs, id] };
      await writeLocalFile(provider, known);
      files.set(same.id, known);
      return known;
    }
    const { bytes, sha256, path } = received;
    const createdAt = Math.floor(world.now() / 1000);
    const file: LocalFile = { ...notice, id, bytes, sha256, createdAt, report: null, alsoKnownAs: [] };
    await keepLocalFile(provider, file, path);
    files.set(id, file);
    if (needsValidation(file)) validation.begin(id);
    return file;
  };
  return {
    list: () => [...files.values()],
    find(id) {
      const file = byName(id);
      if (file === undefined) throw notFound(`File with id ${id.slice(0, 64)} not found`);
      return file;
    },
    withBytes,
    add: (notice, received, id) => inTurn(() => addOne(notice, received, id)),
    remove: (id) =>
      inTurn(async () => {
        files.delete(id);
        await removeLocalFile(provider, id);
      }),
    statusOf: (file) => validation.statusOf(file),
    settled: () => validation.settled(),
    close: () => validation.close(),
  };
}

/** Files for other purposes skip validation, as at Together. */
function needsValidation({ purpose, report }: LocalFile): boolean {
  return purpose === "fine-tune" && report === null;
}

/** One validation after the other. */
function openValidation(
  { provider, log }: ServerWorld,
  files: ReadonlyMap<string, LocalFile>,
  judge: (id: string, report: ValidationReport) => Promise<void>,
) {
  const failed = new Set<string>();
  let running: string | null = null;
  let last: Promise<void> = Promise.resolve();
  const closing = new AbortController();
  const validate = async (id: string) => {
    const file = files.get(id);
    if (file === undefined || closing.signal.aborted) return;
    running = id;
    try {
      await judge(id, await validateFile(file, contentOf(provider, id), closing.signal));
    } catch (error) {
      if (closing.signal.aborted) return;
      // Deleted in the meantime, or the disk's fault: the status tells.
      failed.add(id);
      log(`the validation of ${id} failed: ${describeBug(error)}`);
    } finally {
      running = null;
    }
  };
  return {
    begin(id: string) {
      last = last.then(() => validate(id));
    },
    statusOf({ id, report, purpose }: LocalFile): ProcessingStatus {
      if (purpose !== "fine-tune") return "COMPLETED";
      if (report !== null) return report.valid ? "COMPLETED" : "INVALID_FORMAT";
      if (failed.has(id)) return "FAILED";
      return running === id ? "RUNNING" : "QUEUED";
    },
    settled: () => last,
    close() {
      closing.abort();
      return last;
    },
  };
}
