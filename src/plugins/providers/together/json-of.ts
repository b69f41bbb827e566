import { parseJson } from "../../../lib/json.ts";
import { strangeAnswer } from "./read.ts";
import { expectStatus } from "./request.ts";

/** @throws RefusedError where the status isn't one of those wanted, or the answer no JSON */
export async function jsonOf(response: Response, wanted: readonly number[] = [200]): Promise<unknown> {
  await expectStatus(response, wanted);
  const answer = parseJson(await response.text());
  if (answer === undefined) throw strangeAnswer(200, "the answer isn't JSON");
  return answer;
}
