import { parseJson } from "../../../lib/json.ts";
import { strangeAnswer } from "../together/read.ts";
import { expectStatus } from "../together/request.ts";

/** @throws RefusedError where the status is no success, or the answer no JSON */
export async function jsonOf(response: Response): Promise<unknown> {
  await expectStatus(response, [200, 201]);
  const answer = parseJson(await response.text());
  if (answer === undefined) throw strangeAnswer(200, "the answer isn't JSON");
  return answer;
}
