import { html, raw } from "hono/html";
import { visible } from "./visible.ts";

export { html, raw };

/** A piece of the page; texts put into it are escaped. */
export type Html = ReturnType<typeof html>;

/** A name or value from elsewhere, kept from turning the text around it. */
export function foreign(text: string): Html {
  return html`<bdi>${visible(text)}</bdi>`;
}

/** A name of code: tool, parameter, model. */
export function code(text: string): Html {
  return html`<code><bdi>${visible(text)}</bdi></code>`;
}

/** What a section says first, with its anchor. */
export interface SectionHead {
  readonly id: string;
  readonly title: string;
  /** A sentence on how to read it. */
  readonly about: string;
}

export function section({ id, title, about }: SectionHead, content: unknown): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<div class="section-head"><h2 id="${id}-title">${title}</h2><p>${about}</p></div>
${content}
</section>`;
}
