import { Localized, Nullable } from '@jiaohao/shared/contract/text.ts';
import { Type } from 'typebox';
import { dayOfCounter } from '../../domain/hall.ts';
import { counterOf } from '../../domain/state.ts';
import type { Routes } from '../typed.ts';

/** Where a clerk who signs in finds the counter to open. */
export const counterListRoutes: Routes = (app, hub) => {
  const { operations } = hub;

  app.get(
    '/api/counters',
    {
      config: { access: ['clerk', 'hall-manager'] },
      schema: {
        tags: ['counters'],
        summary: 'Which counters there are, and who holds them',
        response: {
          200: Type.Object({
            counters: Type.Array(
              Type.Object({
                id: Type.String(),
                number: Type.Integer(),
                name: Type.Optional(Localized),
                state: Type.String(),
                clerkId: Nullable(Type.String()),
                clerkName: Nullable(Type.String()),
                /** What it serves, as main or as backup. */
                services: Type.Array(Type.String()),
              }),
            ),
          }),
        },
      },
    },
    async () => {
      const hall = operations.hall();
      const counters = operations.settings().counters.filter((counter) => !counter.archived);
      return {
        counters: counters
          .map(({ id, number, name, services }) => {
            const { open } = counterOf(dayOfCounter(hall, id), id);
            const state = open === null ? 'closed' : open.pause ? 'paused' : 'open';
            const clerkId = open?.clerkId ?? null;
            return {
              id,
              number,
              name,
              state,
              clerkId,
              services: services.map(({ serviceId }) => serviceId),
              clerkName: clerkId && (hub.directory.person(clerkId)?.name ?? null),
            };
          })
          .sort((a, b) => a.number - b.number),
      };
    },
  );
};
