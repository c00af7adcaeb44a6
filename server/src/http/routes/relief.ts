import { randomUUID } from 'node:crypto';
import { ReliefPin, Reliever } from '@jiaohao/shared/contract/relief.ts';
import { WhoAmI } from '@jiaohao/shared/contract/session.ts';
import { Type } from 'typebox';
import { DomainError } from '../../domain/errors.ts';
import { dayOfCounter } from '../../domain/hall.ts';
import { heldCounter, knownCounter } from '../../domain/holding.ts';
import { counterHeldBy, counterOf } from '../../domain/state.ts';
import { verifyPassword } from '../../operations/passwords.ts';
import { actorOf } from '../../operations/principal.ts';
import { hashReliefPin, isWeakPin, verifyReliefPin } from '../../operations/relief-pins.ts';
import type { PersonRow } from '../../store/port.ts';
import { requestKey } from '../idempotency.ts';
import { createFailureLimit, createNamedFailureLimit } from '../limits.ts';
import { giveSession, signedIn, whoAmI } from '../signed-in.ts';
import { IdParams, Ok, type Routes } from '../typed.ts';

const NewPinBody = Type.Object(
  { current: Type.String({ maxLength: 200 }), pin: ReliefPin },
  { additionalProperties: false },
);
const RelieveBody = Type.Object(
  { clerkId: Type.String({ minLength: 1, maxLength: 80 }), pin: ReliefPin },
  { additionalProperties: false },
);

const WINDOW_SECONDS = 900;

/** A colleague takes over a counter (替岗). Nothing of a PIN is in the journal, the log or an answer. */
export const reliefRoutes: Routes = (app, hub) => {
  const { operations, store, secrets, directory } = hub;
  const access = ['clerk', 'hall-manager'] as const;
  const byPassword = createFailureLimit({ perMinute: 10 });
  // By who asks: a colleague who is guessed at here can still take over at every other counter.
  const byAsker = createNamedFailureLimit({ failures: 10, seconds: WINDOW_SECONDS });
  const byPair = createNamedFailureLimit({ failures: 5, seconds: WINDOW_SECONDS });

  app.put(
    '/api/session/relief-pin',
    {
      config: { access },
      schema: {
        tags: ['session'],
        summary: 'Set the PIN by which one takes over a counter; needs the password',
        body: NewPinBody,
        response: { 200: WhoAmI },
      },
    },
    async (request) => {
      const principal = signedIn(request);
      const { id, staffNumber, passwordHash } = principal.person;
      const { current, pin } = request.body;
      await byPassword.check(request);
      const right = await verifyPassword(current, passwordHash);
      await byPassword.check(request);
      if (!right) {
        await byPassword.failed(request);
        throw new DomainError('wrong-credentials');
      }
      if (isWeakPin(pin, staffNumber)) throw new DomainError('weak-pin');
      const pinHash = await hashReliefPin(secrets, id, pin);
      await operations.write(async () => ({
        writes: [{ kind: 'set-relief-pin', personId: id, pinHash }],
        answer: null,
      }));
      return whoAmI(hub, principal);
    },
  );

  app.delete(
    '/api/settings/people/:id/relief-pin',
    {
      config: { access: ['manager'] },
      schema: {
        tags: ['settings'],
        summary: 'Take the PIN away: its owner sets another',
        params: IdParams,
        response: { 200: Ok },
      },
    },
    async (request) => {
      const { id } = request.params;
      return operations.write(async () => {
        if (!directory.person(id)) throw new DomainError('unknown-person');
        return {
          writes: [{ kind: 'set-relief-pin', personId: id, pinHash: null }],
          answer: { ok: true },
        };
      });
    },
  );

  app.get(
    '/api/counters/:id/relievers',
    {
      config: { access },
      schema: {
        tags: ['counters'],
        summary: 'Who could take over this counter',
        params: IdParams,
        response: { 200: Type.Object({ relievers: Type.Array(Reliever) }) },
      },
    },
    async (request) => {
      const { id } = request.params;
      const settings = operations.settings();
      knownCounter(settings, id);
      const hall = operations.hall();
      const holder = counterOf(dayOfCounter(hall, id), id).open?.clerkId;
      const withPin = new Set(await store.peopleWithReliefPin());
      const counterNumber = (personId: string): number | null => {
        const days = [...hall.lingering, hall.today];
        const held = days.map((day) => counterHeldBy(day, personId)).find((each) => each !== null);
        return settings.counterById.get(held ?? '')?.number ?? null;
      };
      const relievers = directory
        .people()
        .filter((person) => mayServe(person) && person.id !== holder)
        .sort(
          (a, b) =>
            (a.staffNumber ?? '~').localeCompare(b.staffNumber ?? '~', 'en', { numeric: true }) ||
            a.name.localeCompare(b.name, 'zh-CN'),
        )
        .map(({ id: personId, name, staffNumber }) => ({
          id: personId,
          name,
          staffNumber,
          hasPin: withPin.has(personId),
          counter: counterNumber(personId),
        }));
      return { relievers };
    },
  );

  app.post(
    '/api/counters/:id/relieve',
    {
      config: { access },
      schema: {
        tags: ['counters'],
        summary: 'A colleague takes over; the session that asked ends, and theirs begins in its browser',
        params: IdParams,
        body: RelieveBody,
        response: { 200: WhoAmI },
      },
    },
    async (request, reply) => {
      const asker = signedIn(request);
      const by = actorOf(asker);
      const { id: counterId } = request.params;
      const { clerkId, pin } = request.body;
      // Only at one's own counter, or as its helper, does anybody get to try a PIN.
      heldCounter(dayOfCounter(operations.hall(), counterId), operations.settings(), counterId, by);
      const pair = `${asker.person.id} ${clerkId}`;
      const mayTry = async (): Promise<void> => {
        await byAsker.check(asker.person.id);
        await byPair.check(pair);
      };
      await mayTry();
      const person = directory.person(clerkId);
      if (!person || !mayServe(person)) throw new DomainError('unknown-person');
      const kept = await store.reliefPin(clerkId);
      if (kept === null) throw new DomainError('no-relief-pin');
      const right = await verifyReliefPin(secrets, clerkId, pin, kept);
      await mayTry();
      if (!right) {
        await byAsker.failed(asker.person.id);
        await byPair.failed(pair);
        throw new DomainError('wrong-relief-pin');
      }
      const session = randomUUID();
      const tokenHash = secrets.hash(secrets.sessionToken(session));
      const at = operations.now();
      const row = { tokenHash, personId: clerkId, createdAt: at, seenAt: at, endedAt: null, counterId };
      const { id } = await operations.execute(
        by,
        { type: 'relieve-counter', counterId, clerkId },
        {
          key: requestKey(hub, request, undefined, { clerkId }),
          writes: [
            { kind: 'open-session', session: row },
            // Nobody's session is left behind in a browser that somebody else uses.
            { kind: 'end-session', tokenHash: asker.sessionHash, at },
          ],
          answer: () => ({ id: session }),
        },
      );
      hub.sockets.dropSession(asker.sessionHash);
      giveSession(reply, hub, request, secrets.sessionToken(id));
      return whoAmI(hub, { person, reliefAt: counterId });
    },
  );
};

/** Managers look on. */
const mayServe = ({ role, archived }: PersonRow): boolean => role !== 'manager' && !archived;
