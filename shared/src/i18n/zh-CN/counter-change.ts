/** Leaving one counter for another on the clerk's terminal. */
export const counterChange = {
  title: (p: { to: number }) => `换到 ${p.to} 号窗口`,
  ask: (p: { from: number; to: number }) =>
    `您在 ${p.from} 号窗口，换到 ${p.to} 号窗口？${p.from} 号窗口随即关闭。`,
  go: (p: { to: number }) => `换到 ${p.to} 号窗口`,
  inHand: (p: { from: number; to: number; number: string }) =>
    `您在 ${p.from} 号窗口，手上还有 ${p.number}。换到 ${p.to} 号窗口前，请按数字键选择：`,
  ways: {
    finish: (p: { number: string; to: number }) => `办结 ${p.number} 后换`,
    park: (p: { number: string; to: number }) => `挂起 ${p.number} 后换`,
    carry: (p: { number: string; to: number }) => `把 ${p.number} 带到 ${p.to} 号窗口`,
  },
  hints: {
    finish: '选择办理结果；请办事群众在原窗口评价',
    notCome: '还没有开始办理',
    park: '办事群众暂时离开，回来后由您恢复办理',
    goesOn: (p: { to: number }) => `到 ${p.to} 号窗口接着办，不再呼叫，办理时间连续计算`,
    calledAgain: (p: { to: number }) => `重新呼叫到 ${p.to} 号窗口`,
    notServed: (p: { to: number }) => `${p.to} 号窗口平时不办这项业务`,
    held: '紧急状态，暂停叫号',
  },
  semicolon: '；',
  parkWhy: (p: { number: string; to: number }) =>
    `按数字键选择 ${p.number} 的挂起原因，随即换到 ${p.to} 号窗口`,
  goOn: '下一步',
  finishAs: (p: { outcome: string; to: number }) => `以“${p.outcome}”办结，换到 ${p.to} 号窗口`,
  finishPrinting: (p: { outcome: string; to: number }) => `以“${p.outcome}”办结并打印，换到 ${p.to} 号窗口`,
  yourCounter: (p: { number: number }) =>
    `您在 ${p.number} 号窗口，按 Enter 返回；换窗口请输入窗口号，再按 Enter`,
  key: '更换窗口：手上有号的，可办结、挂起或带过去',
  said: {
    'carried-along': (p: { number: string }) => `${p.number} 已带到本窗口，继续办理。`,
    'called-along': (p: { number: string }) => `已重新呼叫 ${p.number} 到本窗口。`,
    changed: (_: { number: string }) => '已换到本窗口，原窗口已关闭。',
  },
};
