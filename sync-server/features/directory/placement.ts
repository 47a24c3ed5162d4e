import { EVERYBODY_BUCKET, personBucket, STAFF_BUCKET, type Bucket } from '#core/access/bucket.ts';
import type { Person } from '#core/directory/person.ts';
import type { Id } from '#core/kernel/id.ts';

/** All staff find everybody (R10); everybody has their own document, also guests. */
export const placePerson = (person: Pick<Person, 'id'>): readonly Bucket[] => [
  STAFF_BUCKET,
  personBucket(person.id),
];

/** The school's name and settings are for everybody. */
export const placeSchool = (): readonly Bucket[] => [EVERYBODY_BUCKET];

/** What was changed about somebody's rights is told to that person alone. */
export const placeRightsNotice = (personId: Id): readonly Bucket[] => [personBucket(personId)];
