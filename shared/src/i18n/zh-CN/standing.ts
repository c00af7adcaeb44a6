/** Why something cannot be done with a number, by how it stands. */
export const standing = {
  planned: '这个号的这项业务还没有开始排队，不能进行此操作。',
  waiting: '这个号还在等候，不能进行此操作。',
  called: '这个号正在呼叫，不能进行此操作。',
  serving: '这个号正在办理，不能进行此操作。',
  parked: '这个号已挂起，不能进行此操作。',
  missed: '这个号已过号，不能进行此操作。',
  served: '这个号已办结，不能进行此操作。',
  transferred: '这个号已转办，不能进行此操作。',
  cancelled: '这个号已取消，如需办理请重新取号。',
  voided: '这个号已作废，如需办理请重新取号。',
  expired: '这个号已失效，如需办理请重新取号。',
  unfinished: '这个号所在的业务日期已经结束，不能进行此操作。',
};
