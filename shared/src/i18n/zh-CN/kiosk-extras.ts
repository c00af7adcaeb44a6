/** Kiosk: what a scanned slip shows, and several services on one number. Fetched when it is needed. */
export const kioskExtras = {
  slip: {
    title: '您的排队号',
    waiting: (p: { count: number }) =>
      p.count > 0 ? `您前面还有 ${p.count} 人` : '前面无人等候，请留意叫号',
    called: (p: { counter: number }) => `请到 ${p.counter} 号窗口办理`,
    serving: (p: { counter: number }) => `正在 ${p.counter} 号窗口办理`,
    missed: '您的号已过号',
    parked: '已暂缓办理，请等候再次叫号',
    served: '已办理完毕',
    over: '这个号已失效，请重新取号',
    reprint: '补打小票',
    leave: '返回首页',
    issued: (p: { time: string }) => `取号时间 ${p.time}`,
  },
  guide: {
    take: '取号',
    print: '打印告知单',
    close: '返回',
    more: '往下看',
    lost: '暂时看不到全部须知，可咨询工作人员',
    paper: {
      coming: '正在打印…',
      printed: '告知单已打印，请取走',
      shown: '告知单已打印（演示打印机，不出纸）',
      failed: '告知单没有打印出来，可咨询工作人员',
    },
  },
  several: {
    start: '一次办多项业务',
    startHint: '选好几项，只取一个号',
    title: '请依次点选要办理的业务',
    hint: (p: { most: number }) => `最多 ${p.most} 项，按选择的先后办理`,
    chosen: (p: { count: number }) => `已选 ${p.count} 项`,
    none: '还没有选择业务',
    remove: (p: { service: string }) => `去掉${p.service}`,
    place: (p: { place: number }) => `第 ${p.place} 项`,
    take: (p: { count: number }) => (p.count > 1 ? `取一个号，办 ${p.count} 项` : '取号'),
    cancel: '只办一项',
    next: '之后依次办理',
  },
};
