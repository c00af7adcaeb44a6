import type { Api } from '@jiaohao/shared/client/api.ts';
import type { Menu } from '@jiaohao/shared/contract/screens.ts';
import type { PrintView, TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { createComfort } from '../../../kiosk/src/kiosk/comfort.ts';
import { createKioskActions } from '../../../kiosk/src/kiosk/kiosk-actions.ts';
import { createKioskState } from '../../../kiosk/src/kiosk/kiosk-state.ts';

export const ticket = (print: PrintView, more: Partial<TicketView> = {}): TicketView => ({
  id: 't1',
  number: 'A001',
  turnId: 'turn',
  serviceId: 'a',
  serviceName: { 'zh-CN': '业务' },
  status: 'waiting',
  ending: null,
  outcome: null,
  issuedAt: 0,
  priority: null,
  language: 'zh-CN',
  ahead: 0,
  estimate: null,
  turns: [],
  backTo: null,
  print,
  ...more,
});

type MenuService = Menu['groups'][number]['services'][number];

const service = (id: string, more: Partial<MenuService> = {}): MenuService => ({
  id,
  letter: id.toUpperCase(),
  name: { 'zh-CN': id },
  waiting: 0,
  estimate: null,
  open: true,
  enquiries: false,
  bring: [],
  ...more,
});

/** A hall with services a and b, an enquiry desk q, and a voice. */
export const menu = (kiosk: Partial<Menu['kiosk']> = {}): Menu => ({
  now: 0,
  hallName: { 'zh-CN': '大厅' },
  languages: ['zh-CN', 'en'],
  timeZone: 'Asia/Shanghai',
  issuing: true,
  priorityClasses: [],
  kiosk: { speech: ['zh', 'en'], volume: 1, speakNumbers: false, keys: [], ...kiosk },
  groups: [
    {
      id: 'g',
      name: { 'zh-CN': '组' },
      services: [service('a'), service('b'), service('q', { enquiries: true })],
    },
  ],
});

/** A kiosk without its page. `post` answers what it sends to the hub. */
export function kiosk(post: (path: string, body?: unknown) => Promise<unknown>) {
  const comfort = createComfort();
  const state = createKioskState(comfort);
  const unused = () => Promise.reject(new Error('not in these tests'));
  const api: Api = { post: post as Api['post'], get: unused, put: unused, delete: unused };
  const actions = createKioskActions(state, api);
  return { state, actions, comfort, api };
}
