import type { Id } from '#core/kernel/id.ts';

/** The screens of one conference that sits. */
export const sittingLinks = (id: Id) => ({
  conference: `/konferenzen/${id}`,
  member: `/konferenzen/${id}/sitzung`,
  chair: `/konferenzen/${id}/leitung`,
  wall: `/wand/${id}`,
});
