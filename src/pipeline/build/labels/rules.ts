import type { RejectReason } from "../../../domain/label.ts";
import { createSchemaCompiler, type SchemaCompiler } from "../../../domain/tool-schemas.ts";
import { UsageError } from "../../../lib/errors.ts";
import { argumentsNotJson } from "./arguments-not-json.ts";
import { beforeCaller } from "./before-caller.ts";
import { contradicted } from "./contradicted.ts";
import { emptyReply } from "./empty-reply.ts";
import { failed } from "./failed.ts";
import { interrupted } from "./interrupted.ts";
import type { Rule } from "./rule.ts";
import { schemaInvalid } from "./schema-invalid.ts";
import { unfinished } from "./unfinished.ts";
import { ungrounded } from "./ungrounded.ts";
import { unknownTool } from "./unknown-tool.ts";

/**
 * The label rules in the order in which they are asked; the first that is broken gives the reason. First what the
 * decision is, then what the tool call says, then what happened, and only where nothing happened what is suspected.
 */
export const rules = {
  empty_reply: emptyReply,
  before_caller: beforeCaller,
  interrupted,
  arguments_not_json: argumentsNotJson,
  unknown_tool: unknownTool,
  schema_invalid: schemaInvalid,
  unfinished,
  failed,
  contradicted,
  ungrounded,
} satisfies Partial<Record<RejectReason, Rule>>;

export type RuleName = keyof typeof rules;

interface NamedRule {
  readonly name: RuleName;
  readonly rule: Rule;
}

/** The rules of one build, in order, with the tool schemas that were compiled for it. */
export interface RuleSet {
  /** Those that judge a decision as a whole, or a reply. */
  readonly ofDecisions: readonly NamedRule[];
  readonly ofToolCalls: readonly NamedRule[];
  readonly schemasOf: SchemaCompiler;
}

/** All rules but those switched off. Throws a UsageError for a name that is no rule. */
export function ruleSetFrom(switches: Readonly<Record<string, boolean>>): RuleSet {
  for (const name of Object.keys(switches))
    if (!isRuleName(name))
      throw new UsageError(`rules: there is no rule "${name}"; there are ${Object.keys(rules).join(", ")}`);
  const kept: NamedRule[] = Object.entries(rules).flatMap(([name, rule]) =>
    isRuleName(name) && switches[name] !== false ? [{ name, rule }] : [],
  );
  return {
    ofDecisions: kept.filter(({ rule }) => rule.ofDecision !== undefined || rule.ofReply !== undefined),
    ofToolCalls: kept.filter(({ rule }) => rule.ofToolCall !== undefined),
    schemasOf: createSchemaCompiler(),
  };
}

function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(rules, name);
}
