import { isJsonObject, type Json, type JsonObject } from "../../../lib/json.ts";

/** A schema and where it stands in the root; null for one that stands nowhere in it. */
export interface SchemaNode {
  readonly schema: Json;
  readonly pointer: string | null;
}

/** Schemas that must all hold. */
export type Conjunction = readonly SchemaNode[];

/** One way to keep a schema: plain schemas that must all hold, without `$ref`, `allOf`, `anyOf` and `oneOf`. */
export interface PlainAlternative {
  readonly nodes: readonly PlainNode[];
}

export interface PlainNode {
  readonly schema: JsonObject;
  readonly pointer: string | null;
}

/** Schemas with more ways than this are planned by their first ones. */
const mostAlternatives = 512;
/** Keeps what is looked at before that bounded: alternatives in alternatives multiply. */
const mostSteps = 5_000;

/** A branch of the search: nodes settled and nodes still to be looked at. */
interface Branch {
  readonly plain: readonly PlainNode[];
  readonly open: readonly SchemaNode[];
  /** References followed: one that comes back to itself asks nothing more. */
  readonly followed: ReadonlySet<string>;
}

/** The ways to keep all the schemas; those that can't be kept (`false`) are left out. */
export function alternativesOf(root: JsonObject, conjunction: Conjunction): PlainAlternative[] {
  const found: PlainAlternative[] = [];
  const branches: Branch[] = [{ plain: [], open: conjunction, followed: new Set() }];
  for (let steps = 0; steps < mostSteps && found.length < mostAlternatives; steps += 1) {
    const branch = branches.pop();
    if (branch === undefined) break;
    const [node, ...open] = branch.open;
    if (node === undefined) found.push({ nodes: branch.plain });
    else branches.push(...openNode(root, node, { ...branch, open }).reverse());
  }
  return found;
}

function openNode(root: JsonObject, node: SchemaNode, branch: Branch): Branch[] {
  if (node.schema === false) return [];
  if (!isJsonObject(node.schema)) return [branch];
  const { $ref, allOf, anyOf, oneOf, ...own } = node.schema;
  const plain = Object.keys(own).length === 0 ? [] : [{ schema: own, pointer: node.pointer }];
  const referred = typeof $ref === "string" && !branch.followed.has($ref) ? lookUp(root, $ref) : null;
  const next: Branch = {
    plain: [...branch.plain, ...plain],
    open: [...branch.open, ...(referred ? [referred] : []), ...partsOf(node, "allOf", allOf)],
    followed: typeof $ref === "string" ? new Set([...branch.followed, $ref]) : branch.followed,
  };
  return [partsOf(node, "anyOf", anyOf), partsOf(node, "oneOf", oneOf)].reduce(
    (branches, options) =>
      options.length === 0
        ? branches
        : branches.flatMap((one) => options.map((option) => ({ ...one, open: [...one.open, option] }))),
    [next],
  );
}

function partsOf(node: SchemaNode, keyword: string, parts: Json | undefined): SchemaNode[] {
  if (!Array.isArray(parts)) return [];
  return parts.map((schema: Json, index) => ({ schema, pointer: pointerTo(node, keyword, index) }));
}

/** The place of a part of a schema. */
export function pointerTo(node: SchemaNode, ...steps: readonly (string | number)[]): string | null {
  if (node.pointer === null) return null;
  const escaped = steps.map((step) =>
    encodeURIComponent(String(step).replaceAll("~", "~0").replaceAll("/", "~1")),
  );
  return [node.pointer, ...escaped].join("/");
}

/** What a reference inside the root leads to; null for all others: the validator knows them. */
function lookUp(root: JsonObject, reference: string): SchemaNode | null {
  if (reference !== "#" && !reference.startsWith("#/")) return null;
  let found: Json | undefined = root;
  for (const step of reference.split("/").slice(1)) {
    const key = decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(found)) found = found[Number(key)];
    else found = isJsonObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  return found === undefined ? null : { schema: found, pointer: reference.slice(1) };
}
