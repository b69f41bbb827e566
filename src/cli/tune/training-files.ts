import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Manifest } from "../../domain/manifest.ts";
import { UsageError } from "../../lib/errors.ts";
import { parseJson } from "../../lib/json.ts";
import { openTrainingFile, type TrainingFile } from "../../pipeline/tune/training-file.ts";
import { sizeOf } from "../../workspace/files.ts";
import { fromFolder } from "../load-config.ts";
import type { Project } from "../project.ts";
import { shown } from "../summaries/pull-text.ts";
import type { TuningProvider } from "./choose-tuning.ts";

/** A file to be learnt from, held open. */
export interface ChosenFile {
  readonly path: string;
  readonly shownName: string;
  readonly file: TrainingFile;
}

export interface ChosenFiles {
  readonly training: ChosenFile;
  readonly validation: ChosenFile | null;
  /** Null where a file was named instead of the workspace's dataset, or the dataset was changed by hand. */
  readonly manifest: Manifest | null;
  /** False where nothing tells that personal data was replaced. */
  readonly redacted: boolean;
  close(): Promise<void>;
}

interface FileWish {
  readonly file: string | undefined;
  /** A file, or "none". */
  readonly validation: string | undefined;
}

/** The named files, else the workspace's dataset. @throws UsageError where there are none, or of another dialect */
export async function chooseFiles(
  project: Project,
  wish: FileWish,
  { name, provider }: TuningProvider,
  signal: AbortSignal,
): Promise<ChosenFiles> {
  const { dataset } = project.workspace;
  const manifest = wish.file === undefined ? await readManifest(dataset.manifest) : null;
  if (manifest !== null && manifest.dialect !== provider.dialect) {
    throw new UsageError(
      `the dataset is in the dialect of ${manifest.provider}; run calltune build --provider ${name}, then calltune tune again`,
    );
  }
  const named = (path: string) => fromFolder(project.workingFolder, path);
  const training = await openChosen(
    wish.file === undefined ? dataset.trainingData : named(wish.file),
    signal,
  );
  const path = await validationPath(wish, dataset.validationData, named);
  const validation = path === null ? null : await openChosen(path, signal);
  const vouched = manifest !== null && isOf(manifest, training, validation) ? manifest : null;
  return {
    training,
    validation,
    manifest: vouched,
    redacted: vouched?.redaction?.on === true,
    async close() {
      await training.file.close();
      await validation?.file.close();
    },
  };
}

async function openChosen(path: string, signal: AbortSignal): Promise<ChosenFile> {
  if (basename(path) === "-")
    throw new UsageError("tune takes no standard input: a file is sent again after a crash; give a file");
  return { path, shownName: shown(path), file: await openTrainingFile(path, signal) };
}

async function validationPath(
  { file, validation }: FileWish,
  ofDataset: string,
  named: (path: string) => string,
): Promise<string | null> {
  if (validation === "none") return null;
  if (validation !== undefined) return named(validation);
  if (file !== undefined) return null;
  return (await sizeOf(ofDataset)) > 0 ? ofDataset : null;
}

async function readManifest(path: string): Promise<Manifest> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null)
    throw new UsageError(
      "there is no dataset in the workspace yet: run calltune pull and calltune build, or name a training file",
    );
  const manifest = Manifest.safeParse(parseJson(text));
  if (manifest.success) return manifest.data;
  throw new UsageError("manifest.json of the dataset isn't what calltune build writes; run it again");
}

/** Whether the files are the ones that the manifest tells of. */
function isOf(manifest: Manifest, training: ChosenFile, validation: ChosenFile | null): boolean {
  const fits = (file: ChosenFile) => manifest.files[basename(file.path)]?.sha256 === file.file.sha256;
  return fits(training) && (validation === null || fits(validation));
}
