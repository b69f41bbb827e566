import { z } from "zod";
import { entities } from "../plugins/redactors/redactor.ts";

export const EntityName = z.enum(entities);

/** What becomes of a value: an invented one of its kind, the kind's name, a keyed hash, or nothing. */
export const Operator = z.enum(["surrogate", "label", "hash", "keep"]);
export type Operator = z.infer<typeof Operator>;

/** How calls are redacted; every key but the salt has a default. */
export const RedactionOptions = z.strictObject({
  /** The secret that surrogates depend on; whoever has it can test guesses. Keep it out of the dataset. */
  salt: z.string().min(16),
  /** A value gets a surrogate of its own in each call, or the same one all through the dataset. */
  scope: z.enum(["call", "dataset"]).default("call"),
  /** Findings with a lower score are left alone. */
  threshold: z.number().min(0).max(1).default(0.5),
  /** Kinds that are not replaced by surrogates. */
  operators: z.partialRecord(EntityName, Operator).default({}),
  /** Values that are never personal, letter case aside: the business's own names and numbers. */
  allow: z.array(z.string()).default([]),
  /** Values that always are, by kind. */
  deny: z.partialRecord(EntityName, z.array(z.string())).default({}),
  /** Own regular expressions: each match is a value of the entity. */
  patterns: z.array(z.strictObject({ entity: EntityName, pattern: z.string() })).default([]),
});
export type RedactionOptions = z.infer<typeof RedactionOptions>;
