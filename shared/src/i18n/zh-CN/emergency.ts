/** What every screen says in an emergency, and what hall screens say of announcements. */
export const emergency = {
  title: '紧急通知',
  held: '暂停取号和叫号，排队顺序保持不变。',
  yourNumber: '您的排队号有效，恢复后按原顺序继续。',
  announcement: '广播',
  terminal: '紧急状态：暂停叫号。手上的业务可以办完或挂起。',
};
