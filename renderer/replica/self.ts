import { combineLatest, distinctUntilChanged, map, shareReplay, type Observable } from 'rxjs';
import { toPersonName } from '#core/directory/person.ts';
import { findMember } from '#core/groups/group.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Self } from './contract.ts';
import type { Overlay } from './overlay.ts';

/** The person who works here, from the own document and the groups it has a place in. */
export const watchSelf = (overlay: Overlay, personId: Id): Observable<Self | undefined> =>
  combineLatest([overlay.one('person', personId), overlay.all('group')]).pipe(
    map(([person, groups]): Self | undefined => {
      if (person === undefined) return undefined;
      const memberships = groups.flatMap((group) => {
        const member = findMember(group, personId);
        return member === undefined
          ? []
          : [{ groupId: group.id, function: member.function, votingStatus: member.votingStatus }];
      });
      const { role, administrator } = person;
      return {
        name: toPersonName(person),
        role,
        administrator,
        actor: { personId, role, administrator, memberships },
      };
    }),
    distinctUntilChanged((before, after) => JSON.stringify(before) === JSON.stringify(after)),
    shareReplay({ bufferSize: 1, refCount: true }),
  );
