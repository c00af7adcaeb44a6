/** When numbers are given again, and why not now; said on the kiosk and to whoever asked for one. */
export const opening = {
  /** `9:00` before noon. */
  morning: (p: { time: string }) => `上午 ${p.time}`,
  tomorrow: (p: { time: string }) => `明天 ${p.time}`,
  onDate: (p: { date: string; time: string }) => `${p.date} ${p.time}`,
  begins: (p: { when: string }) => `${p.when} 开始取号`,
  lunch: (p: { when: string }) => `午休中，${p.when} 恢复取号`,
  breakNow: (p: { when: string }) => `休息中，${p.when} 恢复取号`,
  lastOfInterval: (p: { when: string }) => `本时段取号已结束，${p.when} 恢复取号`,
  usedForNow: (p: { when: string }) => `本时段号已取完，${p.when} 恢复取号`,
  overForToday: '今日取号已结束',
  usedToday: '今日号已取完',
  notToday: '今日不取号',
  occasion: (p: { occasion: string }) => `${p.occasion}休息`,
  notYet: '尚未开始取号',
  held: '暂停取号',
  andThen: (p: { why: string; when: string }) => `${p.why}，${p.when} 开始取号`,
};
