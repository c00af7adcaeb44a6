/** The words of the paper slip. Lengths matter: a 58 mm slip has 16 Hanzi to a line. */
export const slip = {
  yourNumber: '您的排队号',
  ahead: ({ people }: { people: number }) =>
    people === 0 ? '前面无人等候，请留意叫号' : `您前面还有 ${people} 人`,
  likelyWait: ({ from, to }: { from: number; to: number }) => {
    if (from === to) return `预计等候约 ${to} 分钟`;
    return from === 0 ? `预计等候 ${to} 分钟以内` : `预计等候 ${from}～${to} 分钟`;
  },
  likelyAt: ({ clock }: { clock: string }) => `预计 ${clock} 轮到您`,
  afterClosing: '可能要等到下班以后',
  longWait: ({ hours }: { hours: number }) => `预计等候超过 ${hours} 小时`,
  priority: ({ name }: { name: string }) => `${name}优先，请出示证件`,
  scanLink: '扫码查看排队进度',
  showCode: '办理时请出示本小票',
  bring: '请备好以下材料',
  /** With its blanks: in GB the dot is as wide as a Hanzi and needs none. */
  bullet: '·',
  missed: '过号提示',
  missedVoid: '过号作废，请重新取号。',
  missedReturn: ({ places }: { places: number }) =>
    places === 0
      ? '过号后请告知窗口工作人员或值班长，优先为您重新叫号，无需重新取号。'
      : `过号后请告知窗口工作人员或值班长，顺延 ${places} 位后重新叫号，无需重新取号。`,
  missedKept: ({ calls }: { calls: number }) => `该业务再叫 ${calls} 个号后作废。`,
  missedPlaces: ({ places }: { places: number }) => `过号后自动顺延 ${places} 位，请留意叫号。`,
  missedMinutes: ({ minutes }: { minutes: number }) => `过号 ${minutes} 分钟后自动重新排队，请留意叫号。`,
  missedVoidAfter: ({ times }: { times: number }) => `过号满 ${times} 次作废。`,
  complaints: ({ phone }: { phone: string }) => `监督投诉电话 ${phone}`,
  issued: ({ time }: { time: string }) => `取号时间 ${time}`,
  reprint: ({ copy }: { copy: number }) => `补打第 ${copy} 次`,
  appointmentTitle: '预约凭条',
  appointmentCode: '预约码',
  appointmentHow: '到大厅后请先取号',
  appointmentCheckIn: ({ from, to }: { from: string; to: string }) =>
    `请于 ${from}～${to} 在取号机上点“已有预约”，扫上面的码，或输入预约码、手机号码取号。`,
  appointmentWalkUp: ({ time }: { time: string }) => `${time} 以后到的，按现场取号排队。`,
  appointmentVoid: ({ time }: { time: string }) => `${time} 以后到的，预约作废。`,
  missingTitle: '一次性补正告知单',
  missing: '您还需补齐以下材料',
  missingThen: '请备齐后再来办理，本单所列即为全部应补材料。',
  refusalTitle: '不予受理告知单',
  refusalReason: '不予受理的理由',
  refusalThen: '如有异议，可向大厅值班长反映，或拨打下列监督投诉电话。',
  referralTitle: '转办告知单',
  referralTo: '请到以下单位（业务）办理',
  referralService: '在本大厅办理，请取该业务的排队号。',
  responsibleIs: ({ name }: { name: string }) => `承办单位 ${name}`,
  handledAt: ({ counter }: { counter: number }) => `办理窗口 ${counter} 号`,
  toldAt: ({ time }: { time: string }) => `告知时间 ${time}`,
  printedAt: ({ time }: { time: string }) => `打印时间 ${time}`,
  waitingList: '等候名单',
  waitingInAll: ({ people }: { people: number }) => (people === 0 ? '当前无人等候' : `共 ${people} 人等候`),
  waitingHere: ({ people }: { people: number }) => `${people} 人`,
  waitingListUse: '停电或系统故障时，请按此名单人工叫号，叫到一位勾一位。',
  atCounters: '正在窗口',
  atCounter: ({ counter, number }: { counter: number; number: string }) => `${counter} 号窗口  ${number}`,
  endOfList: '—— 名单完 ——',
  testSlip: '测试小票',
  testSample: '排队叫号，请取走您的小票。取号时间、等候人数、窗口号均应清晰可辨。',
  testEdges: '下面的横线应左右完整，且不折行：',
  testCode: '此码应能扫出 JH:TEST',
};

export type SlipWords = typeof slip;
