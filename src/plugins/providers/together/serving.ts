import type Together from "together-ai";
import { z } from "zod";
import type { ServingFacts } from "../provider.ts";
import type { Requests } from "./request.ts";
import { shortName } from "./short-name.ts";

/** US dollars an hour for one H100 of a dedicated deployment. */
export const h100 = {
  dollarsPerHour: 5.49,
  readOn: "2026-11-23",
  source: "docs.together.ai dedicated pricing; the API's own answer of 2026-10-02",
} as const;

const Profile = z.object({
  gpuCount: z.number().nullish(),
  gpuType: z.string().nullish(),
  quantization: z.string().nullish(),
});
const Catalogue = z.object({
  data: z.array(z.object({ name: z.string().nullish(), deploymentProfiles: z.array(Profile).nullish() })),
});

/**
 * A model tuned on a base can be deployed only where the catalogue has a certified profile of that base. Null where the
 * catalogue can't be asked: it is at Together's own address alone.
 */
export async function servingOf(
  model: string,
  client: Together,
  { runUnless }: Requests,
): Promise<ServingFacts | null> {
  const answer = await runUnless([400, 401, 403, 404, 405, 501], "GET /supported-models", async () => {
    const page = await client.beta.models.listSupported({ search: shortName(model) });
    return Catalogue.safeParse({ data: page.data });
  });
  if (answer === null || !answer.success) return null;
  const entries = answer.data.data.filter(({ name }) => shortName(name ?? "") === shortName(model));
  const profiles = entries.flatMap(({ deploymentProfiles }) => deploymentProfiles ?? []);
  const whole = profiles.filter(({ quantization }) => !/fp8|int|fp4/i.test(quantization ?? ""));
  const [smallest] = (whole.length > 0 ? whole : profiles).toSorted(
    (one, other) => (one.gpuCount ?? 0) - (other.gpuCount ?? 0),
  );
  return factsOf(smallest);
}

function factsOf(profile: z.infer<typeof Profile> | undefined): ServingFacts {
  const source = "its catalogue, asked just now";
  const { readOn } = h100;
  if (profile === undefined) return { servable: "no", hardware: null, dollarsPerDay: null, readOn, source };
  const gpus = profile.gpuCount ?? 1;
  const type = profile.gpuType ?? "GPU";
  return {
    servable: "yes",
    hardware: { gpus, type },
    dollarsPerDay: /h100/i.test(type) ? gpus * h100.dollarsPerHour * 24 : null,
    readOn,
    source: `${source}; an H100 is $${h100.dollarsPerHour} an hour`,
  };
}
