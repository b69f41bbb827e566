import type { Context } from "hono";
import { badRequest } from "../api-error.ts";

/** The body as JSON. @throws ApiError 400 where it is none */
export async function readJson(context: Context): Promise<unknown> {
  const text = await context.req.text();
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badRequest("The body is not valid JSON", undefined, { cause: error });
  }
}
