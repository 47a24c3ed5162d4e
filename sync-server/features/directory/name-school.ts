import type { Stage } from '../contract.ts';
import { placeSchool } from './placement.ts';

/** Gives the school its name. True if it had another one. */
export const nameSchool = async (stage: Stage, name: string): Promise<boolean> => {
  const [school] = await stage.loadKind('school');
  if (school === undefined || school.name === name) return false;
  await stage.put({ ...school, name }, placeSchool());
  return true;
};
