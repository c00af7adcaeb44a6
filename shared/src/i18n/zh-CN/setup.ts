/** The manager's page where the hall is set up: what is changed there by people who write no files. */
export const setup = {
  textIn: (p: { name: string; language: string }) => `${p.name}（${p.language}）`,
  notEveryLanguage: '每种语言都要写上。',
  edit: '修改',
  remove: '删除',

  notices: {
    title: '公告',
    lead: '在叫号屏下方轮流显示。',
    empty: '没有公告。',
    add: '添加公告',
    editTitle: '修改公告',
    text: '内容',
    personal: '全大厅都会看到，请不要写姓名、电话、证件号等个人信息。',
    states: { showing: '正在显示', coming: '未到时间', over: '已过期', archived: '已撤下' },
    datesOf: (p: { from: string; until: string }) =>
      p.from && p.until
        ? `${p.from} 至 ${p.until}`
        : p.from
          ? `${p.from} 起`
          : p.until
            ? `至 ${p.until}`
            : '长期',
    from: '开始日期',
    fromTime: '几点起',
    until: '结束日期',
    untilTime: '几点止',
    datesHint: '都可不填：没有开始日期的马上显示，没有结束日期的一直显示；不写几点的，当天全天有效。',
    dateFirst: '写了几点，也请写日期。',
    endsFirst: '结束要晚于开始。',
    zones: '只在这些分区显示',
    zonesHint: '都不选，就在所有叫号屏显示。没有分区的叫号屏显示全部公告。',
    withdraw: '撤下',
    restore: '恢复',
    removeTitle: '删除这条公告？',
    removeWhy: '删除后不能恢复。',
    showPast: (p: { count: number }) => `显示已过期和已撤下的（${p.count} 条）`,
    saved: '已保存，叫号屏马上更新。',
    named: (p: { act: string; text: string }) => `${p.act}：${p.text}`,
  },

  reasons: {
    title: '评价原因',
    lead: '群众按下评价后可以选的原因，用于评价器和手机页面。',
    none: '不问原因',
    editLevel: (p: { level: string }) => `修改“${p.level}”的原因`,
    hint: (p: { most: number }) => `最多 ${p.most} 条，越短越好。改了说法的，报表里与原来的说法分开统计。`,
    reason: (p: { nth: number }) => `第 ${p.nth} 条`,
    add: '再加一条',
    upNth: (p: { nth: number }) => `上移第 ${p.nth} 条`,
    removeNth: (p: { nth: number }) => `删除第 ${p.nth} 条`,
    empty: '没有原因：按下评价后不再询问。',
    kept: '保存后马上生效，已收到的评价不变。',
    saved: '已保存，评价器和手机页面马上更新。',
  },
};
