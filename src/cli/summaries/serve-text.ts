/** A server that is ready, as its user needs to know it. */
export interface ServerAddress {
  readonly url: string;
  /** Base models by id, the usual one first. */
  readonly models: readonly string[];
  readonly hasToken: boolean;
}

export function serveText({ url, models, hasToken }: ServerAddress): string {
  const key = hasToken ? "<the token>" : "local";
  const [model = ""] = models;
  const authorization = hasToken ? " -H 'authorization: Bearer <the token>'" : "";
  const question = JSON.stringify({ model, messages: [{ role: "user", content: "hello" }] });
  return [
    `serving ${models.join(", ")} and the workspace's tuned models at ${url}`,
    "",
    "For the shell that runs a client:",
    `  export TOGETHER_BASE_URL=${url}/v1 TOGETHER_API_KEY=${key}`,
    `  export OPENAI_BASE_URL=${url}/openai/v1 OPENAI_API_KEY=${key}`,
    `  export GROQ_BASE_URL=${url} GROQ_API_KEY=${key}`,
    "",
    "Try:",
    `  curl -s ${url}/v1/chat/completions${authorization} -H 'content-type: application/json' -d '${question}'`,
    `  together fine-tuning create --training-file training_data.jsonl --model ${model} --suffix mine`,
    "",
    "Ctrl-C stops it; an unfinished job goes on when you start it again.",
  ].join("\n");
}

export interface UnfinishedJob {
  readonly id: string;
  readonly epochs: number;
  readonly epochsCompleted: number;
}

export function stoppedText(jobs: readonly UnfinishedJob[]): string {
  const stopped = "the server has stopped; files, jobs and models are kept in the workspace";
  if (jobs.length === 0) return stopped;
  const lines = jobs.map(
    ({ id, epochs, epochsCompleted }) => `  ${id}: ${epochsCompleted} of ${epochs} epochs done`,
  );
  return [`${stopped}. Unfinished:`, ...lines, "`calltune serve` goes on from there."].join("\n");
}
