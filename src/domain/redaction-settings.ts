import { z } from "zod";
import { entities } from "./entity.ts";

export const EntityName = z.enum(entities);

/** What becomes of a value: an invented one of its kind, the kind's name, a keyed hash, or nothing. */
export const Operator = z.enum(["surrogate", "label", "hash", "keep"]);
export type Operator = z.infer<typeof Operator>;

/** A regular expression of the user's own (RE2's syntax: no look-around, no back-references): matches are personal. */
export const OwnPattern = z.strictObject({
  entity: EntityName,
  pattern: z.string().min(1),
  /** How sure a match is; it counts from the threshold on. */
  score: z.number().min(0).max(1).default(1),
  /** Words that make a match 0.35 surer when one stands in the 60 characters before it. */
  context: z.array(z.string().min(1)).default([]),
});
export type OwnPattern = z.infer<typeof OwnPattern>;

/** How calls are redacted, named as Microsoft Presidio names it; every key has a default. Plain data: it travels to threads. */
export const RedactionSettings = z.strictObject({
  /** The kinds to replace; all where absent. */
  entities: z.array(EntityName).optional(),
  /** A value gets a surrogate of its own in each call, or the same one all through the dataset. */
  scope: z.enum(["call", "dataset"]).default("call"),
  /** Findings with a lower score are left alone. */
  threshold: z.number().min(0).max(1).default(0.5),
  /** Kinds that are not replaced by surrogates. */
  operators: z.partialRecord(EntityName, Operator).default({}),
  /** Values that are never personal, letter case aside: the business's own names and numbers. */
  allow: z.array(z.string().min(1)).default([]),
  /** Values that always are, by kind. */
  deny: z.partialRecord(EntityName, z.array(z.string().min(1))).default({}),
  /** Names of persons that always are: the same as `deny: { PERSON: […] }`. */
  names: z.array(z.string().min(1)).default([]),
  patterns: z.array(OwnPattern).default([]),
});
export type RedactionSettings = z.infer<typeof RedactionSettings>;
