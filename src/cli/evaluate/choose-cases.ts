import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Case } from "../../domain/case.ts";
import { Manifest } from "../../domain/manifest.ts";
import { UsageError } from "../../lib/errors.ts";
import { parseJson } from "../../lib/json.ts";
import { type CallIndex, noCalls, openCallIndex } from "../../pipeline/evaluate/cases/call-index.ts";
import { fileCases } from "../../pipeline/evaluate/cases/case-file.ts";
import { datasetCases, testCallIds } from "../../pipeline/evaluate/cases/dataset-cases.ts";
import { isThere, sha256OfFile } from "../../workspace/files.ts";
import { fromFolder } from "../load-config.ts";
import type { Project } from "../project.ts";
import { shown } from "../summaries/pull-text.ts";

/** Cases on their way into an evaluation. */
export interface ChosenCases {
  readonly cases: AsyncGenerator<Case>;
  /** `test split`, or the file's name. */
  readonly from: string;
  readonly manifestHash: string | null;
  /** What should be known of them. */
  readonly notices: readonly string[];
  close(): Promise<void>;
}

export interface CaseWish {
  readonly file: string | undefined;
  readonly answers: string | undefined;
}

/** @throws UsageError where there are no cases to be had */
export async function chooseCases(wish: CaseWish, project: Project): Promise<ChosenCases> {
  if (wish.file === undefined) {
    if (wish.answers !== undefined)
      throw new UsageError("--answers belongs to a file of BFCL's questions: give --cases FILE too");
    return ofDataset(project);
  }
  const named = (path: string) => ({ path: fromFolder(project.workingFolder, path), name: shown(path) });
  if (wish.file === "-")
    throw new UsageError("--cases takes a file: an interrupted evaluation reads it again");
  return {
    cases: fileCases(named(wish.file), wish.answers === undefined ? null : named(wish.answers)),
    from: basename(wish.file),
    manifestHash: null,
    notices: [],
    close: async () => {},
  };
}

/** @throws UsageError where there is none */
export async function expectDataset({ workspace }: Project): Promise<void> {
  await readManifest(workspace.dataset.manifest);
}

async function ofDataset({ workspace }: Project): Promise<ChosenCases> {
  const { dataset } = workspace;
  const manifest = await readManifest(dataset.manifest);
  const hasCalls = await isThere(workspace.calls);
  const calls = hasCalls ? await openCallIndex(workspace.calls, await testCallIds(dataset)) : noCalls;
  return {
    cases: datasetCases(dataset, calls),
    from: "test split",
    manifestHash: manifest.hash,
    notices: hasCalls
      ? []
      : [
          'calls.jsonl isn\'t in the workspace, so nobody knows on which day a call was: "tomorrow" is a mere word',
        ],
    close: calls.close,
  };
}

async function readManifest(path: string): Promise<Manifest> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null)
    throw new UsageError(
      "there is no dataset in the workspace yet: run calltune pull and calltune build, or give --cases FILE",
    );
  const manifest = Manifest.safeParse(parseJson(text));
  if (manifest.success) return manifest.data;
  throw new UsageError("manifest.json of the dataset isn't what calltune build writes; run it again");
}

/** @throws UsageError where the workspace's dataset isn't the one of that hash */
export async function expectSameDataset(hash: string, { workspace }: Project): Promise<void> {
  const manifest = await readManifest(workspace.dataset.manifest);
  if (manifest.hash === hash) return;
  throw new UsageError(
    "the dataset was built anew since this evaluation began, and calls of its cases may be learnt from now; start a new evaluation: leave --evaluation out",
  );
}

/** SHA-256 of the training split; null where there is none. */
export async function trainingHash({ workspace }: Project): Promise<string | null> {
  const { train } = workspace.dataset;
  return (await isThere(train)) ? sha256OfFile(train) : null;
}

/** The calls that an evaluation's cases were cut from. @throws UsageError where they aren't there */
export async function callsOf(ids: ReadonlySet<string>, { workspace }: Project): Promise<CallIndex> {
  if (await isThere(workspace.calls)) return openCallIndex(workspace.calls, ids);
  throw new UsageError(
    "calls.jsonl isn't in the workspace, so there is no log to judge; name candidates without log",
  );
}
