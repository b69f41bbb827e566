import type { Tool } from "../domain/tool.ts";
import type { TenantRow } from "./sample-call.ts";
import type { TenantKey } from "./shares.ts";
import { dentalTools, homeTools, pizzaTools } from "./tools.ts";

/** The three businesses that the sample agents speak for. */
export const tenants: Readonly<Record<TenantKey, TenantRow>> = {
  pizza: {
    id: "7a1d3c52-0b64-4f0e-9c1b-5d2f8e6a9001",
    business_name: "Bella Napoli Pizza",
    industry: "pizza delivery",
    agent_name: "Sofia",
    agent_personality: { tone: "warm and quick", language: "en-US" },
  },
  dental: {
    id: "7a1d3c52-0b64-4f0e-9c1b-5d2f8e6a9002",
    business_name: "Bright Smile Dental",
    industry: "dental clinic",
    agent_name: "Nora",
    agent_personality: { tone: "calm and friendly", language: "en-US" },
  },
  home: {
    id: "7a1d3c52-0b64-4f0e-9c1b-5d2f8e6a9003",
    business_name: "Evergreen Home Services",
    industry: "home services",
    agent_name: "Max",
    agent_personality: { tone: "practical and polite", language: "en-US" },
  },
};

export function sampleTenants(): TenantRow[] {
  return Object.values(tenants);
}

/** The tools of each tenant's agent, by tenant id. */
export function sampleTools(): Record<string, Tool[]> {
  return {
    [tenants.pizza.id]: pizzaTools,
    [tenants.dental.id]: dentalTools,
    [tenants.home.id]: homeTools,
  };
}
