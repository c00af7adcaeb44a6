import type { CounterView, QueueEntry } from '@jiaohao/shared/contract/screens.ts';
import type { WhoAmI } from '@jiaohao/shared/contract/session.ts';
import type { TicketView, TurnState } from '@jiaohao/shared/contract/ticket.ts';
import type { HallDirectory } from '../../../counter-display/src/counter/hall-directory.ts';

/** 2026-11-21 10:24:00 in Shanghai. */
export const NOW = Date.UTC(2026, 10, 21, 2, 24);
const MINUTE = 60_000;

export const wang: WhoAmI = {
  id: 'wang',
  username: 'wangmin',
  name: '王敏',
  staffNumber: '0312',
  role: 'clerk',
  mustChangePassword: false,
  counterId: 'counter-3',
};

export function ticket(number: string, status: TurnState, overrides: Partial<TicketView> = {}): TicketView {
  return {
    id: `ticket-${number}`,
    number,
    turnId: `turn-${number}`,
    serviceId: 'social-card',
    serviceName: { 'zh-CN': '社会保障卡', en: 'Social security card' },
    status,
    ending: null,
    outcome: null,
    issuedAt: NOW - 32 * MINUTE,
    priority: null,
    language: 'zh-CN',
    ahead: 0,
    estimate: null,
    turns: [
      {
        id: `turn-${number}`,
        serviceId: 'social-card',
        serviceName: { 'zh-CN': '社会保障卡', en: 'Social security card' },
        state: status,
        queuedAt: NOW - 32 * MINUTE,
        calledAt: NOW - 5 * MINUTE,
        startedAt: status === 'serving' ? NOW - 258_000 : null,
        endedAt: null,
        calls: 1,
        counterId: 'counter-3',
        ending: null,
        outcome: null,
      },
    ],
    backTo: null,
    print: { state: 'printed', copy: 0 },
    ...overrides,
  };
}

export function queued(number: string, minutes: number, overrides: Partial<QueueEntry> = {}): QueueEntry {
  return {
    ticketId: `ticket-${number}`,
    turnId: `turn-${number}`,
    number,
    serviceId: number.startsWith('B') ? 'pension' : 'social-card',
    priority: null,
    queuedAt: NOW - minutes * MINUTE,
    late: minutes > 30,
    first: false,
    forCounter: null,
    ...overrides,
  };
}

/** An open counter 3 of 王敏 with nobody in hand and three waiting. */
export function view(overrides: Partial<CounterView> = {}): CounterView {
  return {
    build: 'test',
    now: NOW,
    version: 1,
    hallName: { 'zh-CN': '便民服务中心', en: 'Public service centre' },
    languages: ['zh-CN', 'en'],
    timeZone: 'Asia/Shanghai',
    counter: { id: 'counter-3', number: 3, name: { 'zh-CN': '社保窗口', en: 'Social insurance' } },
    state: 'open',
    pause: null,
    clerk: { id: 'wang', name: '王敏', staffNumber: '0312' },
    ticket: null,
    rating: null,
    queues: [
      {
        serviceId: 'social-card',
        letter: 'A',
        name: { 'zh-CN': '社会保障卡', en: 'Social security card' },
        role: 'main',
        joined: true,
        waiting: 2,
        oldestQueuedAt: NOW - 31 * MINUTE,
      },
      {
        serviceId: 'pension',
        letter: 'B',
        name: { 'zh-CN': '养老保险', en: 'Pension insurance' },
        role: 'backup',
        joined: true,
        waiting: 1,
        oldestQueuedAt: NOW - 42 * MINUTE,
      },
    ],
    next: [queued('B018', 42), queued('A013', 31), queued('A014', 18)],
    missed: [],
    parked: [],
    undo: null,
    waiting: 3,
    today: { served: 37, meanHandlingMs: 400_000 },
    padConnected: true,
    speech: { state: 'idle' },
    rules: {
      pressesStart: true,
      defaultOutcome: 'done',
      ratingSeconds: 30,
      pauseReasons: [
        { id: 'away', name: { 'zh-CN': '离开一会儿', en: 'Away for a moment' } },
        { id: 'meal', name: { 'zh-CN': '就餐', en: 'Meal break' } },
      ],
      parkReasons: [{ id: 'fetching', name: { 'zh-CN': '补取材料', en: 'Fetching documents' } }],
    },
    ...overrides,
  };
}

const service = (number: number, id: string, letter: string) => ({
  id,
  number,
  letter,
  name: { 'zh-CN': id, en: id },
  waiting: number,
});
const counter = (number: number, state: 'open' | 'paused' | 'closed' = 'open') => ({
  id: `counter-${number}`,
  number,
  name: undefined,
  state,
  clerkId: state === 'closed' ? null : 'li',
  clerkName: state === 'closed' ? null : '李强',
  services: ['social-card'],
});

/** Four services, two of them with one letter, and counters 1 to 5 and 12. */
export const directory: HallDirectory = {
  services: [
    service(1, 'social-card', 'A'),
    service(2, 'pension', 'B'),
    service(3, 'medical', 'C'),
    service(4, 'maternity', 'C'),
  ],
  counters: [counter(1), counter(2, 'paused'), counter(3), counter(4), counter(5, 'closed'), counter(12)],
};
