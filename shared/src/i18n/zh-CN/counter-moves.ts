/** The clerk's moves beside call and finish, and the panels that ask for the rest of them. */
export const counterMoves = {
  commands: {
    transfer: '转移',
    park: '挂起',
    undo: '撤销',
    'walk-in': '无号办理',
    'change-service': '更改业务',
    'add-service': '加办业务',
    'drop-service': '取消加办',
    'resume-ticket': '恢复办理',
    reprint: '补打小票',
    priority: '优先类别',
    help: '求助',
    change: '更换窗口',
  },
  held: '紧急状态，队列暂停',
  undo: {
    finished: (p: { number: string }) => `撤销 ${p.number} 结束`,
    missed: (p: { number: string }) => `撤销 ${p.number} 过号`,
    seconds: (p: { seconds: number }) => `${p.seconds} 秒`,
  },
  people: (p: number) => `${p} 人`,
  noneToPick: '没有可选的',

  numbers: {
    call: {
      title: '选呼',
      hint: '输入号码，例如 A012；只用数字键盘时输入 012，再选字母',
      none: '暂无人等候',
      send: (p: { number: string }) => `呼叫 ${p.number}`,
    },
    return: {
      title: '过号重排',
      hint: '选择或输入过号的号码，排回队列，无需重新取号',
      none: '没有过号',
      send: (p: { number: string }) => `${p.number} 重排`,
    },
    resume: {
      title: '恢复办理',
      hint: '选择或输入挂起的号码，直接开始办理，不播报；要播报请用选呼',
      none: '没有挂起的号码',
      send: (p: { number: string }) => `恢复办理 ${p.number}`,
    },
    here: '办事群众已在窗口，不播报',
    hereIt: (p: { number: string }) => `办理 ${p.number}，不播报`,
  },

  pauseAsideHint: (p: { number: string }) => `先挂起 ${p.number}，再暂停服务。按数字键选择暂停原因`,
  pauseWhyAside: (p: { number: string }) => `按数字键选择 ${p.number} 的挂起原因，随即暂停服务`,

  park: {
    title: (p: { number: string }) => `挂起 ${p.number}`,
    reasonHint: '按数字键选择原因',
    minutesHint: '可再输入分钟数，到时自动排回队列；不输入则办好回来再叫',
    comesBack: '何时回到队列',
    byItself: '办好回来再叫',
    after: (p: { count: number }) => `${p.count} 分钟后`,
    send: (p: { number: string }) => `挂起 ${p.number}`,
    sendFor: (p: { number: string; count: number }) => `挂起 ${p.number}，${p.count} 分钟后排回队列`,
  },

  services: {
    list: '业务',
    inHand: '当前业务',
    planned: '已加办',
    'walk-in': {
      title: (_: { number: string }) => '无号办理',
      hint: '办事群众没有取号：选择业务，发号并直接办理，不播报',
    },
    'change-service': {
      title: (p: { number: string }) => `更改 ${p.number} 的业务`,
      hint: '取错了业务：本窗口能办的继续办理，不能办的按原取号时间排到该业务',
    },
    'add-service': {
      title: (p: { number: string }) => `${p.number} 加办业务`,
      hint: '本项办完后接着排这项业务，不用重新取号；再选一次已加办的即取消',
    },
    send: {
      'walk-in': (p: { number: string; service: string }) => `直接办理 ${p.service}`,
      'change-service': (p: { number: string; service: string }) => `${p.number} 改为 ${p.service}`,
      'add-service': (p: { number: string; service: string }) => `${p.number} 加办 ${p.service}`,
      'drop-service': (p: { number: string; service: string }) => `${p.number} 不再办 ${p.service}`,
    },
  },

  transfer: {
    title: (p: { number: string }) => `转移 ${p.number}`,
    hint: '输入窗口号；选业务请按字母，或按 / 后输入序号',
    counters: '窗口',
    services: '业务',
    here: '本窗口',
    states: { open: '服务中', paused: '暂停', closed: '未开放' },
    place: '排队位置',
    places: { old: '按原顺序', end: '排到最后', next: '优先办理' },
    back: (p: { counter: number }) => `办完后返回 ${p.counter} 号窗口`,
    toCounter: (p: { number: string; counter: number }) => `转移 ${p.number} 到 ${p.counter} 号窗口`,
    toService: (p: { number: string; service: string }) => `转移 ${p.number} 到 ${p.service}`,
  },

  priority: {
    title: (p: { number: string }) => `${p.number} 的优先类别`,
    classHint: '按数字键选择类别；优先须查验证件',
    takeBack: (p: { name: string }) => `取消 ${p.name}`,
    takeBackHint: (p: { name: string }) => `取消 ${p.name}：按数字键选择原因`,
    giveHint: (p: { name: string }) => `${p.name}：按数字键选择原因`,
    waits: '回到队列，按原取号时间排队等候',
  },

  parked: '挂起',
  parkedFor: (p: { count: number }) => `已 ${p.count} 分`,
  parkedUntil: (p: { time: string }) => `${p.time} 排回`,
  resumeNumber: (p: { number: string }) => `恢复办理 ${p.number}`,
  atCounter: (p: { counter: number }) => `${p.counter} 号窗口`,
  joined: (p: { why: string; since: string }) =>
    p.since ? `B 岗，${p.since} 起加入：${p.why}` : `B 岗，已加入：${p.why}`,
  joinedBecause: { 'no-main': 'A 岗无人', 'waiting-long': '等候过久' },
  putFirst: '优先办理',
  forCounter: (p: { counter: number }) => `指定 ${p.counter} 号窗口`,
  backTo: (p: { counter: number }) => `办完返回 ${p.counter} 号窗口`,
  further: (p: { services: string }) => `还需办理：${p.services}`,
  comma: '、',

  keys: {
    transfer: '转移：窗口号或业务，再选排队位置、办完是否返回',
    park: '挂起：原因，可加分钟数',
    undo: '撤销刚才的结束或过号（60 秒内、窗口无人时）',
    'add-service': '加办业务（有人在窗口时）',
    'walk-in': '无号办理（窗口无人时）',
    'change-service': '更改业务（有人在窗口时）',
    'resume-ticket': '恢复挂起的号码（窗口无人时）',
    reprint: '补打小票（有人在窗口时）',
    help: '求助：通知值班长',
    priority: '优先类别：给予或取消，须选原因',
    here: '在选呼中：办事群众已在窗口，不播报',
  },

  slipFailed: (p: { number: string; reason: string }) => `${p.number} 的小票没有补打出来：${p.reason}。`,

  said: {
    parked: (p: { number: string }) => `${p.number} 已挂起。`,
    'priority-given': (p: { number: string }) => `${p.number} 已改优先类别。`,
    'priority-taken-back': (p: { number: string }) => `${p.number} 已取消优先。`,
    'priority-waits': (p: { number: string }) => `${p.number} 已取消优先，回到原来的位置等候。`,
    undone: (p: { number: string }) => `已撤销，${p.number} 回到窗口。`,
    reprinting: (p: { number: string }) => `正在补打 ${p.number} 的小票。`,
    reprinted: (p: { number: string }) => `已补打 ${p.number} 的小票。`,
    'help-called': (_: { number: string }) => '已通知值班长，请稍候。',
    'sent-to-counter': (p: { number: string; counter: number }) =>
      `${p.number} 已转移到 ${p.counter} 号窗口。`,
    'sent-to-service': (p: { number: string; service: string }) => `${p.number} 已转移到 ${p.service}。`,
    'service-changed': (p: { number: string; service: string }) => `${p.number} 已改为 ${p.service}。`,
    'service-left': (p: { number: string; service: string }) =>
      `${p.number} 已改为 ${p.service}，本窗口不办，已排到该业务。`,
    'service-added': (p: { number: string; service: string }) => `${p.number} 已加办 ${p.service}。`,
    'service-dropped': (p: { number: string; service: string }) => `${p.number} 不再办 ${p.service}。`,
  },
};
