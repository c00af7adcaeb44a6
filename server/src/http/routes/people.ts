import { randomUUID } from 'node:crypto';
import { Role } from '@jiaohao/shared/contract/hall.ts';
import { NewPerson, Person } from '@jiaohao/shared/contract/session.ts';
import { Type } from 'typebox';
import { DomainError } from '../../domain/errors.ts';
import type { Actor } from '../../domain/event.ts';
import { counterHeldBy, counterOf } from '../../domain/state.ts';
import { hashPassword, SHORTEST_PASSWORD } from '../../operations/passwords.ts';
import { actorOf } from '../../operations/principal.ts';
import type { PersonRow, Write } from '../../store/port.ts';
import { requestKey } from '../idempotency.ts';
import { IdParams, type Routes } from '../typed.ts';

/** As in the contract, but that a password is too short has an error of its own. */
const AddPerson = Type.Object(
  { ...NewPerson.properties, password: Type.Optional(Type.String({ maxLength: 200 })) },
  { additionalProperties: false },
);
const ChangePerson = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    staffNumber: Type.Optional(Type.String({ maxLength: 20 })),
    role: Type.Optional(Role),
    password: Type.Optional(Type.String({ maxLength: 200 })),
    temporary: Type.Optional(Type.Boolean()),
    archived: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);

const personView = (row: PersonRow, reliefPin?: boolean) => ({
  id: row.id,
  username: row.username,
  name: row.name,
  staffNumber: row.staffNumber,
  role: row.role,
  hasPassword: row.passwordHash !== null,
  archived: row.archived,
  ...(reliefPin !== undefined && { reliefPin }),
});

export const peopleRoutes: Routes = (app, hub) => {
  const { operations, store, directory } = hub;

  app.get(
    '/api/settings/people',
    {
      config: { access: ['manager'] },
      schema: { tags: ['settings'], response: { 200: Type.Object({ people: Type.Array(Person) }) } },
    },
    async () => {
      const withPin = new Set(await store.peopleWithReliefPin());
      return { people: directory.people().map((person) => personView(person, withPin.has(person.id))) };
    },
  );

  app.post(
    '/api/settings/people',
    {
      config: { access: ['admin'] },
      schema: { tags: ['settings'], body: AddPerson, response: { 201: Type.Object({ id: Type.String() }) } },
    },
    async (request, reply) => {
      const { username, name, role, staffNumber, password, temporary = false } = request.body;
      if (password !== undefined && password.length < SHORTEST_PASSWORD)
        throw new DomainError('weak-password');
      const passwordHash = password === undefined ? null : await hashPassword(password);
      const made = await operations.write(
        async (now) => {
          if (await store.personByUsername(username)) throw new DomainError('username-taken');
          const person: PersonRow = {
            id: randomUUID(),
            username,
            name,
            staffNumber: staffNumber ?? null,
            role,
            passwordHash,
            mustChange: temporary,
            archived: false,
            createdAt: now,
          };
          return { writes: [{ kind: 'add-person', person }], answer: { id: person.id } };
        },
        requestKey(hub, request),
      );
      reply.code(201);
      return made;
    },
  );

  app.put(
    '/api/settings/people/:id',
    {
      config: { access: ['admin'] },
      schema: { tags: ['settings'], params: IdParams, body: ChangePerson, response: { 200: Person } },
    },
    async (request) => {
      const { id } = request.params;
      const { password, temporary, ...change } = request.body;
      if (password !== undefined && password.length < SHORTEST_PASSWORD)
        throw new DomainError('weak-password');
      const passwordHash = password === undefined ? undefined : await hashPassword(password);
      if (change.archived) await leaveCounter(id, actorOf(request.principal));
      const changed = await operations.write(async (at) => {
        const before = directory.person(id);
        if (!before) throw new DomainError('unknown-person');
        const person: PersonRow = { ...before, ...change };
        if (passwordHash !== undefined) {
          person.passwordHash = passwordHash;
          person.mustChange = temporary ?? false;
        }
        keepsAnAdmin(person);
        const writes: Write[] = [{ kind: 'change-person', person }];
        // Another password, another role or nobody any more: whoever is signed in as them signs in again.
        const out = passwordHash !== undefined || person.role !== before.role || person.archived;
        if (out) writes.push({ kind: 'end-sessions-of', personId: id, at });
        // A PIN stands for a password that its owner knew, and for somebody who is there.
        if (passwordHash !== undefined || person.archived)
          writes.push({ kind: 'set-relief-pin', personId: id, pinHash: null });
        return { writes, answer: personView(person) };
      });
      hub.sockets.dropPerson(id);
      return changed;
    },
  );

  /** A counter does not stay open in the name of somebody who is gone. @throws DomainError `ticket-in-hand` */
  async function leaveCounter(personId: string, by: Actor): Promise<void> {
    const { today, lingering } = operations.hall();
    for (const day of [...lingering, today]) {
      const counterId = counterHeldBy(day, personId);
      if (counterId === null) continue;
      if (counterOf(day, counterId).open?.turnId) throw new DomainError('ticket-in-hand');
      await operations.execute(by, { type: 'close-counter', counterId }, { answer: () => null });
    }
  }

  function keepsAnAdmin(changed: PersonRow): void {
    const isAdmin = (person: PersonRow) =>
      person.role === 'admin' && !person.archived && person.passwordHash !== null;
    const people = directory.people().map((person) => (person.id === changed.id ? changed : person));
    if (!people.some(isAdmin)) throw new DomainError('not-allowed', { reason: 'last-admin' });
  }
};
