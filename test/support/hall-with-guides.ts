import type { HallSettings } from '@jiaohao/shared/contract/hall.ts';
import { hall } from './hall.ts';

/** The test hall with a whole guide for its social service; the others have none. */
export const withGuides = (edit: (document: HallSettings) => void = () => {}) =>
  hall({}, (document) => {
    document.hall.complaintPhone = '12345';
    document.services[0]!.guide = {
      form: { en: 'Application form' },
      where: { en: 'Writing desk' },
      materials: [
        { id: 'id-card', name: { en: 'Identity card' }, note: { en: 'original' } },
        { id: 'photo', name: { en: 'Photograph' } },
      ],
      basis: [{ en: 'Social Insurance Act' }],
      timeLimit: { en: 'On the spot' },
      fee: { charged: false },
      elsewhere: [{ id: 'bank', matter: { en: 'Activation' }, office: { en: 'Any bank branch' } }],
    };
    edit(document);
  });
