import type { z } from "zod";
import { badRequest } from "./api-error.ts";

/** @throws ApiError 400 that names the first field that is wrong */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".") ?? "";
  throw badRequest(
    `Invalid value for ${field === "" ? "the body" : `'${field}'`}: ${issue?.message ?? "unknown"}`,
    field,
  );
}
