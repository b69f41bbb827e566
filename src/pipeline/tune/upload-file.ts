import type { FileRole, OrderedFile } from "../../domain/job.ts";
import { DataError, RemoteError } from "../../lib/errors.ts";
import { growingPause } from "../../lib/growing-pause.ts";
import type { FileContent, RemoteFile, TuningApi } from "../../plugins/providers/tuning.ts";
import type { JobLedger } from "../../workspace/job-ledger.ts";
import type { TrainingFile } from "./training-file.ts";

export interface Upload {
  readonly api: TuningApi;
  readonly ledger: JobLedger;
  readonly provider: string;
  readonly role: FileRole;
  readonly file: TrainingFile;
  readonly ordered: OrderedFile;
  /** The file's name for people. */
  readonly shownName: string;
  /** Ids that the same content has by earlier orders. */
  readonly knownIds: readonly string[];
  readonly wait: (ms: number) => Promise<void>;
  readonly onProgress: (sent: number, bytes: number) => void;
  readonly onNotice: (sentence: string) => void;
}

/**
 * The id of a file that the provider has looked at and takes. What arrived before a crash, or with another order, is
 * found again and not sent twice.
 * @throws DataError where the provider won't train on it, RemoteError where it fails
 */
export async function uploadFile(upload: Upload): Promise<string> {
  const fileId = (await findArrived(upload)) ?? (await sendFile(upload));
  await awaitReady(upload, fileId);
  await removeEmptyTwins(upload, fileId);
  return fileId;
}

async function findArrived(upload: Upload): Promise<string | null> {
  const { api, ledger, role, ordered, knownIds } = upload;
  const record = ledger.record.files[role];
  const own = record?.fileId ?? null;
  for (const fileId of own === null ? knownIds : [own, ...knownIds]) {
    if (await hasArrived(api, fileId)) return fileId;
  }
  if (record === undefined) return null;
  // The answer that named the file may have been lost; its name is this order's alone.
  for (const file of await api.filesNamed(ordered.name)) if (await hasContent(api, file)) return file.fileId;
  return null;
}

async function hasArrived(api: TuningApi, fileId: string): Promise<boolean> {
  const file = await api.readFile(fileId);
  return file !== null && hasContent(api, file);
}

/** A file may have arrived although nobody has told the service so. */
async function hasContent(api: TuningApi, file: RemoteFile): Promise<boolean> {
  if (file.state !== "empty") return file.state === "checking" || file.state === "ready";
  await api.settleFile(file.fileId);
  const again = await api.readFile(file.fileId);
  return again !== null && (again.state === "checking" || again.state === "ready");
}

async function sendFile(upload: Upload): Promise<string> {
  const { api, ledger, role, ordered } = upload;
  if (ledger.record.files[role]?.state !== "started") await ledger.append({ fact: "upload-started", role });
  const reservation = await api.reserveFile(ordered.name);
  const { fileId } = reservation;
  await ledger.append({ fact: "file-reserved", role, fileId });
  try {
    await reservation.send(contentOf(upload));
  } catch (error) {
    // Some places take a file once: asked again after a lost answer, they refuse what they have.
    if (!(error instanceof RemoteError) || !(await hasArrived(api, fileId))) throw error;
  }
  await ledger.append({ fact: "file-sent", role, fileId });
  return fileId;
}

function contentOf({ file, onProgress }: Upload): FileContent {
  return {
    bytes: file.bytes,
    async *chunks() {
      let sent = 0;
      for await (const chunk of file.chunks()) {
        onProgress(sent, file.bytes);
        yield chunk;
        sent += chunk.length;
      }
      onProgress(sent, file.bytes);
    },
  };
}

/** Half a minute by the growing pauses. */
const looksUntilTold = 12;
/** A service that shows nothing of a file for so many looks has lost it. */
const mostEmptyLooks = 20;

async function awaitReady(upload: Upload, fileId: string): Promise<void> {
  const { api, ledger, role } = upload;
  await api.settleFile(fileId);
  const pause = growingPause({ fromMs: 250, toMs: 5000 });
  for (let looks = 0, empty = 0; ; looks += 1) {
    const file = await api.readFile(fileId);
    if (file?.state === "ready") return writeReady(upload, fileId);
    if (file?.state === "empty") empty += 1;
    if (file === null || file.state === "invalid" || file.state === "failed" || empty > mostEmptyLooks) {
      await ledger.append({ fact: "file-refused", role, fileId, status: file?.status ?? "gone" });
      throw refused(upload, file);
    }
    if (looks === looksUntilTold) tellOfWaiting(upload, file);
    await upload.wait(pause());
  }
}

async function writeReady({ ledger, role }: Upload, fileId: string): Promise<void> {
  const known = ledger.record.files[role];
  if (known?.state !== "ready" || known.fileId !== fileId)
    await ledger.append({ fact: "file-ready", role, fileId });
}

function tellOfWaiting({ onNotice, provider, shownName }: Upload, { status }: RemoteFile): void {
  onNotice(`${provider} is still checking ${shownName} (${status})`);
}

function refused({ provider, shownName }: Upload, file: RemoteFile | null): DataError | RemoteError {
  if (file?.fault != null) {
    const sentence = `${provider} refuses the file: ${file.fault.sentence}`;
    if (file.fault.line !== null) return new DataError({ file: shownName, line: file.fault.line }, sentence);
    return new RemoteError({
      system: provider,
      sentence: `${shownName} is refused: ${file.fault.sentence}`,
      retryable: false,
      advice: "look what calltune check says of the file, and build it again",
    });
  }
  const what = file === null ? "it isn't there any more" : `it is ${file.status}`;
  return new RemoteError({
    system: provider,
    sentence: `the file was sent, but ${what}`,
    retryable: true,
    advice: "run the same command again: the file is sent anew",
  });
}

/** A place was asked for twice when the first answer was lost. Only names of this very order are touched. */
async function removeEmptyTwins({ api, ordered }: Upload, fileId: string): Promise<void> {
  for (const file of await api.filesNamed(ordered.name)) {
    if (file.fileId === fileId || file.state !== "empty") continue;
    await api.removeFile(file.fileId).catch((error: unknown) => {
      // An empty record costs nothing; a job is not to wait for its removal.
      if (!(error instanceof RemoteError)) throw error;
    });
  }
}
