/** Fetches the picture of a virtual slip (`GET /api/tickets/:id/slip.svg`) as SVG text. Rejects where there is none. */
export function createSlipLoader(token: () => string | null) {
  return async (ticketId: string): Promise<string> => {
    const response = await fetch(`/api/tickets/${encodeURIComponent(ticketId)}/slip.svg`, {
      headers: { Authorization: `Bearer ${token() ?? ''}` },
      cache: 'no-store',
    });
    if (!response.ok) throw new Error(`no picture of the slip: ${response.status}`);
    return response.text();
  };
}
