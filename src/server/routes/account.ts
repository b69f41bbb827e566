import { Hono } from "hono";

const organization = { id: "local", name: "local" };
const project = { id: "local", name: "local", slug: "local" };

/** `GET /whoami`: the fields of Together's TypeScript client (0.52) and those of its Python client (3.x) side by side. */
export function accountRoutes(): Hono {
  return new Hono().get("/whoami", (context) =>
    context.json({
      type: "project_api_key",
      api_key: { id: "local" },
      organization,
      project,
      api_key_id: "local",
      organization_id: organization.id,
      organization_name: organization.name,
      project_id: project.id,
      project_name: project.name,
      project_slug: project.slug,
      user_id: "local",
    }),
  );
}
