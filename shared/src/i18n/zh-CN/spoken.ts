/** What a kiosk says aloud. Numbers come in already spelled (`A零一二`), counts as Hanzi (`五`). */
export const spoken = {
  ticket: (p: { number: string; ahead: string | null }) =>
    p.ahead === null
      ? `您的号码是，${p.number}号。前面没有人等候，请留意叫号。`
      : `您的号码是，${p.number}号。前面还有${p.ahead}人，请留意叫号。`,
  kiosk: {
    home: '请点选您要办理的业务类别。不知道办什么，请点屏幕上的综合咨询。需要帮助，请点求助。',
    group: '请点选要办理的业务，点一下就出号。',
    enquiry: '为您取一个综合咨询号，请再按一次按键，或者点屏幕上的取号。',
    several: '请依次点选要办理的业务，最多五项，选好后点取号。',
    still: '您还在办理吗？请点继续取号。',
    again: '这是刚才取的号。要取新号，请再按一次。',
    sorry: '没有取到号，请向工作人员求助。',
    'no-paper': '小票没有打印出来，请记住您的号码。',
    'help-sent': '已经通知工作人员，请在这里稍等。',
    'help-coming': '工作人员正在过来，请在这里稍等。',
    'help-failed': '没能通知到工作人员，请直接到服务台。',
  },
};
