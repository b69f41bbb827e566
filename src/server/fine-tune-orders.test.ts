import { describe, expect, test } from "vitest";
import {
  createJob,
  jsonBody,
  startTestServer,
  untilFinal,
  upload,
  weatherRows,
} from "../../test/support/local-server.ts";

const model = "calltune/stand-in";

describe("an order that can't be carried out", () => {
  test.each<[string, Record<string, unknown>, number, RegExp, string | null]>([
    ["no model", { model: undefined }, 400, /must specify either a model or a checkpoint/, "model"],
    ["two starts", { from_checkpoint: "ft-1" }, 400, /not both/, "model"],
    [
      "an unknown model",
      { model: "meta-llama/Llama-3.3-70B" },
      404,
      /not available for fine-tuning. Available: calltune\/stand-in/,
      "model",
    ],
    [
      "an unknown checkpoint",
      { model: null, from_checkpoint: "ft-1" },
      400,
      /no job or model ft-1/,
      "from_checkpoint",
    ],
    ["an unknown file", { training_file: "file-1" }, 404, /File with id file-1 not found/, null],
    ["no file", { training_file: undefined }, 400, /Invalid value for 'training_file'/, "training_file"],
    ["no epochs", { n_epochs: 0 }, 400, /Invalid value for 'n_epochs'/, "n_epochs"],
    [
      "too many epochs",
      { n_epochs: 201 },
      400,
      /n_epochs must be between 1 and 200 for this model \(got 201\)/,
      "n_epochs",
    ],
    ["half an epoch", { n_epochs: 1.5 }, 400, /'n_epochs'/, "n_epochs"],
    ["epochs as text", { n_epochs: "3" }, 400, /'n_epochs'/, "n_epochs"],
    ["a large batch", { batch_size: 17 }, 400, /batch_size must be between 1 and 16/, "batch_size"],
    ["a high rate", { learning_rate: 2 }, 400, /learning_rate must be between/, "learning_rate"],
    ["a negative rate", { learning_rate: -1 }, 400, /'learning_rate'/, "learning_rate"],
    ["a warmup of 2", { warmup_ratio: 2 }, 400, /'warmup_ratio'/, "warmup_ratio"],
    ["a long suffix", { suffix: "x".repeat(65) }, 400, /at most 64 characters \(got 65\)/, "suffix"],
    ["a suffix with a path", { suffix: "../up" }, 400, /Suffix may hold/, "suffix"],
    [
      "evaluations of nothing",
      { n_evals: 2 },
      400,
      /number of evaluation loops but no validation file/,
      "n_evals",
    ],
    [
      "a rank too high",
      { training_type: { type: "Lora", lora_r: 65 } },
      400,
      /lora_r must be between 1 and 64/,
      "lora_r",
    ],
    [
      "dropout",
      { training_type: { type: "Lora", lora_r: 8, lora_dropout: 0.1 } },
      400,
      /no dropout/,
      "training_type.lora_dropout",
    ],
    [
      "an unknown type",
      { training_type: { type: "QLora" } },
      400,
      /'training_type.type'/,
      "training_type.type",
    ],
    [
      "preferences",
      { training_method: { method: "dpo", dpo_beta: 0.1 } },
      400,
      /does not support DPO/,
      "training_method",
    ],
    [
      "callers' words to learn",
      { training_method: { method: "sft", train_on_inputs: true } },
      400,
      /train_on_inputs/,
      "train_on_inputs",
    ],
    [
      "another schedule",
      { lr_scheduler: { lr_scheduler_type: "linear" } },
      400,
      /one schedule/,
      "lr_scheduler",
    ],
    ["a shorter context", { max_seq_length: 512 }, 400, /max_seq_length must be 1024/, "max_seq_length"],
    [
      "early stopping without a file",
      { early_stopping_enabled: true },
      400,
      /requires a validation file/,
      "validation_file",
    ],
  ])("by %j says why", async (_, change, status, sentence, param) => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(2));
    const answer = await server.fetch("/v1/fine-tunes", jsonBody({ model, training_file, ...change }));
    const { error } = (await answer.json()) as { error: { message: string; param: string | null } };
    expect(answer.status).toBe(status);
    expect(error.message).toMatch(sentence);
    expect(error.param).toBe(param);
    expect((await server.json("/v1/fine-tunes")).data).toEqual([]);
  });

  test.each([
    [
      "that validation refused",
      '{"messages":[{"content":"x"}]}\n',
      /INVALID_FORMAT: Line 1: `messages\[0\]` must contain a `role` field/,
    ],
    ["of another format", '{"text":"hello"}\n', /has the format general/],
  ])("by a file %s says so", async (_, content, sentence) => {
    const server = await startTestServer();
    const training_file = await upload(server, content);
    const answer = await server.fetch("/v1/fine-tunes", jsonBody({ model, training_file }));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(sentence);
  });

  test.each(["GET ", "GET /events", "GET /checkpoints", "GET /metrics", "POST /cancel", "DELETE "])(
    "of a job that isn't there is 404: %s",
    async (route) => {
      const server = await startTestServer();
      const [method = "", path] = route.split(" ");
      expect((await server.fetch(`/v1/fine-tunes/ft-none${path}`, { method })).status).toBe(404);
    },
  );
});

describe("what is asked before a job", () => {
  test("tells the price, which is nothing, and the tokens", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(3));
    const validation_file = await upload(server, weatherRows(2));
    const asked = { training_file, validation_file, model, n_epochs: 2, n_evals: 3 };
    expect(await server.json("/v1/fine-tunes/estimate-price", jsonBody(asked))).toEqual({
      estimation_available: true,
      estimated_total_price: 0,
      allowed_to_proceed: true,
      user_limit: 0,
      estimated_train_token_count: 3 * 6 * 2,
      estimated_eval_token_count: 2 * 6 * 3,
    });
  });

  test("tells of a file that can't be used", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, "{}\n");
    expect(await server.json("/v1/fine-tunes/estimate-price", jsonBody({ training_file, model }))).toEqual({
      estimation_available: false,
      unavailable_reason: "train_file_invalid",
    });
  });

  test("shows rows token by token, replies alone being learnt", async () => {
    const server = await startTestServer();
    const training_file = await upload(server, weatherRows(9));
    const shown = await server.json("/v1/fine-tunes/preview", jsonBody({ model, training_file, top_k: 2 }));
    expect(shown).toMatchObject({
      model,
      dataset_format: "conversation",
      max_seq_length: 1024,
      train_on_inputs: false,
    });
    expect(shown.rows).toHaveLength(2);
    expect(shown.rows[0]).toMatchObject({
      input_ids: [100, 101, 102, 103, 104, 105],
      labels: [-100, -100, 102, -100, -100, 105],
      trained_spans: [
        [2, 3],
        [5, 6],
      ],
      num_tokens: 6,
      num_trained_tokens: 2,
      truncated: false,
    });
  });

  test("tells the limits of a base model, also by a job that started from it", async () => {
    const server = await startTestServer();
    const limits = await server.json(`/v1/fine-tunes/models/limits?model_name=${model}`);
    expect(limits).toMatchObject({
      model_name: model,
      supports_tools: true,
      max_num_epochs: 200,
      max_seq_length_sft: 1024,
      lora_training: { default_rank: 16, max_rank: 64, min_batch_size: 1, max_batch_size: 16 },
    });
    const training_file = await upload(server, weatherRows(1));
    const job = await createJob(server, { training_file });
    expect(await server.json(`/v1/fine-tunes/models/limits?model_name=${job.id}`)).toEqual(limits);
    const unknown = await server.fetch("/v1/fine-tunes/models/limits?model_name=x");
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({
      message: expect.stringMatching(/^Model x is not available/),
    });
    await untilFinal(server, job.id);
  });
});
