import type { TicketView } from '@jiaohao/shared/contract/ticket.ts';
import { useEffect, useState } from 'preact/hooks';

/**
 * The virtual printer's slip as an address for an `<img>`: null while it is fetched, 'none' where
 * it cannot be had. It needs the device's token, so it is fetched as text and shown from memory.
 */
export function useSlipPicture(
  ticket: TicketView | null,
  load: (ticketId: string) => Promise<string>,
): string | null {
  const [picture, setPicture] = useState<string | null>(null);
  const id = ticket?.id;
  const copy = ticket?.print.copy;
  // `copy` is here because another copy is another picture.
  useEffect(() => {
    if (id === undefined) return;
    let url: string | null = null;
    let gone = false;
    load(id).then(
      (svg) => {
        if (gone) return;
        url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
        setPicture(url);
      },
      () => {
        if (!gone) setPicture('none');
      },
    );
    return () => {
      gone = true;
      setPicture(null);
      if (url) URL.revokeObjectURL(url);
    };
  }, [id, copy]);
  return picture;
}
