/** The words of a service's guide (一次性告知), on screens and on paper alike. Lengths matter: a 58 mm slip has 16 Hanzi to a line. */
export const guide = {
  title: '一次性告知单',
  materials: '申请材料',
  form: '填写单据',
  conditions: '办理条件',
  procedure: '办理程序',
  timeLimit: '办理时限',
  fee: '收费标准',
  charged: ({ standard }: { standard: string }) => (standard ? `收费：${standard}` : '收费'),
  free: ({ standard }: { standard: string }) => (standard ? `不收费；${standard}` : '不收费'),
  notHandled: '不予办理的情形',
  elsewhere: '以下事项由其他单位办理',
  basis: '办理依据',
  responsible: '承办单位',
  complaints: '监督投诉电话',
  officeAndContact: ({ office, contact }: { office: string; contact: string }) => `${office}，${contact}`,
  phone: ({ phone }: { phone: string }) => `联系电话 ${phone}`,
  basisOf: ({ basis }: { basis: string }) => `依据：${basis}`,
  withNote: ({ name, note }: { name: string; note: string }) => `${name}（${note}）`,
  version: ({ version }: { version: string }) => `告知版本 ${version}`,
};

export type GuideWords = typeof guide;
