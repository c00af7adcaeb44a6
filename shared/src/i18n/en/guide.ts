import type { GuideWords } from '../zh-CN/guide.ts';

export const guide: GuideWords = {
  title: 'Service guide',
  materials: 'What to bring',
  form: 'Form to fill in',
  conditions: 'Conditions',
  procedure: 'Procedure',
  timeLimit: 'How long it takes',
  fee: 'Fee',
  charged: ({ standard }) => (standard ? `There is a fee: ${standard}` : 'There is a fee'),
  free: ({ standard }) => (standard ? `Free of charge. ${standard}` : 'Free of charge'),
  notHandled: 'Not handled in these cases',
  elsewhere: 'Handled by other offices',
  basis: 'Legal basis',
  responsible: 'Office in charge',
  complaints: 'Complaints',
  officeAndContact: ({ office, contact }) => `${office}, ${contact}`,
  phone: ({ phone }) => `Phone: ${phone}`,
  basisOf: ({ basis }) => `Basis: ${basis}`,
  withNote: ({ name, note }) => `${name} (${note})`,
  version: ({ version }) => `Guide version ${version}`,
};
