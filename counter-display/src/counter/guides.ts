import type { Api } from '@jiaohao/shared/client/api.ts';
import type { GuideView } from '@jiaohao/shared/contract/guide.ts';
import type { PrintView } from '@jiaohao/shared/contract/ticket.ts';
import { signal } from '@preact/signals';

const ASK_AGAIN_MS = 600;
/** A printer has eight seconds for a slip; after that its word is not waited for. */
const PATIENCE_MS = 15_000;

/** Service guides as the hub has them, and what becomes of the papers a clerk asks for. Reject with `ApiError`. */
export function createGuides(api: Api) {
  const guides = signal<ReadonlyMap<string, GuideView>>(new Map());

  async function load(serviceId: string): Promise<void> {
    const { guide } = await api.get<{ guide: GuideView }>(
      `/api/services/${encodeURIComponent(serviceId)}/guide`,
    );
    guides.value = new Map(guides.value).set(serviceId, guide);
  }

  /** How the job ended; as it stands after a while where nobody says. */
  async function settled(first: PrintView): Promise<PrintView> {
    let print = first;
    for (let waited = 0; waited < PATIENCE_MS; waited += ASK_AGAIN_MS) {
      if (print.jobId === undefined || (print.state !== 'queued' && print.state !== 'printing')) return print;
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
      ({ print } = await api.get<{ print: PrintView }>(`/api/print/${print.jobId}`));
    }
    return print;
  }

  return {
    /** By service; those that were asked for. */
    guides,
    load,
    settled,
    async tell(ticketId: string, { serviceId, version }: GuideView): Promise<void> {
      await api.post(`/api/tickets/${encodeURIComponent(ticketId)}/told`, { serviceId, version });
    },
    async print(serviceId: string, ticketId: string | undefined, language: string): Promise<PrintView> {
      const path = `/api/services/${encodeURIComponent(serviceId)}/guide/print`;
      const { print } = await api.post<{ print: PrintView }>(path, { ticketId, language });
      return print;
    },
    async printAgain(jobId: string): Promise<PrintView> {
      const { print } = await api.post<{ print: PrintView }>(`/api/print/${encodeURIComponent(jobId)}/again`);
      return print;
    },
  };
}
